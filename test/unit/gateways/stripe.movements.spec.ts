import { createGatewayRegistry } from '@zikui/connectors';
import type { GatewayMovement, ListsMovements } from '@zikui/domain';
import { startSandbox, type StartedSandbox } from '../sandbox/started-sandbox';
import { ACCOUNT, stripeAt, takePayment } from '../../conformance/worlds/stripe-world';

const DAY = 86_400_000;
const ILS = (amount: number) => ({ amount, currency: 'ILS' });
let sandbox: StartedSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const listing = (base = sandbox.url): ListsMovements => {
  const log = { info: () => undefined, warn: () => undefined };
  const found = createGatewayRegistry({ stripeApiBase: base, timeoutMs: 400, log }).movements('stripe');
  if (found === undefined) throw new Error('Stripe lists its refunds');
  return found;
};
async function listed(fromMs = Date.now() - DAY, toMs = Date.now() + DAY): Promise<readonly GatewayMovement[]> {
  const all: GatewayMovement[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await listing().listMovements({ account: ACCOUNT, fromMs, toMs, after: after ?? null });
    all.push(...page.items);
    after = page.next;
  }
  return all;
}

describe('the list of what Stripe did', () => {
  it('holds every refund of the account once, newest first, page by page, in our words', async () => {
    const gatewayRef = await takePayment(sandbox, ILS(100_000));
    await sandbox.post('/_faults', { target: 'gateway', action: 'pending', match: { gatewayRef }, times: 1 });
    for (let no = 1; no <= 105; no += 1) {
      const ask = { account: ACCOUNT, idempotencyKey: `list-${no}`, reference: `zr_list_${no}`, gatewayRef };
      await stripeAt(sandbox.url).refund({ ...ask, amount: ILS(no) });
    }
    const all = await listed();
    expect(all.map(({ amount }) => amount)).toEqual(Array.from({ length: 105 }, (_, index) => ILS(105 - index)));
    expect(all.at(-1)).toMatchObject({ reference: 'zr_list_1', gatewayRef, status: 'pending' });
    expect(all[0]).toMatchObject({ reference: 'zr_list_105', status: 'settled' });
    expect(Date.parse(all[0]?.createdAt ?? '')).toBeGreaterThan(Date.now() - DAY);
  });

  it('holds nothing of another time or another account', async () => {
    expect(await listed(Date.now() - 3 * DAY, Date.now() - 2 * DAY)).toEqual([]);
    const stranger = { ...ACCOUNT, apiKey: 'sk_test_stranger' };
    const ask = { account: stranger, fromMs: 0, toMs: Date.now() + DAY, after: null };
    expect(await listing().listMovements(ask)).toEqual({ items: [], next: null });
  });

  it('is no list while nobody answers or the answer is a failure', async () => {
    const ask = { account: ACCOUNT, fromMs: 0, toMs: 1, after: null };
    await expect(listing('http://127.0.0.1:1').listMovements(ask)).rejects.toMatchObject({ name: 'GatewayNotReached' });
    await sandbox.post('/_faults', { target: 'gateway', action: 'lookup_500' });
    await expect(listing().listMovements(ask)).rejects.toMatchObject({ name: 'GatewayOutcomeUnknown' });
  });
});
