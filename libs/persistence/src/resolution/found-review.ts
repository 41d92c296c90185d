import { allowedResolutions, money, sum, publicId, type ResolutionFacts, type Role } from '@zikui/domain';
import { instantText } from '../database/instant-text';
import type { ReviewRecord } from './review-record';
import type { FoundReview, MoneyEvidence, ReviewView } from './review.view';
import { transferEvidence, type LookUpTerms } from './transfer-evidence';

/** Whose queue it is: people and goods are asked about by support, money by finance. */
const ownerOf = (reason: string | null): Role =>
  reason === 'approval_overdue' || reason === 'goods_overdue' ? 'support' : 'finance';

/** What a resolution is checked against. */
export const reviewFacts = (record: ReviewRecord): ResolutionFacts => ({
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
});

export function foundReview(record: ReviewRecord, terms: LookUpTerms): FoundReview {
  const facts = reviewFacts(record);
  const { transfers, currency, payout } = record;
  return { view: viewOf(record, facts, terms), facts, transfers, currency, payout };
}

/** What was sent, and what is known of it. */
export const moneyEvidence = (record: ReviewRecord, terms: LookUpTerms): MoneyEvidence => ({
  transfers: record.transfers.map((transfer) => transferEvidence(transfer, record, terms)),
  lookUps: record.lookUps.map((lookUp) => ({ ...lookUp, at: instantText(lookUp.at) })),
  webhooks: record.webhooks.map((webhook) => ({ ...webhook, receivedAt: instantText(webhook.receivedAt) })),
});

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

function viewOf(record: ReviewRecord, facts: ResolutionFacts, terms: LookUpTerms): ReviewView {
  const { transfers, lookUps, webhooks } = moneyEvidence(record, terms);
  return {
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
    payByZone: record.payByZone,
    transfers: record.transfers.flatMap(({ id }, index) => {
      const evidence = transfers[index];
      return evidence ? [{ ...evidence, allowedActions: allowedResolutions(facts, id) }] : [];
    }),
    lookUps,
    webhooks,
    openProposals: record.proposals.map((id) => publicId('proposal', id)),
    allowedActions: allowedResolutions(facts, null),
  };
}
