import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Client, Pool } from 'pg';
import { preparedStatement } from './prepared-statement';

type AnyQuery = (...args: unknown[]) => unknown;

/**
 * Prepares what it sends: planning our statements costs PostgreSQL about as much as running them (measured: half of its
 * time for an accepted refund). And it does not outlive a time-out: pg by itself hands the stuck connection back to the
 * pool, where the next caller waits on it again; here the socket is destroyed, so the pool opens a new one.
 */
class PostgresClient extends Client {
  override query = ((...args: unknown[]): unknown => {
    const [text, values] = args;
    const prepared = typeof text === 'string' && Array.isArray(values) ? preparedStatement(text, values) : undefined;
    const sent = (super.query as AnyQuery).apply(this, prepared ? [prepared] : args);
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

class PostgresPool extends Pool {
  constructor(options: ConstructorParameters<typeof Pool>[0]) {
    super({ ...options, Client: PostgresClient });
  }
}

/** What TypeORM takes as its `driver`: pg with the pool above. */
export const PG_DRIVER = { Pool: PostgresPool, Client: PostgresClient };
