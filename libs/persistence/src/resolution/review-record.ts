import {
  allowedResolutions,
  money,
  sum,
  publicId,
  type AttemptStatus,
  type PendingReason,
  type RefundStatus,
  type ResolutionFacts,
  type ReturnStatus,
  type Role,
  type TransferStatus,
} from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';
import type { AttemptEvidence, FoundReview, ReviewTransferView, ReviewView } from './review.view';

export type ReviewRecord = Readonly<{
  id: string;
  saleRef: string;
  status: RefundStatus;
  reviewReason: string | null;
  currency: string;
  payout: number;
  shortAmount: number;
  since: string;
  ageSeconds: number;
  payBy: string | null;
  assignedTo: string | null;
  steps: number;
  owed: number;
  surplus: number;
  awaitedGoods: ReturnStatus | null;
  transfers: readonly Readonly<{
    id: string;
    no: number;
    gateway: string;
    destination: 'payment' | 'store_credit' | 'manual';
    amount: number;
    status: TransferStatus;
    replacesId: string | null;
    isHeld: boolean;
    pendingReason: PendingReason | null;
    declineReason: string | null;
    attempts: readonly (AttemptEvidence & Readonly<{ status: AttemptStatus }>)[];
  }>[];
  lookUps: ReviewView['lookUps'];
  webhooks: ReviewView['webhooks'];
  proposals: readonly string[];
}>;

/** Whose queue it is: people and goods are asked about by support, money by finance. */
const ownerOf = (reason: string | null): Role =>
  reason === 'approval_overdue' || reason === 'goods_overdue' ? 'support' : 'finance';

export function foundReview(record: ReviewRecord): FoundReview {
  const facts: ResolutionFacts = {
    status: record.status,
    transfers: record.transfers.map(({ id, status, destination, amount, attempts, isHeld }) => ({
      id,
      status,
      destination,
      amount,
      attempt: attempts.at(-1)?.status ?? null,
      isHeld,
      isReplaced: record.transfers.some((other) => other.replacesId === id && other.status !== 'released'),
    })),
    awaitedGoods: record.awaitedGoods,
    steps: record.steps,
    owed: record.owed,
    surplus: record.surplus,
  };
  const { transfers, currency, payout } = record;
  return { view: viewOf(record, facts), facts, transfers, currency, payout };
}

function fundingOf({ transfers, currency }: ReviewRecord): ReviewView['fundingNeeded'] {
  const waiting = transfers.filter(
    ({ status, pendingReason }) => status === 'pending' && pendingReason === 'insufficient_funds',
  );
  return waiting.length === 0
    ? null
    : sum(
        waiting.map(({ amount }) => money(amount, currency)),
        currency,
      );
}

const viewOf = (record: ReviewRecord, facts: ResolutionFacts): ReviewView => ({
  refundId: publicId('refund', record.id),
  saleRef: record.saleRef,
  status: record.status,
  reviewReason: record.reviewReason,
  payout: money(record.payout, record.currency),
  fundingNeeded: fundingOf(record),
  surplus: record.surplus === 0 ? null : money(record.surplus, record.currency),
  since: instantText(record.since),
  ageSeconds: record.ageSeconds,
  owner: ownerOf(record.reviewReason),
  assignedTo: record.assignedTo,
  payBy: record.payBy,
  transfers: record.transfers.map((transfer) => transferView(transfer, record, facts)),
  lookUps: record.lookUps.map((lookUp) => ({ ...lookUp, at: instantText(lookUp.at) })),
  webhooks: record.webhooks.map((webhook) => ({ ...webhook, receivedAt: instantText(webhook.receivedAt) })),
  openProposals: record.proposals.map((id) => publicId('proposal', id)),
  allowedActions: allowedResolutions(facts, null),
});

const transferView = (
  { id, no, gateway, amount, status, pendingReason, declineReason, attempts }: ReviewRecord['transfers'][number],
  { currency }: ReviewRecord,
  facts: ResolutionFacts,
): ReviewTransferView => ({
  id: publicId('transfer', id),
  no,
  gateway,
  amount: money(amount, currency),
  status,
  pendingReason,
  declineReason,
  attempts: attempts.map((attempt) => ({
    ...attempt,
    sentAt: instantTextOrNull(attempt.sentAt),
    answeredAt: instantTextOrNull(attempt.answeredAt),
  })),
  allowedActions: allowedResolutions(facts, id),
});
