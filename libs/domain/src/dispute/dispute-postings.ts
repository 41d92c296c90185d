import { reverse, type Posting } from '../ledger/posting';
import { postingsForDisputeLost, postingsForDisputeOpened, postingsForDisputeWon } from '../ledger/refund-postings';
import type { DisputeState } from './apply-dispute-news';

export type DisputeEntry = Readonly<{
  kind: 'dispute_withdrawn' | 'dispute_returned' | 'dispute_lost' | 'dispute_loss_undone';
  postings: readonly Posting[];
}>;
type Books = Pick<DisputeState, 'status' | 'withdrawn'>;

/**
 * The postings of a change (domain.md section 9). What the gateway withdrew is owed to the merchant until the verdict; lost, it
 * is a loss. A dispute whose money was never taken posts nothing.
 */
export function disputeEntries(before: Books | null, after: Books, currency: string): readonly DisputeEntry[] {
  const from = before ?? { status: 'open', withdrawn: 0 };
  const entry = (
    kind: DisputeEntry['kind'],
    amount: number,
    of: (money: { amount: number; currency: string }) => readonly Posting[],
  ) => (amount > 0 ? [{ kind, postings: of({ amount, currency }) }] : []);
  const lossBefore = from.status === 'lost' ? from.withdrawn : 0;
  const lossAfter = after.status === 'lost' ? after.withdrawn : 0;
  return [
    ...entry('dispute_withdrawn', after.withdrawn - from.withdrawn, postingsForDisputeOpened),
    ...entry('dispute_loss_undone', lossBefore - lossAfter, (money) => reverse(postingsForDisputeLost(money))),
    ...entry('dispute_returned', from.withdrawn - after.withdrawn, postingsForDisputeWon),
    ...entry('dispute_lost', lossAfter - lossBefore, postingsForDisputeLost),
  ];
}
