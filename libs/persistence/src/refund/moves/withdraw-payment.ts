import { postingsForClosed } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { postTransactions } from '../../ledger/post-transactions';
import type { LoadedRefund } from '../loaded-refund';
import { approvalKey, payableParts } from './start-payment';

/** Counters what was posted when the refund was approved for paying, if it ever was: it is owed no more. */
export async function withdrawPayment(tx: Tx, refund: LoadedRefund): Promise<void> {
  const [approved] = await tx.query(`SELECT id FROM ledger_transaction WHERE key = $1`, [approvalKey(refund.id)]);
  if (!approved) return;
  await postTransactions(tx, refund, [
    { kind: 'closed', key: `refund:${refund.id}:closed`, postings: postingsForClosed(payableParts(refund)) },
  ]);
}
