import { giveBack, postingsForClosed, reverse, type GivenBack, type PayableParts } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { postTransactions } from '../../ledger/post-transactions';
import type { LoadedRefund } from '../loaded-refund';
import { approvalKey, payableParts } from './start-payment';

/** Counters what was posted when the refund was approved for paying, if it ever was: it is owed no more. What a short close countered before stays so. */
export async function withdrawPayment(tx: Tx, refund: LoadedRefund): Promise<void> {
  const [approved] = await tx.query(`SELECT id FROM ledger_transaction WHERE key = $1`, [approvalKey(refund.id)]);
  if (approved) await postClosed(tx, refund, payableParts(refund));
}

/** Counters what a refund that ends short gives back. */
export const postGivenBack = (tx: Tx, refund: LoadedRefund, given: GivenBack['given']): Promise<void> =>
  postClosed(tx, refund, partsOf(refund, given));

async function postClosed(tx: Tx, refund: LoadedRefund, parts: PayableParts): Promise<void> {
  const { id, shortAmount, lines, decided } = refund;
  const { shipping, goodwill } = decided.quote;
  const before = giveBack({ lines, shipping, goodwill }, shortAmount).given;
  // A refund that ended short and was repaired may end once more: each end is a fact of its own.
  const key = shortAmount === 0 ? `refund:${id}:closed` : `refund:${id}:closed:${String(shortAmount)}`;
  const postings = [...postingsForClosed(parts), ...reverse(postingsForClosed(partsOf(refund, before)))];
  await postTransactions(tx, refund, [{ kind: 'closed', key, postings }]);
}

const partsOf = ({ currency }: LoadedRefund, { lines, shipping, goodwill }: GivenBack['given']): PayableParts => ({
  currency,
  goods: [...lines, shipping],
  goodwill,
  fee: 0,
  feeTax: 0,
});
