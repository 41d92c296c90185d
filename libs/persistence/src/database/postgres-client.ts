import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Client, Pool } from 'pg';
import { PLANNED_ANEW, preparedStatement } from './prepared-statement';

type AnyQuery = (...args: unknown[]) => Promise<unknown>;
type PipelinedClient = Readonly<{ pipeline: boolean; connection: { stream: Socket } }>;

const BEGIN = 'START TRANSACTION';
const PLAN_FOR_THESE_VALUES = 'SET plan_cache_mode = force_custom_plan';

/**
 * What a service talks to PostgreSQL through. Prepares what it sends: parsing and planning our statements costs about as
 * much as running them. Sends what is asked for in one breath in one packet, and the beginning of a transaction together
 * with its first statement: a packet costs more than most of our statements. And it does not outlive a time-out: pg by
 * itself hands the stuck connection back to the pool, where the next caller waits on it again; here the socket is
 * destroyed, so the pool opens a new one.
 */
export class PostgresClient extends Client {
  private begins = false;
  private reads = false;
  private isReading = false;
  /** Whose rows a transaction works on: leaves in one message with its beginning. */ private opening = '';

  constructor(...options: ConstructorParameters<typeof Client>) {
    super(...options);
    // Pool and TypeORM listen while the connection lies idle or is in use. A server that ends it in between, on its way
    // from one to the other, would end this process: nobody has to hear of it, the next statement fails and tells.
    this.on('error', () => undefined);
  }

  /** The transaction that begins next opens with this statement. */
  opensWith(opening: string): void {
    this.opening = opening;
  }

  /**
   * What `work` asks for in one breath is a transaction of its own, which opens with that statement and writes nothing.
   * All of it leaves in one packet: such a read waits no longer than one without a transaction.
   */
  async reading<T>(opening: string, work: () => Promise<T>): Promise<T> {
    this.opening = opening;
    this.reads = true;
    try {
      return await work();
    } finally {
      this.reads = false;
    }
  }

  override query = ((...args: unknown[]): unknown => {
    const [text, values] = args;
    // Callers with a callback (the pool) and clients without a pipeline (migrations) are none of our business.
    if (typeof text !== 'string' || typeof args.at(-1) === 'function' || !this.inside.pipeline)
      return this.send(...args);
    if (text === BEGIN) {
      this.begins = true;
      return Promise.resolve({ rows: [], rowCount: null, command: 'START' });
    }
    this.holdBack();
    const begun = this.begin();
    const sent = this.sendStatement(text, values);
    return begun ? withReason(begun, sent) : sent;
  }) as Client['query'];

  private begin(): Promise<unknown> | undefined {
    if (this.reads && !this.isReading) {
      this.isReading = true;
      return this.send(`${BEGIN} READ ONLY; ${this.opening}`);
    }
    if (!this.begins) return undefined;
    this.begins = false;
    return this.send(`${BEGIN}; ${this.opening}`);
  }

  private sendStatement(text: string, values: unknown): Promise<unknown> {
    if (!Array.isArray(values)) return this.send(text);
    if (!text.startsWith(PLANNED_ANEW)) return this.send(preparedStatement(text, values) ?? { text, values });
    this.alongside(PLAN_FOR_THESE_VALUES);
    const sent = this.send({ text, values });
    this.alongside('RESET plan_cache_mode');
    return sent;
  }

  /** Everything that is sent until the present work pauses leaves in one packet, with the end of what was only read. */
  private holdBack(): void {
    const { stream } = this.inside.connection;
    stream.cork();
    process.nextTick(() => {
      if (this.isReading) this.alongside('COMMIT');
      this.isReading = false;
      stream.uncork();
    });
  }

  /** A statement that fails only together with the one it goes with, which then tells why. */
  private alongside(text: string): void {
    this.send(text).catch(() => undefined);
  }

  private send(...args: unknown[]): Promise<unknown> {
    const sent = (super.query as AnyQuery).apply(this, args) as Promise<unknown> | undefined;
    return sent instanceof Promise ? sent.catch((error: unknown) => this.dieIfStuck(error)) : Promise.resolve(sent);
  }

  private async dieIfStuck(error: unknown): Promise<never> {
    const { stream } = this.inside.connection;
    if (error instanceof Error && error.message === 'Query read timeout' && !stream.closed) {
      const closed = once(stream, 'close');
      stream.destroy();
      // Only now does the pool see that the connection is dead, and does not hand it to the next caller.
      await closed;
    }
    throw error;
  }
  /** pg has no public way to drop a connection without waiting for the server, or to hold packets back. */
  private get inside(): PipelinedClient {
    return this as unknown as PipelinedClient;
  }
}

/** A transaction that could not begin fails its first statement, which does not know why. */
async function withReason(begun: Promise<unknown>, sent: Promise<unknown>): Promise<unknown> {
  const [beginning, statement] = await Promise.allSettled([begun, sent]);
  if (beginning.status === 'rejected') throw beginning.reason;
  if (statement.status === 'rejected') throw statement.reason;
  return statement.value;
}

class PostgresPool extends Pool {
  constructor(options: ConstructorParameters<typeof Pool>[0]) {
    super({ ...options, Client: PostgresClient });
  }
}

/** What TypeORM takes as its `driver`: pg with the pool above. */
export const PG_DRIVER = { Pool: PostgresPool, Client: PostgresClient };
