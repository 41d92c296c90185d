// The vendor's package is large: it is read before the world opens, not while a call waits that gives up soon.
import '@adyen/api-library';
import { createGatewayRegistry } from '@zikui/connectors';
import type { GatewayAccount } from '@zikui/domain';
import type { StartedSandbox } from '../../unit/sandbox/started-sandbox';
import type { GatewayWorld } from '../gateway-world';
import type { AnnouncementBox } from './announcement-box';
import { elsewhere, NOBODY, sandboxHands, SILENT, takenInSandbox } from './sandbox-world';

const NAME = 'ExamShopECOM';
const HMAC_KEY = 'a'.repeat(64);
/** Adyen's units per minor unit of ISO 4217. */
const unitsPer = (currency: string): number => (['CLP', 'ISK'].includes(currency) ? 100 : 1);

/** Adyen's protocol as the sandbox speaks it: every refund is confirmed, and announced when it is over. */
export async function adyenWorld(sandbox: StartedSandbox, box: AnnouncementBox): Promise<GatewayWorld> {
  const settings = { merchantAccount: NAME, address: `${sandbox.url}/adyen` };
  const account: GatewayAccount = { merchantId: 'm1', apiKey: 'AQE_exam', webhookSecret: HMAC_KEY, settings };
  await sandbox.post('/_control/accounts', { dialect: 'adyen', account: NAME, secret: account.apiKey });
  const endpoint = { source: 'adyen', account: NAME, url: box.url, secret: HMAC_KEY };
  await sandbox.post('/_control/webhook-endpoints', endpoint);

  const registry = createGatewayRegistry({ stripeApiBase: NOBODY, timeoutMs: 400, log: SILENT });
  const gateway = registry.gateway('adyen');
  return {
    gateway,
    nowhere: elsewhere(gateway),
    webhooks: registry.webhooks('adyen')!,
    disputes: registry.disputes('adyen')!,
    listing: registry.movements('adyen'),
    account,
    nameOfAccount: NAME,
    stranger: { ...account, apiKey: 'wrong', webhookSecret: 'b'.repeat(64) },
    unknownPayment: 'NOBODYKNOWSTHIS1',
    answers: 'pending',
    refusals: [
      { code: 'Insufficient balance on payment', reason: 'amount_exceeds_payment' },
      { code: "Transaction hasn't been captured, refund not possible", reason: 'payment_not_captured' },
      { code: 'Insufficient funds', reason: 'insufficient_funds' },
      { code: 'A sentence that nobody listed', reason: 'declined' },
    ],
    // The signature covers no time.
    datesAnnouncements: false,
    pageOfLookUp: 0,
    payment: takenInSandbox(sandbox, { dialect: 'adyen', account: NAME }, unitsPer),
    ...sandboxHands(sandbox, box, unitsPer),
  };
}
