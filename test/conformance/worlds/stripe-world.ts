import { createGatewayRegistry } from '@zikui/connectors';
import type { GatewayAccount, Money } from '@zikui/domain';
import type { StartedSandbox } from '../../unit/sandbox/started-sandbox';
import type { GatewayWorld } from '../gateway-world';
import type { AnnouncementBox } from './announcement-box';
import { sandboxHands, SILENT } from './sandbox-world';

export const ACCOUNT: GatewayAccount = { merchantId: 'm1', apiKey: 'sk_test_exam', webhookSecret: 'whsec_exam' };
const TIMEOUT_MS = 400;

const registryAt = (stripeApiBase: string, timeoutMs: number) =>
  createGatewayRegistry({ stripeApiBase, timeoutMs, log: SILENT });
export const stripeAt = (stripeApiBase: string, timeoutMs = TIMEOUT_MS) =>
  registryAt(stripeApiBase, timeoutMs).gateway('stripe');

/** A captured payment, made as a shop would make it; the amount is in Stripe's units. */
export async function takePayment({ url }: StartedSandbox, { amount, currency }: Money): Promise<string> {
  const answer = await fetch(`${url}/v1/payment_intents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ACCOUNT.apiKey}` },
    body: new URLSearchParams({ amount: String(amount), currency: currency.toLowerCase() }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { id: string }).id;
}

/** Stripe's protocol as the sandbox speaks it. */
export async function stripeWorld(sandbox: StartedSandbox, box: AnnouncementBox): Promise<GatewayWorld> {
  const { apiKey, webhookSecret } = ACCOUNT;
  await sandbox.post('/_control/webhook-endpoints', {
    account: apiKey,
    url: box.url,
    secret: webhookSecret,
    events: [
      'refund.created',
      'refund.updated',
      'charge.dispute.created',
      'charge.dispute.closed',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.funds_reinstated',
    ],
  });
  return {
    gateway: stripeAt(sandbox.url),
    webhooks: registryAt(sandbox.url, TIMEOUT_MS).webhooks('stripe')!,
    disputes: registryAt(sandbox.url, TIMEOUT_MS).disputes('stripe')!,
    listing: registryAt(sandbox.url, TIMEOUT_MS).movements('stripe'),
    nowhere: stripeAt('http://127.0.0.1:1'),
    account: ACCOUNT,
    nameOfAccount: apiKey,
    stranger: { ...ACCOUNT, apiKey: 'wrong', webhookSecret: 'whsec_other' },
    unknownPayment: 'pi_nobodyknowsthisone',
    answers: 'settled',
    refusals: [
      { code: 'charge_already_refunded', reason: 'already_refunded' },
      { code: 'charge_disputed', reason: 'payment_disputed' },
      { code: 'balance_insufficient', reason: 'insufficient_funds' },
      { code: 'resource_missing', reason: 'payment_not_found' },
      { code: 'charge_expired_for_capture', reason: 'payment_not_captured' },
      { code: 'amount_too_small', reason: 'amount_not_supported' },
      { code: 'parameter_missing', reason: 'invalid_request' },
      { code: 'not_allowed_on_standard_account', reason: 'not_allowed' },
      { code: 'payment_method_unsupported_type', reason: 'refund_not_supported' },
    ],
    datesAnnouncements: true,
    pageOfLookUp: 100,
    payment: (money) => takePayment(sandbox, money),
    ...sandboxHands(sandbox, box, () => 1),
  };
}
