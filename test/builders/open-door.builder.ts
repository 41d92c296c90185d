import { Database, openSource, type RowScope, type Tx } from '@zikui/persistence';

type Work<T> = (tx: Tx) => Promise<T>;

/** Whoever the connection belongs to: in tests the owner of the database, for whom no wall stands. */
const AS_OWNER = 'SET LOCAL ROLE NONE';

/**
 * The product's door, and beside it one without a scope, by which tests arrange what no merchant could and look at what
 * stands there. Stores that are given this door say whose rows they want, as they do in the product.
 */
export class OpenDoor extends Database {
  override read<T>(work: Work<T>): Promise<T>;
  override read<T>(scope: RowScope, work: Work<T>): Promise<T>;
  override read<T>(scope: RowScope | Work<T>, work?: Work<T>): Promise<T> {
    if (typeof scope === 'function') return this.reading(AS_OWNER, scope);
    if (work === undefined) throw new Error('nothing to do');
    return super.read(scope, work);
  }

  /** Reads as a session is that names nobody. */
  asNobody<T>(work: Work<T>): Promise<T> {
    return this.reading('SELECT', work);
  }

  override write<T>(work: Work<T>): Promise<T>;
  override write<T>(scope: RowScope, work: Work<T>): Promise<T>;
  override write<T>(scope: RowScope | Work<T>, work?: Work<T>): Promise<T> {
    if (typeof scope === 'function') return this.writing(AS_OWNER, scope);
    if (work === undefined) throw new Error('nothing to do');
    return super.write(scope, work);
  }
}

export const openDoor = async (options: Parameters<typeof openSource>[0]): Promise<OpenDoor> =>
  new OpenDoor(await openSource(options));
