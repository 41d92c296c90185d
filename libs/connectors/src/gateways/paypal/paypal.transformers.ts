import { fromWireText, type GatewayAsk, type GatewayOutcome, type Money } from '@zikui/domain';
import { isObject, objectIn, textIn, type JsonObject } from '../../json-object';
import { UnclearAnswer } from '../unclear-answer';
import { PAYPAL_CAPABILITIES } from './paypal.capabilities';

type Sureness = 'settled' | 'pending' | 'declined';
/** PayPal's refund statuses. One that is not listed is unknown, never a success or a failure. */
const OUTCOME: ReadonlyMap<string, Sureness> = new Map([
  ['COMPLETED', 'settled'],
  ['PENDING', 'pending'],
  ['FAILED', 'declined'],
  ['CANCELLED', 'declined'],
]);

/** The parts of PayPal's refund that we rely on. */
export type ReadRefund = Readonly<{
  id: string;
  status: string;
  sureness: Sureness | undefined;
  amount: Money | undefined;
  reference: string | null;
  gatewayRef: string | null;
}>;

/** The capture stands in the link that leads up from its refund. */
function captureIn({ links }: JsonObject): string | null {
  const all: readonly unknown[] = Array.isArray(links) ? links : [];
  const up = all.find((link) => isObject(link) && link['rel'] === 'up');
  const href = isObject(up) ? (textIn(up, 'href') ?? '') : '';
  return /\/captures\/([A-Z0-9]+)$/.exec(href)?.[1] ?? null;
}

/** Reads what claims to be a refund; `undefined` when it is none. */
export function readRefund(body: JsonObject): ReadRefund | undefined {
  const id = textIn(body, 'id');
  if (id === undefined) return undefined;
  const status = textIn(body, 'status') ?? 'missing';
  const named = objectIn(body, 'amount');
  return {
    id,
    status,
    sureness: OUTCOME.get(status),
    amount: fromWireText(
      PAYPAL_CAPABILITIES.currencies,
      textIn(named, 'value') ?? '',
      textIn(named, 'currency_code') ?? '',
    ),
    reference: textIn(body, 'custom_id') ?? null,
    gatewayRef: captureIn(body),
  };
}

/** What PayPal's refund means for what was asked. Throws `UnclearAnswer` for all that is not exactly ours. */
export function outcomeOf(body: JsonObject, ask: GatewayAsk): GatewayOutcome {
  const refund = readRefund(body);
  if (refund === undefined) throw new UnclearAnswer('unreadable_answer', {});
  const { id, status, sureness, amount, reference } = refund;
  const money = { amount: amount?.amount ?? null, currency: amount?.currency ?? null };
  const evidence = { gatewayRefundId: id, status, reference, ...money };
  if (sureness === undefined) throw new UnclearAnswer('unlisted_status', evidence);
  if (amount?.amount !== ask.amount.amount || amount.currency !== ask.amount.currency)
    throw new UnclearAnswer('wrong_amount', evidence);
  if (reference !== ask.reference) throw new UnclearAnswer('wrong_reference', evidence);
  const answers: Record<Sureness, GatewayOutcome> = {
    settled: { kind: 'settled', gatewayRefundId: id, amount },
    pending: { kind: 'pending', gatewayRefundId: id, amount, reason: 'processing' },
    declined: { kind: 'declined', gatewayRefundId: id, reason: status.toLowerCase() },
  };
  return answers[sureness];
}
