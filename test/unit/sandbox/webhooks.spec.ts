import Stripe from 'stripe';
import { startSandbox, type StartedSandbox } from './started-sandbox';
import { openReceiver, RECEIVER_SECRET, type Receiver } from './webhook-receiver';

let sandbox: StartedSandbox;
let receiver: Receiver;
let shops = 0;
let account = '';

beforeAll(async () => {
  sandbox = await startSandbox({ SANDBOX_WEBHOOK_RETRY_MS: '20,40' });
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  receiver = await openReceiver(isGenuine);
  account = `sk_test_shop${String((shops += 1))}`;
  await register();
});
afterEach(() => receiver.close());

/** What the official package says of a signature. */
function isGenuine(body: string, signature: string): boolean {
  try {
    Stripe.webhooks.constructEvent(body, signature, RECEIVER_SECRET);
    return true;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

const register = (more: object = {}) =>
  sandbox.post('/_control/webhook-endpoints', { account, url: receiver.url, secret: RECEIVER_SECRET, ...more });

async function call(path: string, params: Record<string, string>): Promise<{ id: string; status: string }> {
  const answer = await fetch(`${sandbox.url}/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${account}` },
    body: new URLSearchParams(params),
  });
  return (await answer.json()) as { id: string; status: string };
}
/** A refund that meets the faults. */
async function refund(...faults: readonly object[]): Promise<{ id: string; status: string }> {
  const { id } = await call('payment_intents', { amount: '1000', currency: 'ils' });
  for (const fault of faults)
    await sandbox.post('/_faults', { target: 'gateway', match: { gatewayRef: id }, ...fault });
  return call('refunds', { payment_intent: id, amount: '100' });
}
const types = () => receiver.events.map(({ type, status }) => `${type} ${status}`);
/** Lets everything happen that is about to: a later refund has been told after the events before it. */
async function settled(): Promise<void> {
  const before = receiver.events.length;
  await refund();
  await receiver.deliveries(before + 1);
}

