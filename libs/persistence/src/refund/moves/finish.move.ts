import type { Tx } from '../../database/database';
import { issueCredit } from '../../credit/issue-credit';
import type { LoadedRefund } from '../loaded-refund';
import { step, type Moved } from '../step';
import { complete } from './complete';
import { followMoney } from './money.move';

/** Ends a refund whose money is all there. Store credit is issued in this very step; money that is still on its way is followed. */
export async function finish(tx: Tx, refund: LoadedRefund): Promise<Moved> {
  const credit = refund.transfers.find(
    ({ destination, status }) => destination === 'store_credit' && status === 'planned',
  );
  if (!credit || refund.status !== 'processing') return followMoney(tx, refund, false);

  const issued = await issueCredit(tx, refund, credit);
  const transfers = refund.transfers.map((one) =>
    one.id === credit.id ? { ...one, status: 'settled' as const } : one,
  );
  return step(await complete(tx, { ...refund, transfers }, issued));
}
