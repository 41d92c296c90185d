import type { Tx } from '../database/database';

/** A connection on which only reading is done. */
export type Reading = Pick<Tx, 'query'>;
