import type { GatewayAccount, Money } from '@zikui/domain';
import { createGatewayRegistry, type ConnectorLog } from '@zikui/connectors';
import type { GatewayTrouble, GatewayWorld } from '../../../libs/connectors/src/gateways/conformance';
import type { StartedSandbox } from '../sandbox/started-sandbox';

export const ACCOUNT: GatewayAccount = { merchantId: 'm1', apiKey: 'sk_test_exam', webhookSecret: 'whsec_exam' };
const SILENT: ConnectorLog = { info: () => undefined, warn: () => undefined };
const TIMEOUT_MS = 400;

const TROUBLES: Readonly<Record<GatewayTrouble, Readonly<{ action: string; ms?: number }>>> = {
  declines: { action: 'decline' },
  stays_pending: { action: 'pending' },
  never_answers_before_work: { action: 'timeout_before_commit' },
  never_answers_after_work: { action: 'commit_then_timeout' },
  fails_after_work: { action: 'commit_then_500' },
  breaks_off_after_work: { action: 'commit_then_reset' },
  answers_garbage: { action: 'html_body' },
  answers_half: { action: 'truncated_body' },
  answers_another_amount: { action: 'wrong_amount' },
  is_too_busy: { action: 'too_many_requests', ms: 2_000 },
  look_up_fails: { action: 'lookup_500' },
};

export const stripeAt = (stripeApiBase: string, timeoutMs = TIMEOUT_MS) =>
  createGatewayRegistry({ stripeApiBase, timeoutMs, log: SILENT }).gateway('stripe');

type Movement = Readonly<{ amount: number; status: string }>;

/** A captured payment, made as a shop would make it. */
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
export function stripeWorld(sandbox: StartedSandbox): GatewayWorld {
  return {
    gateway: stripeAt(sandbox.url),
    nowhere: stripeAt('http://127.0.0.1:1'),
    account: ACCOUNT,
    unknownPayment: 'pi_nobodyknowsthisone',
    payment: (amount) => takePayment(sandbox, amount),
    async trouble(kind, gatewayRef) {
      await sandbox.post('/_faults', { target: 'gateway', match: { gatewayRef }, ...TROUBLES[kind] });
    },
    async moved(gatewayRef) {
      const { items } = (await sandbox.get(`/_ledger?gatewayRef=${gatewayRef}`)) as { items: readonly Movement[] };
      return items.filter(({ status }) => status !== 'failed').map(({ amount }) => amount);
    },
  };
}