describe('webhooks of the sandbox', () => {
  it('tell of a refund once, with a signature that the official package takes', async () => {
    await refund();
    await receiver.deliveries(1);
    expect(types()).toEqual(['refund.created succeeded']);
    expect(receiver.events[0]?.genuine).toBe(true);
  });

  it('tell the older kinds too where they are asked for', async () => {
    await register({ events: ['refund.created', 'charge.refunded', 'charge.refund.updated'] });
    const { id } = await refund();
    await receiver.deliveries(2);
    await sandbox.post(`/_control/refunds/${id}/fail`, {});
    expect(types().sort()).toEqual([
      'charge.refund.updated failed',
      'charge.refunded succeeded',
      'refund.created succeeded',
    ]);
  });

  it('go to the account that asked for the refund, and to no other', async () => {
    const own = account;
    account = 'sk_test_nobody';
    await refund();
    account = own;
    await settled();
    expect(receiver.events).toHaveLength(1);
  });

  it('tell when a waiting refund is settled by hand', async () => {
    const { id, status } = await refund({ action: 'pending' });
    expect(status).toBe('pending');
    const told = await sandbox.post(`/_control/refunds/${id}/settle`, {});
    expect(told).toMatchObject({ refund: { status: 'succeeded' }, told: [{ kind: 'refund.updated', status: 200 }] });
    expect(types()).toEqual(['refund.created pending', 'refund.updated succeeded']);
  });

  it('tell when a waiting refund settles by itself', async () => {
    await refund({ action: 'pending', ms: 20 });
    await receiver.deliveries(2);
    expect(types()).toEqual(['refund.created pending', 'refund.updated succeeded']);
  });

  it('tell of a failure in both kinds, and the money is back', async () => {
    const { id } = await refund();
    await receiver.deliveries(1);
    await sandbox.post(`/_control/refunds/${id}/fail`, { reason: 'lost_or_stolen_card' });
    expect(types().slice(1).sort()).toEqual(['refund.failed failed', 'refund.updated failed']);
    expect(await sandbox.get('/_ledger')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ id, status: 'failed', failureReason: 'lost_or_stolen_card' }),
      ]) as unknown,
    });
  });

  it('tell first that it succeeded, then that it came back', async () => {
    const { status } = await refund({ action: 'settle_then_reverse', ms: 20 });
    expect(status).toBe('succeeded');
    await receiver.deliveries(3);
    expect(types()[0]).toBe('refund.created succeeded');
    expect(types().slice(1).sort()).toEqual(['refund.failed failed', 'refund.updated failed']);
  });

  it('come more than once with one id', async () => {
    await refund({ action: 'webhook_duplicate', n: 4 });
    await receiver.deliveries(5);
    expect(new Set(receiver.events.map(({ id }) => id)).size).toBe(1);
  });

  it('come in another order', async () => {
    const { id } = await refund({ action: 'pending' }, { action: 'webhook_reorder' });
    await sandbox.post(`/_control/refunds/${id}/settle`, {});
    await receiver.deliveries(2);
    expect(types()).toEqual(['refund.updated succeeded', 'refund.created pending']);
  });

  it('come before the answer', async () => {
    const asked = refund({ action: 'webhook_before_answer' }).then(() => receiver.events.length);
    expect(await asked).toBe(1);
  });

  it('come late', async () => {
    await refund({ action: 'webhook_delay', ms: 150 });
    await settled();
    await receiver.deliveries(2);
    expect(receiver.events).toHaveLength(2);
  });

  it('never come, not even for what happens later', async () => {
    const { id } = await refund({ action: 'webhook_never' }, { action: 'pending' });
    await sandbox.post(`/_control/refunds/${id}/settle`, {});
    await settled();
    expect(types()).toEqual(['refund.created succeeded']);
  });

  it.each(['webhook_bad_signature', 'webhook_old_timestamp'])(
    'come with a signature that must not be taken (%s)',
    async (action) => {
      receiver.answerWith(200);
      await refund({ action });
      await receiver.deliveries(1);
      expect(receiver.events[0]?.genuine).toBe(false);
    },
  );

  it('are tried again until they are taken, signed anew each time', async () => {
    receiver.answerWith(500, 302, 404);
    await refund();
    await receiver.deliveries(4);
    expect(new Set(receiver.events.map(({ id }) => id)).size).toBe(1);
    expect(receiver.events.every(({ genuine }) => genuine)).toBe(true);
    await settled();
    expect(receiver.events).toHaveLength(5);
  });

  it('are signed with both secrets while one replaces the other', async () => {
    await register({ secret: `whsec_next, ${RECEIVER_SECRET}` });
    await refund();
    await receiver.deliveries(1);
    expect(receiver.events[0]?.genuine).toBe(true);
    expect(receiver.events[0]?.signature.match(/v1=/g)).toHaveLength(2);
  });

  it('registers one endpoint once, and never shows its secret', async () => {
    await register();
    const { items } = (await sandbox.get('/_control/webhook-endpoints')) as { items: readonly { account: string }[] };
    expect(items.filter((endpoint) => endpoint.account === account)).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain(RECEIVER_SECRET);
  });

  it('forgets the other addresses of an account that has moved', async () => {
    const addresses = async (): Promise<readonly string[]> => {
      const { items } = (await sandbox.get('/_control/webhook-endpoints')) as {
        items: readonly { account: string; url: string }[];
      };
      return items.filter((endpoint) => endpoint.account === account).map(({ url }) => url);
    };
    await register({ url: 'http://127.0.0.1:9/old' });
    expect(await addresses()).toEqual([receiver.url, 'http://127.0.0.1:9/old']);
    await register({ only: true });
    expect(await addresses()).toEqual([receiver.url]);
  });

  it('refuses an endpoint that is no address, and refunds and parcels that it does not know', async () => {
    await expect(register({ url: 'nowhere' })).rejects.toThrow('url');
    await expect(sandbox.post('/_control/refunds/re_x/settle', {})).rejects.toThrow('404');
    await expect(sandbox.post('/_control/parcels/EZ0/scan', { status: 'delivered' })).rejects.toThrow('404');
  });
});
