import { createGatewayRegistry } from '@zikui/connectors';
import type { GatewayAccount } from '@zikui/domain';
import type { StartedSandbox } from '../../unit/sandbox/started-sandbox';
import type { GatewayWorld } from '../gateway-world';
import type { AnnouncementBox } from './announcement-box';
import { elsewhere, NOBODY, sandboxHands, SILENT, takenInSandbox } from './sandbox-world';

const CLIENT = 'exam-client';
const WEBHOOK_ID = '1JE4291016473214C';
/** The smallest coins of PayPal's forint per minor unit of ISO 4217: it takes whole ones only. */
const unitsPer = (currency: string): number => (currency === 'HUF' || currency === 'TWD' ? 0.01 : 1);

/** PayPal's protocol as the sandbox speaks it. */
export async function payPalWorld(sandbox: StartedSandbox, box: AnnouncementBox): Promise<GatewayWorld> {
  const settings = { clientId: CLIENT, address: `${sandbox.url}/paypal` };
  const account: GatewayAccount = { merchantId: 'm1', apiKey: 'client-secret', webhookSecret: WEBHOOK_ID, settings };
  await sandbox.post('/_control/accounts', { dialect: 'paypal', account: CLIENT, secret: account.apiKey });
  const endpoint = { source: 'paypal', account: CLIENT, url: box.url, secret: WEBHOOK_ID };
  await sandbox.post('/_control/webhook-endpoints', endpoint);

  // The sandbox makes its key now, not while a call waits that gives up soon.
  await fetch(`${sandbox.url}/paypal/v1/notifications/certs/sandbox`);

  const registry = createGatewayRegistry({ stripeApiBase: NOBODY, timeoutMs: 400, log: SILENT });
  const gateway = registry.gateway('paypal');
  return {
    gateway,
    nowhere: elsewhere(gateway),
    webhooks: registry.webhooks('paypal')!,
    disputes: registry.disputes('paypal')!,
    listing: registry.movements('paypal'),
    account,
    nameOfAccount: CLIENT,
    stranger: { ...account, apiKey: 'wrong', webhookSecret: 'ANOTHERWEBHOOK' },
    unknownPayment: 'NOBODYKNOWSTHIS1X',
    answers: 'settled',
    refusals: [
      { code: 'CAPTURE_FULLY_REFUNDED', reason: 'already_refunded' },
      { code: 'REFUND_TIME_LIMIT_EXCEEDED', reason: 'payment_too_old' },
      { code: 'TRANSACTION_DISPUTED', reason: 'payment_disputed' },
      { code: 'REFUND_FAILED_INSUFFICIENT_FUNDS', reason: 'insufficient_funds' },
      { code: 'PARTIAL_REFUND_NOT_ALLOWED', reason: 'partial_refund_not_supported' },
      { code: 'REFUND_NOT_ALLOWED', reason: 'refund_not_supported' },
      { code: 'DECIMALS_NOT_SUPPORTED', reason: 'amount_not_supported' },
    ],
    // Deliveries of an hour ago are genuine repeats; only those of many days are refused.
    datesAnnouncements: false,
    pageOfLookUp: 0,
    payment: takenInSandbox(sandbox, { dialect: 'paypal', account: CLIENT }, unitsPer),
    ...sandboxHands(sandbox, box, unitsPer),
  };
}
