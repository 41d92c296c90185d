import { RefundError, type LimitName } from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import type { Tx } from '../database/database';
import { insistedOn } from '../database/database-failure';
import type { StartRefund } from '../outbox/start-refund';
import { refundViewOf } from '../refund/refund-view-of';
import type { RefundView } from '../refund/refund.view';
import { tripBreaker, type Breach } from '../sending-hold/trip-breaker';
import type { DecidedRequest } from './decided-request';
import type { IdempotentRequest } from './idempotency';
import type { PlannedRefund } from './plan-refund';
import { recordOfPlan } from './record-of-plan';
import type { ProcessDurations } from './process-durations';
import { INSERT_REFUND, type RefundRows } from './refund-rows';

/** The caller starts the process right after the commit; the relay waits a moment before it does so instead. */
const RELAY_WAITS_MS = 1_500;

export type Written = Readonly<{ view: RefundView; start: StartRefund }>;

/**
 * Writes a planned refund with its reservations, the start of its process and the answer for repeats, and commits: one
 * statement. Throws `over_refund` when a payment has no room.
 */
export async function writeRefund(
  tx: Tx,
  asked: DecidedRequest,
  planned: PlannedRefund,
  { idempotency, durations }: Readonly<{ idempotency: IdempotentRequest; durations: ProcessDurations }>,
): Promise<Written> {
  const { principal, sale } = asked;
  const view = refundViewOf(recordOfPlan(asked, planned, principal.mode));
  const start = startOf(asked, planned, durations);
  const own = { merchant_id: sale.merchantId, refund_id: start.refundId };
  const rows: RefundRows = {
    ...planned,
    outbox: [{ ...own, start, next_try_at: new Date(Date.parse(sale.now) + RELAY_WAITS_MS).toISOString() }],
    idempotency_key: [
      { ...own, route: idempotency.route, key: idempotency.key, body_hash: idempotency.bodyHash, answer: view },
    ],
  };
  await Promise.all(asked.tripped.map((limit) => tripBreaker(tx, breachOf(asked, limit))));
  await failpoint('api.before_commit');
  // The quote was made under the payments' locks, so what the statement insists on is the second of two walls before money is promised twice.
  await tx.last(INSERT_REFUND, [JSON.stringify(rows), sale.id]).catch((error: unknown) => {
    throw insistedOn(error) === 'over_refund' ? new RefundError('over_refund') : error;
  });
  return { view, start };
}

const breachOf = ({ sale, request }: DecidedRequest, limit: LimitName): Breach => ({
  limit,
  merchantId: sale.merchantId,
  merchantZone: sale.merchantZone,
  currency: sale.snapshot.currency,
  requestedBy: request.requestedBy ?? null,
  reason: request.reason,
});

function startOf({ sale, request }: DecidedRequest, planned: PlannedRefund, durations: ProcessDurations): StartRefund {
  const { merchantId } = sale;
  const [{ id: refundId, payout, status, due_at }] = planned.refund;
  return {
    merchantId,
    refundId,
    input: { v: 3, merchantId, refundId, ...durations },
    searchAttributes: {
      merchant: merchantId,
      saleRef: request.saleRef,
      gateway: planned.transfer[0]?.gateway ?? '',
      reason: request.reason,
      status,
      amountMinor: payout,
      dueAt: due_at,
    },
  };
}
