import { fromWireAmount, type GatewayAsk, type GatewayOutcome, type Money, type PendingReason } from '@zikui/domain';
import type Stripe from 'stripe';
import { UnclearAnswer } from '../unclear-answer';
import { STRIPE_CAPABILITIES } from './stripe.capabilities';

/** Where our reference is kept with a refund at Stripe. */
export const REFERENCE_KEY = 'zikui_reference';

type Sureness = 'settled' | 'pending' | 'declined';
/** Stripe's refund statuses. One that is not listed is unknown, never a success or a failure. */
const OUTCOME: ReadonlyMap<string, Sureness> = new Map([
  ['succeeded', 'settled'],
  ['pending', 'pending'],
  ['requires_action', 'pending'],
  ['failed', 'declined'],
  ['canceled', 'declined'],
]);
const PENDING_REASON: ReadonlyMap<string, PendingReason> = new Map([
  ['processing', 'processing'],
  ['insufficient_funds', 'insufficient_funds'],
  ['charge_pending', 'charge_pending'],
]);

/** The parts of Stripe's refund that we rely on, checked: an answer without them is no refund. */
export type ReadRefund = Readonly<{
  id: string;
  status: string;
  sureness: Sureness | 'unknown';
  amount: Money | undefined;
  gatewayRef: string | null;
  reference: string | null;
  pendingReason: PendingReason;
  failureReason: string;
}>;

type Shape = Partial<Record<keyof Stripe.Refund, unknown>>;
const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  const id = typeof value === 'object' && value !== null ? (value as Shape).id : undefined;
  return typeof id === 'string' ? id : null;
};

function referenceOf(metadata: unknown): string | null {
  const value =
    typeof metadata === 'object' && metadata !== null
      ? (metadata as Readonly<Record<string, unknown>>)[REFERENCE_KEY]
      : undefined;
  return typeof value === 'string' ? value : null;
}

/** Reads what claims to be a refund; `undefined` when it is none. The package passes on any JSON, also that of an error page. */
export function readRefund(body: unknown): ReadRefund | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { id, object, status, amount, currency, payment_intent, charge, metadata, ...rest } = body as Shape;
  if (object !== 'refund' || typeof id !== 'string' || typeof amount !== 'number' || typeof currency !== 'string')
    return undefined;
  const known = typeof status === 'string' ? status : 'missing';
  return {
    id,
    status: known,
    sureness: OUTCOME.get(known) ?? 'unknown',
    amount: fromWireAmount(STRIPE_CAPABILITIES.currencies, amount, currency.toUpperCase()),
    gatewayRef: idOf(payment_intent) ?? idOf(charge),
    reference: referenceOf(metadata),
    pendingReason:
      known === 'requires_action'
        ? 'customer_action'
        : (PENDING_REASON.get(String(rest.pending_reason)) ?? 'processing'),
    failureReason: typeof rest.failure_reason === 'string' ? rest.failure_reason : known,
  };
}

/** What Stripe's refund means for what was asked. Throws `UnclearAnswer` for an unlisted status or another amount than ours. */
export function outcomeOf(body: unknown, ask: GatewayAsk): GatewayOutcome {
  const refund = readRefund(body);
  if (refund === undefined) throw new UnclearAnswer('unreadable_answer', {});
  const { id, status, sureness, amount, pendingReason, failureReason } = refund;
  const evidence = {
    gatewayRefundId: id,
    status,
    amount: amount?.amount ?? null,
    currency: amount?.currency ?? null,
    reference: refund.reference,
  };
  if (sureness === 'unknown') throw new UnclearAnswer('unlisted_status', evidence);
  if (amount === undefined || amount.amount !== ask.amount.amount || amount.currency !== ask.amount.currency)
    throw new UnclearAnswer('wrong_amount', evidence);
  // A key that was first used for another refund would answer with that one.
  if (refund.reference !== ask.reference) throw new UnclearAnswer('wrong_reference', evidence);
  const answers: Record<Sureness, GatewayOutcome> = {
    settled: { kind: 'settled', gatewayRefundId: id, amount },
    pending: { kind: 'pending', gatewayRefundId: id, amount, reason: pendingReason },
    declined: { kind: 'declined', gatewayRefundId: id, reason: failureReason },
  };
  return answers[sureness];
}
