import { fromWireAmount, type DisputeFunds, type DisputeNews, type DisputeStatus } from '@zikui/domain';
import { objectIn, textIn, type JsonObject } from '../../json-object';
import { ADYEN_CAPABILITIES } from './adyen.capabilities';

type Means = Readonly<{ status: DisputeStatus; funds: DisputeFunds | null }>;
/**
 * What Adyen's events say of a dispute. A request for information takes no money and is no dispute; the end of the defence
 * period leaves open who won. Events that are not listed tell nothing.
 */
const MEANS: ReadonlyMap<string, Means> = new Map<string, Means>([
  ['NOTIFICATION_OF_CHARGEBACK', { status: 'open', funds: null }],
  ['CHARGEBACK', { status: 'open', funds: 'withdrawn' }],
  ['CHARGEBACK_REVERSED', { status: 'won', funds: 'returned' }],
  ['SECOND_CHARGEBACK', { status: 'lost', funds: 'withdrawn' }],
  ['PREARBITRATION_WON', { status: 'won', funds: null }],
  ['PREARBITRATION_LOST', { status: 'lost', funds: null }],
]);

/** Codes of card schemes stand before a text that may name people: only the code is kept. */
const codeIn = (reason: string): string | null => /^[A-Za-z0-9._]{1,32}(?=$|[\s:])/.exec(reason)?.[0] ?? null;

/** What a verified item tells of a dispute; `undefined` when that is nothing certain. */
export function disputeNewsOf(item: JsonObject): DisputeNews | undefined {
  const type = textIn(item, 'eventCode') ?? '';
  const means = MEANS.get(type);
  const disputeRef = textIn(item, 'pspReference');
  const payment = textIn(item, 'originalReference');
  const named = objectIn(item, 'amount');
  const currency = textIn(named, 'currency') ?? '';
  const amount = fromWireAmount(ADYEN_CAPABILITIES.currencies, Number(named['value']), currency);
  const occurredAtMs = Date.parse(textIn(item, 'eventDate') ?? '');
  if (means === undefined || disputeRef === undefined || payment === undefined) return undefined;
  if (amount === undefined || Number.isNaN(occurredAtMs) || item['success'] !== 'true') return undefined;
  return {
    // The date is not signed: an event is known by what is.
    eventId: [type, disputeRef, String(amount.amount)].join(':'),
    type,
    occurredAt: new Date(occurredAtMs).toISOString(),
    disputeRef,
    gatewayRefs: [payment],
    amount,
    reason: codeIn(textIn(item, 'reason') ?? ''),
    ...means,
  };
}
