import { fromWireText, type GatewayMovement, type MovementsAsk, type MovementStatus } from '@zikui/domain';
import { isObject, objectIn, textIn, type JsonObject } from '../../json-object';
import { UnclearAnswer } from '../unclear-answer';
import { PAYPAL_CAPABILITIES } from './paypal.capabilities';
import type { PayPalClient } from './paypal.client';

const SECOND = 1_000;
const DAY_MS = 86_400_000;
/** What one search takes: 31 days, of which the last second is left out, and 500 transactions a page. */
const LONGEST_SPAN_MS = 31 * DAY_MS - SECOND;
const PAGE = 500;
/** The search goes back for three years. */
const OLDEST_MS = 3 * 365 * DAY_MS;
/** A refund that the merchant made (developer.paypal.com, "Transaction event codes"). */
const REFUND = 'T1107';
/** Answered instead of more than 10,000 transactions: the span is to be shorter. */
const TOO_MANY = 'RESULTSET_TOO_LARGE';

/**
 * What PayPal's statuses of a transaction say of a refund (developer.paypal.com/docs/api/transaction-search/v1,
 * `transaction_status`): S completed, P pending, D denied, V "a successful transaction was reversed and funds were refunded
 * to the original sender", who of a refund is the merchant: the money came back. Older versions list F, partially refunded;
 * nobody knows then what the customer has, so like all that is not listed it is unknown.
 */
const STATUS: ReadonlyMap<string | undefined, MovementStatus> = new Map([
  ['S', 'settled'],
  ['P', 'pending'],
  ['D', 'declined'],
  ['V', 'declined'],
]);

/** Where a walk through the spans stands: the span, and its page. */
type Place = Readonly<{ fromMs: number; lengthMs: number; page: number }>;
const textOf = ({ fromMs, lengthMs, page }: Place): string => [fromMs, lengthMs, page].join('.');
const placeIn = (text: string): Place => {
  const [fromMs = 0, lengthMs = 0, page = 0] = text.split('.').map(Number);
  return { fromMs, lengthMs, page };
};
/** PayPal's offsets have no colon. */
const readMoment = (text: string): number => Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
const secondOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** A transaction of the search. Throws `UnclearAnswer` for one that cannot be read: a list with a hole proves nothing. */
function movementOf(listed: unknown): GatewayMovement {
  const info = objectIn(isObject(listed) ? listed : {}, 'transaction_info');
  const gatewayRefundId = textIn(info, 'transaction_id');
  const named = objectIn(info, 'transaction_amount');
  const value = (textIn(named, 'value') ?? '').replace(/^-/, '');
  const amount = fromWireText(PAYPAL_CAPABILITIES.currencies, value, textIn(named, 'currency_code') ?? '');
  const createdAtMs = readMoment(textIn(info, 'transaction_initiation_date') ?? '');
  if (gatewayRefundId === undefined || amount === undefined || Number.isNaN(createdAtMs))
    throw new UnclearAnswer('unreadable_answer', { gatewayRefundId: gatewayRefundId ?? null });
  return {
    gatewayRefundId,
    reference: textIn(info, 'custom_field') ?? null,
    gatewayRef: textIn(info, 'paypal_reference_id') ?? null,
    amount,
    status: STATUS.get(textIn(info, 'transaction_status')) ?? 'unknown',
    createdAt: new Date(createdAtMs).toISOString(),
  };
}

/** One page of one span; `undefined` when the span holds more than PayPal shows. */
async function search(
  client: PayPalClient,
  account: MovementsAsk['account'],
  { fromMs, lengthMs, page }: Place,
): Promise<JsonObject | undefined> {
  const query = new URLSearchParams({
    start_date: secondOf(fromMs),
    end_date: secondOf(fromMs + lengthMs - SECOND),
    transaction_type: REFUND,
    fields: 'transaction_info',
    page_size: String(PAGE),
    page: String(page),
  });
  const answer = await client.get(account, `/v1/reporting/transactions?${query.toString()}`);
  if (answer.kind === 'done') return answer.body;
  if (answer.name === TOO_MANY) return undefined;
  throw new UnclearAnswer('unlisted_refusal', { httpStatus: answer.httpStatus, code: answer.issue });
}

/** The account's refunds of a span of time by PayPal's Transaction Search: span by span, for it takes no longer one, oldest first. */
export async function searchPayPal(
  client: PayPalClient,
  { account, fromMs, toMs, after }: MovementsAsk,
  nowMs = Date.now(),
): Promise<Readonly<{ items: readonly GatewayMovement[]; next: string | null }>> {
  const begin = Math.floor(Math.max(fromMs, nowMs - OLDEST_MS) / SECOND) * SECOND;
  const end = Math.ceil(Math.min(toMs, nowMs + SECOND) / SECOND) * SECOND;
  const spanFrom = (startMs: number): Place => ({
    fromMs: startMs,
    lengthMs: Math.min(LONGEST_SPAN_MS, end - startMs),
    page: 1,
  });
  let place = after === null ? spanFrom(begin) : placeIn(after);
  if (place.lengthMs < SECOND) return { items: [], next: null };
  for (;;) {
    const body = await search(client, account, place);
    if (body === undefined) {
      const half = Math.floor(place.lengthMs / (2 * SECOND)) * SECOND;
      if (half < SECOND) throw new UnclearAnswer('too_many_refunds', {});
      place = { ...place, lengthMs: half, page: 1 };
      continue;
    }
    const { transaction_details: listed, total_pages: pages } = body;
    if (!Array.isArray(listed) || typeof pages !== 'number') throw new UnclearAnswer('unreadable_answer', {});
    const items = listed.map(movementOf);
    if (place.page < pages) return { items, next: textOf({ ...place, page: place.page + 1 }) };
    const following = spanFrom(place.fromMs + place.lengthMs);
    return { items, next: following.lengthMs < SECOND ? null : textOf(following) };
  }
}
