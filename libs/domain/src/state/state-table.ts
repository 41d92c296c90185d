import { RefundError } from '../error/refund-error';

/** Which state may follow which. One table per machine; no other line decides whether a move is legal. */
export type StateTable<S extends string> = Readonly<Record<S, readonly S[]>>;

export const mayMove = <S extends string>(table: StateTable<S>, from: S, to: S): boolean => table[from].includes(to);

/** Returns `to`, or throws `invalid_state` when the table does not list the step. */
export function move<S extends string>(table: StateTable<S>, from: S, to: S): S {
  if (!mayMove(table, from, to)) throw new RefundError('invalid_state', { status: from, to });
  return to;
}
