import type { ReviewReason, TransferStatus } from '@zikui/domain';
import type { Tx } from '../../database/database';
import { holdDisputedCredits } from '../../credit/hold-disputed-credits';
import { issueCredits } from '../../credit/issue-credit';
import type { LoadedRefund, RefundTransfer } from '../loaded-refund';
import { step, type Moved } from '../step';
import { complete } from './complete';
import { followMoney } from './money.move';
import { noteHeld } from './note-held';

/**
 * Ends a refund whose money is all there. Store credit is issued in this very step, unless a dispute of a payment that
 * backs it holds it: then it waits as planned, and a person is shown. Money that is still on its way is followed.
 */
export async function finish(tx: Tx, refund: LoadedRefund): Promise<Moved> {
  const credits = refund.transfers.filter(isCreditDue);
  const isElsewhere = refund.transfers.some((one) => !isCreditDue(one) && !IS_OVER.includes(one.status));
  if (credits.length === 0 || isElsewhere || !isDue(refund)) return followMoney(tx, refund, false);

  const held = await holdDisputedCredits(
    tx,
    credits.map(({ id }) => id),
  );
  if (held.length > 0) return waitForVerdict(tx, refund, held);
  const issued = await issueCredits(tx, refund, credits);
  const transfers = refund.transfers.map((one) => (isCreditDue(one) ? { ...one, status: 'settled' as const } : one));
  return step(await complete(tx, { ...refund, transfers }, issued));
}

async function waitForVerdict(tx: Tx, refund: LoadedRefund, held: readonly string[]): Promise<Moved> {
  await noteHeld(tx, refund, held);
  const transfers = refund.transfers.map((one) =>
    held.includes(one.id) ? { ...one, holdReason: 'dispute' as const } : one,
  );
  return followMoney(tx, { ...refund, transfers }, false);
}

/** Approved for paying, and nothing but a dispute has brought it to a person. */
const isDue = ({ status, reviewReason }: LoadedRefund): boolean =>
  status === 'processing' || (status === 'needs_review' && reviewReason === ('dispute_open' satisfies ReviewReason));
const isCreditDue = ({ destination, status }: RefundTransfer): boolean =>
  destination === 'store_credit' && status === 'planned';
const IS_OVER: readonly TransferStatus[] = ['settled', 'reversed', 'released'];
