import { createGatewayRegistry } from '@zikui/connectors';
import type { GatewayAccount } from '@zikui/domain';
import type { StartedSandbox } from '../../unit/sandbox/started-sandbox';
import type { GatewayWorld } from '../gateway-world';
import type { AnnouncementBox } from './announcement-box';
import { elsewhere, NOBODY, sandboxHands, SILENT, takenInSandbox } from './sandbox-world';

const SECRETS = { apiKey: 'zgs_exam', webhookSecret: 'zgw_exam' };
/** The contract for local acquirers, with the sandbox as the bridge. */
export async function genericWorld(sandbox: StartedSandbox, box: AnnouncementBox): Promise<GatewayWorld> {
  const settings = { account: 'exam', address: `${sandbox.url}/generic` };
  const account: GatewayAccount = { merchantId: 'm1', ...SECRETS, settings };
  const { account: name } = settings;
  await sandbox.post('/_control/accounts', { dialect: 'generic', account: name, secret: SECRETS.apiKey });
  const endpoint = { source: 'generic', account: name, url: box.url, secret: SECRETS.webhookSecret };
  await sandbox.post('/_control/webhook-endpoints', endpoint);

  const registry = createGatewayRegistry({ stripeApiBase: NOBODY, timeoutMs: 400, log: SILENT });
  const gateway = registry.gateway('generic');
  const refusals = [
    'card_declined',
    'card_expired',
    'payment_disputed',
    'payment_not_captured',
    'refund_not_supported',
  ];
  return {
    gateway,
    nowhere: elsewhere(gateway),
    webhooks: registry.webhooks('generic')!,
    disputes: registry.disputes('generic')!,
    listing: registry.movements('generic'),
    account,
    nameOfAccount: name,
    stranger: { ...account, apiKey: 'wrong', webhookSecret: 'other' },
    unknownPayment: 'pay_nobodyknowsthisone',
    answers: 'settled',
    refusals: [...refusals, 'partial_refund_not_supported', 'payment_too_old'].map((code) => ({ code, reason: code })),
    datesAnnouncements: true,
    pageOfLookUp: 1,
    payment: takenInSandbox(sandbox, { dialect: 'generic', account: name }),
    ...sandboxHands(sandbox, box, () => 1),
  };
}
