import { isClosed, lookUpsOf, money, nextLookUp, publicId, type GatewaysByName, type LookUpPlan } from '@zikui/domain';
import { instantTextOrNull } from '../database/instant-text';
import type { ReviewRecord } from './review-record';
import type { TransferEvidence } from './review.view';

/** By what it is told when gateways are asked next, and how long they keep a key. */
export type LookUpTerms = LookUpPlan & Readonly<{ gateways: GatewaysByName }>;
type TransferRecord = ReviewRecord['transfers'][number];

/** One transfer with its calls, when its gateway is asked next, and how long it may be sent again under its key. */
export const transferEvidence = (
  transfer: TransferRecord,
  record: Pick<ReviewRecord, 'currency' | 'status' | 'now'>,
  terms: LookUpTerms,
): TransferEvidence => ({
  id: publicId('transfer', transfer.id),
  no: transfer.no,
  gateway: transfer.gateway,
  amount: money(transfer.amount, record.currency),
  status: transfer.status,
  pendingReason: transfer.pendingReason,
  declineReason: transfer.declineReason,
  attempts: transfer.attempts.map((attempt) => ({
    ...attempt,
    sentAt: instantTextOrNull(attempt.sentAt),
    answeredAt: instantTextOrNull(attempt.answeredAt),
  })),
  nextLookUpAt: isClosed(record.status) ? null : nextLookUpAt(transfer, record.now, terms),
  sameKeyUntil: sameKeyUntil(transfer, terms),
});

/** As its process will ask, by the plan that new processes get: one that began under another plan keeps its own. */
function nextLookUpAt(
  { status, destination, gateway, openSince }: TransferRecord,
  now: string,
  { lookUpsMs, pendingLimitMs, gateways }: LookUpTerms,
): string | null {
  const isPending = status === 'pending';
  if (destination !== 'payment' || openSince === null || !(isPending || status === 'in_doubt')) return null;
  const plan = { lookUpsMs, pendingLimitMs: gateways[gateway]?.pendingLimitMs ?? pendingLimitMs };
  const since = Date.parse(openSince);
  const next = nextLookUp(lookUpsOf(isPending, plan), Date.parse(now) - since);
  return next === undefined ? null : new Date(since + next).toISOString();
}

function sameKeyUntil({ status, gateway, attempts }: TransferRecord, { gateways }: LookUpTerms): string | null {
  const sentAt = attempts.at(-1)?.sentAt ?? null;
  const lifetimeMs = gateways[gateway]?.keyLifetimeMs ?? 0;
  if (sentAt === null || lifetimeMs === 0 || !OPEN.has(status)) return null;
  return new Date(Date.parse(sentAt) + lifetimeMs).toISOString();
}

/** What became of it is not known yet. */
const OPEN: ReadonlySet<TransferRecord['status']> = new Set(['sending', 'pending', 'in_doubt']);
