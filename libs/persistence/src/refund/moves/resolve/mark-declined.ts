import { applyNews, type ErrorCode } from '@zikui/domain';
import { loadTransfer } from '../../../transfer/loaded-transfer';
import { transferState } from '../../../transfer/transfer-state';
import { writeNews } from '../../../transfer/write-news';
import type { Moved } from '../../step';
import { goOnFrom } from './go-on-from';
import { markByHand, sentAttempt, statedEvidence } from './mark-settled';
import { anyTransferOf, othersWait, transferOf, type Resolution } from './resolution';

/** So long after sending, a movement that the gateway does not find may be stated not to exist. */
const SURE_AFTER_MS = 24 * 60 * 60 * 1_000;

/** The look-up that this very command made found nothing, or there is none at this gateway and two people's word is all there is; and enough time has passed. A failure that was found is recorded already. */
export async function refuseMarkDeclined(resolution: Resolution): Promise<ErrorCode | null> {
  // Nobody can be asked about what a bank did; two people read its statement.
  if (anyTransferOf(resolution).destination === 'manual') return null;
  const { refund, move } = resolution;
  if (move.finding !== 'nothing' && move.finding !== 'no_look_up') return 'look_up_failed';
  const sentAt = transferOf(resolution).attempt?.sentAt ?? null;
  const isSure = sentAt !== null && Date.parse(refund.now) - Date.parse(sentAt) >= SURE_AFTER_MS;
  return isSure ? null : 'too_early';
}

/** Two persons know that no money moved: the hold is given back, and another attempt may be made. */
export async function markDeclined(resolution: Resolution): Promise<Moved> {
  if (anyTransferOf(resolution).destination === 'manual') return markByHand(resolution, 'declined');
  const { tx, by } = resolution;
  const transfer = await loadTransfer(tx, transferOf(resolution).id);
  const attempt = sentAttempt(transfer);
  const news = { attemptNo: attempt.no, status: 'declined', amount: null, occurredAtMs: null } as const;
  await writeNews(tx, transfer, attempt, applyNews(transferState(transfer), news), {
    actor: by.actor,
    gatewayRefundId: null,
    pendingReason: null,
    reason: 'marked_declined',
    evidence: statedEvidence(resolution, 'marked_declined'),
  });
  return goOnFrom(resolution, othersWait(resolution));
}
