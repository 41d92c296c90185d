import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Client, Pool } from 'pg';

type AnyQuery = (...args: unknown[]) => unknown;

/**
 * A client that does not outlive a time-out: pg by itself hands the stuck connection back to the pool, where the next
 * caller waits on it again. Here the socket is destroyed, so the pool drops the connection and opens a new one.
 */
export class QuickDyingClient extends Client {
  override query = ((...args: unknown[]): unknown => {
    const sent = (super.query as AnyQuery).apply(this, args);
    return sent instanceof Promise ? sent.catch((error: unknown) => this.dieIfStuck(error)) : sent;
  }) as Client['query'];

  private async dieIfStuck(error: unknown): Promise<never> {
    const { socket } = this;
    if (error instanceof Error && error.message === 'Query read timeout' && !socket.destroyed) {
      const closed = once(socket, 'close');
      socket.destroy();
      // Only now does the pool see that the connection is dead, and does not hand it to the next caller.
      await closed;
    }
    throw error;
  }
  /** pg has no public way to drop a connection without waiting for the server. */
  private get socket(): Socket {
    return (this as unknown as { connection: { stream: Socket } }).connection.stream;
  }
}

class QuickDyingPool extends Pool {
  constructor(options: ConstructorParameters<typeof Pool>[0]) {
    super({ ...options, Client: QuickDyingClient });
  }
}

/** What TypeORM takes as its `driver`: pg with the pool above. */
export const PG_DRIVER = { Pool: QuickDyingPool, Client: QuickDyingClient };
