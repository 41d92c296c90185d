import type { TransferStatus } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { issueCredits } from '../../credit/issue-credit';
import type { LoadedRefund, RefundTransfer } from '../loaded-refund';
import { step, type Moved } from '../step';
import { complete } from './complete';
import { followMoney } from './money.move';

/** Ends a refund whose money is all there. Store credit is issued in this very step; money that is still on its way is followed. */
export async function finish(tx: Tx, refund: LoadedRefund): Promise<Moved> {
  const credits = refund.transfers.filter(isCreditDue);
  const isElsewhere = refund.transfers.some((one) => !isCreditDue(one) && !IS_OVER.includes(one.status));
  if (credits.length === 0 || isElsewhere || refund.status !== 'processing') return followMoney(tx, refund, false);

  const issued = await issueCredits(tx, refund, credits);
  const transfers = refund.transfers.map((one) => (isCreditDue(one) ? { ...one, status: 'settled' as const } : one));
  return step(await complete(tx, { ...refund, transfers }, issued));
}

const isCreditDue = ({ destination, status }: RefundTransfer): boolean =>
  destination === 'store_credit' && status === 'planned';
const IS_OVER: readonly TransferStatus[] = ['settled', 'reversed', 'released'];
