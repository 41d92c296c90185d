import { applyNews, publicId, type ErrorCode } from '@zikui/domain';
import { answerByHand, type BankAnswer } from '../../../transfer/answer-by-hand';
import { loadTransfer, newestAttempt, type LoadedTransfer } from '../../../transfer/loaded-transfer';
import { splitTransfer } from '../../../transfer/split-transfer';
import { transferState } from '../../../transfer/transfer-state';
import { writeNews } from '../../../transfer/write-news';
import type { Moved } from '../../step';
import { goOnFrom } from './go-on-from';
import { anyTransferOf, othersWait, transferOf, type Resolution } from './resolution';

const statedId = ({ proposal }: Resolution): string | null => {
  const id = proposal?.payload['gatewayRefundId'];
  return typeof id === 'string' ? id : null;
};
/** What moved, in minor units. */
const statedAmount = (resolution: Resolution): number => {
  const moved = resolution.proposal?.payload['moved'];
  return typeof moved === 'number' ? moved : anyTransferOf(resolution).amount;
};

/** One movement settles one transfer, and what moved is no more than what was asked for. */
export async function refuseMarkSettled(resolution: Resolution): Promise<ErrorCode | null> {
  const { tx, refund } = resolution;
  const transfer = anyTransferOf(resolution);
  const moved = statedAmount(resolution);
  // A bank pays an order as it stands, or not at all.
  const isPart = moved < transfer.amount && transfer.destination === 'manual';
  if (moved > transfer.amount || isPart) return 'invalid_amount';
  const id = statedId(resolution);
  const [taken] = id === null ? [] : await tx.query(TAKEN, [refund.merchantId, transfer.gateway, id, transfer.id]);
  return taken ? 'movement_taken' : null;
}

/** Two persons know that the money moved. Of a smaller movement the rest is planned anew, as a transfer of its own. */
export async function markSettled(resolution: Resolution): Promise<Moved> {
  if (anyTransferOf(resolution).destination === 'manual') return markByHand(resolution, 'settled');
  const { tx, secrets, refund, by } = resolution;
  const { id, amount } = transferOf(resolution);
  const moved = statedAmount(resolution);
  if (moved < amount) await splitTransfer(tx, secrets.gatewayKeySecret, refund, { transferId: id, keep: moved });
  const transfer = await loadTransfer(tx, id);
  const attempt = sentAttempt(transfer);
  const news = { attemptNo: attempt.no, status: 'settled', amount: null, occurredAtMs: null } as const;
  await writeNews(tx, transfer, attempt, applyNews(transferState(transfer), news), {
    actor: by.actor,
    gatewayRefundId: statedId(resolution),
    pendingReason: null,
    reason: null,
    evidence: statedEvidence(resolution, 'marked_settled'),
  });
  return goOnFrom(resolution, othersWait(resolution));
}

/** What the statement of the bank says of a transfer that stands in a bank file. */
export async function markByHand(resolution: Resolution, outcome: BankAnswer['outcome']): Promise<Moved> {
  const { tx, refund, by } = resolution;
  const statementRef = statedId(resolution);
  await answerByHand(tx, refund, anyTransferOf(resolution), { outcome, actor: by.actor, statementRef });
  return goOnFrom(resolution, othersWait(resolution));
}

/** Only what was sent can be in doubt or pending. */
export function sentAttempt(transfer: LoadedTransfer): NonNullable<ReturnType<typeof newestAttempt>> {
  const attempt = newestAttempt(transfer);
  if (!attempt) throw new Error('a transfer in doubt has an attempt');
  return attempt;
}

/** Kept with the attempt: who stated it, and where the evidence stands. */
export const statedEvidence = ({ proposal, by }: Resolution, cause: string) => ({
  cause,
  proposal: proposal && publicId('proposal', proposal.id),
  proposedBy: proposal?.proposedBy ?? null,
  confirmedBy: by.actor,
});

const TAKEN = `
SELECT t.id FROM transfer t WHERE t.merchant_id = $1 AND t.gateway = $2 AND t.id <> $4
  AND (t.gateway_refund_id = $3 OR EXISTS (SELECT FROM attempt a WHERE a.transfer_id = t.id AND a.gateway_refund_id = $3)) LIMIT 1`;
