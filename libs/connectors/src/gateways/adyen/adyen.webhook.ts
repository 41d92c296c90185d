import type { Types } from '@adyen/api-library';
import { fromWireAmount, RefundError, type DisputeNews, type GatewayAccount, type GatewayNews } from '@zikui/domain';
import { isObject, objectIn, parseObject, textIn, type JsonObject } from '../../json-object';
import { webhookSecretsOf } from '../webhook-secrets';
import { ADYEN_CAPABILITIES } from './adyen.capabilities';
import { loadAdyen } from './adyen.client';
import { disputeNewsOf } from './adyen.disputes';
import { failureOf } from './adyen.refusals';

const HMAC_KEY = /^[0-9a-f]{64}$/i;

type Item = Types.notification.NotificationRequestItem;
/**
 * What an event means for a refund, where `success` says that it is so. Events that are not listed tell nothing of one.
 * Source: Adyen's webhooks v1, docs.adyen.com/api-explorer/Webhooks/1/post/{event}. `REFUND` is the result of the request,
 * `REFUND_FAILED` its later rejection by the scheme, `REFUNDED_REVERSED` money that returned to the merchant's account;
 * `POSTPONED_REFUND` ("postponed until after payment capture") is only sent to accounts for which Adyen enabled it.
 */
const MEANS: ReadonlyMap<string, 'settled' | 'pending' | 'declined'> = new Map([
  // Taken up when the payment is captured.
  ['POSTPONED_REFUND', 'pending'],
  ['REFUND', 'settled'],
  ['CANCEL_OR_REFUND', 'settled'],
  ['REFUND_WITH_DATA', 'settled'],
  ['REFUND_FAILED', 'declined'],
  ['REFUNDED_REVERSED', 'declined'],
]);

/** The only item of a notification in JSON, whole enough to be signed. */
function itemOf(rawBody: Buffer): JsonObject {
  const { notificationItems } = parseObject(rawBody.toString('utf8')) ?? {};
  const items: readonly unknown[] = Array.isArray(notificationItems) ? notificationItems : [];
  const [only, ...others] = items;
  const item = isObject(only) ? objectIn(only, 'NotificationRequestItem') : {};
  const isWhole = textIn(item, 'pspReference') !== undefined && typeof objectIn(item, 'amount')['value'] === 'number';
  if (others.length > 0 || !isWhole) throw new RefundError('bad_signature', { gateway: 'adyen' });
  return item;
}

async function verified(account: GatewayAccount, item: JsonObject): Promise<void> {
  const { hmacValidator: Validator } = await loadAdyen();
  const signed = item as unknown as Item;
  // A secret that is no key in hex would be an empty key to the package, with which anybody can sign.
  const secrets = webhookSecretsOf(account).filter((secret) => HMAC_KEY.test(secret));
  const isGenuine = secrets.some((secret) => new Validator().validateHMAC(signed, secret));
  // One key may sign for several accounts of a company.
  const isOurs = textIn(item, 'merchantAccountCode') === account.settings?.['merchantAccount'];
  if (!isGenuine || !isOurs) throw new RefundError('bad_signature', { gateway: 'adyen' });
}

/**
 * Verifies the signature and reads the event. Rejects with `bad_signature`; `undefined` when it tells nothing certain of a
 * refund. The signature covers neither the reason nor the date: an event is known by what is signed, so that an old one
 * with a new date is the old one still.
 */
export async function readAdyenWebhook(account: GatewayAccount, rawBody: Buffer): Promise<GatewayNews | undefined> {
  const item = itemOf(rawBody);
  await verified(account, item);
  const type = textIn(item, 'eventCode') ?? '';
  const isSo = item['success'] === 'true';
  const means = MEANS.get(type);
  const named = objectIn(item, 'amount');
  const currency = textIn(named, 'currency') ?? '';
  const amount = fromWireAmount(ADYEN_CAPABILITIES.currencies, Number(named['value']), currency);
  const occurredAtMs = Date.parse(textIn(item, 'eventDate') ?? '');
  if (means === undefined || amount === undefined || Number.isNaN(occurredAtMs)) return undefined;
  // A delay, a failure or a reversal that did not come about tells nothing of the refund itself.
  if (means !== 'settled' && !isSo) return undefined;
  const status = isSo ? means : 'declined';
  const gatewayRefundId = textIn(item, 'pspReference') ?? '';
  return {
    eventId: [type, gatewayRefundId, String(item['success'])].join(':'),
    type,
    occurredAt: new Date(occurredAtMs).toISOString(),
    reference: textIn(item, 'merchantReference') ?? null,
    gatewayRefundId,
    gatewayRef: textIn(item, 'originalReference') ?? '',
    outcome: {
      status,
      amount,
      pendingReason: status === 'pending' ? 'charge_pending' : null,
      reason: status === 'declined' ? failureOf(textIn(item, 'reason')) : null,
    },
  };
}

/** Verifies the signature and reads the event. Rejects with `bad_signature`; `undefined` when it tells nothing certain of a dispute. */
export async function readAdyenDispute(account: GatewayAccount, rawBody: Buffer): Promise<DisputeNews | undefined> {
  const item = itemOf(rawBody);
  await verified(account, item);
  return disputeNewsOf(item);
}
