import { invariant } from '../invariant';
import { mayMove } from '../state/state-table';
import type { DisputeFunds } from './dispute-news';
import { DISPUTE_NEXT, type DisputeStatus } from './dispute-status';

/** A dispute as far as its news move it. Amounts are minor units of the payment's currency, times the teller's own. */
export type DisputeState = Readonly<{
  status: DisputeStatus;
  /** When the status was told that holds now. */ statusAtMs: number;
  amount: number;
  amountAtMs: number;
  /** What the gateway keeps of the merchant's money; 0 = nothing, or given back. */ withdrawn: number;
  /** Null while nothing was told of the money. */ fundsAtMs: number | null;
}>;
export type DisputeTold = Readonly<{
  atMs: number;
  amount: number;
  status: DisputeStatus;
  funds: DisputeFunds | null;
}>;

/**
 * What news make of a dispute; of one that was not known, the dispute itself. News come late, repeated and in any order,
 * and lead to the same end: `lost` is never left; between `open` and `won` the later one by the teller's own clock holds,
 * and so it is with the amount and with the money. At one instant a verdict follows what it is about, a return the withdrawal.
 */
export function applyDisputeNews(before: DisputeState | null, told: DisputeTold): DisputeState {
  invariant(told.amount > 0, `a disputed amount is positive, got ${told.amount}`);
  const { atMs } = told;
  const first: DisputeState = {
    status: told.status,
    statusAtMs: atMs,
    amount: told.amount,
    amountAtMs: atMs,
    withdrawn: 0,
    fundsAtMs: null,
  };
  return moveFunds(before === null ? first : moveAmount(moveStatus(before, told), told), told);
}

/** What the dispute takes from the payment for refunds (I1). */
export const countedOf = ({ status, amount }: Pick<DisputeState, 'status' | 'amount'>): number =>
  status === 'won' ? 0 : amount;

function moveStatus(state: DisputeState, { status, atMs }: DisputeTold): DisputeState {
  if (status === state.status) return { ...state, statusAtMs: Math.max(state.statusAtMs, atMs) };
  if (!mayMove(DISPUTE_NEXT, state.status, status)) return state;
  const isLater = atMs > state.statusAtMs || (atMs === state.statusAtMs && status === 'won');
  return status === 'lost' || isLater ? { ...state, status, statusAtMs: atMs } : state;
}

function moveAmount(state: DisputeState, { amount, atMs }: DisputeTold): DisputeState {
  const isLater = atMs > state.amountAtMs || (atMs === state.amountAtMs && amount > state.amount);
  return isLater ? { ...state, amount, amountAtMs: atMs } : state;
}

function moveFunds(state: DisputeState, { funds, amount, atMs }: DisputeTold): DisputeState {
  if (funds === null) return state;
  const withdrawn = funds === 'withdrawn' ? amount : 0;
  const known = state.fundsAtMs ?? Number.NEGATIVE_INFINITY;
  // At one instant what was given back had been taken before; of two withdrawals the larger one holds.
  const isReturnOfNow = atMs === known && state.withdrawn !== 0 && (withdrawn === 0 || withdrawn > state.withdrawn);
  return atMs > known || isReturnOfNow ? { ...state, withdrawn, fundsAtMs: atMs } : state;
}
