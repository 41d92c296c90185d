import { randomUUID } from 'node:crypto';
import { uuidOf, type Role } from '@zikui/domain';
import { PolicyStore, type BreakerView, type GatewayStateView, type ProposalView } from '@zikui/persistence';
import { labMerchant, sandboxAccounts } from '../../../tools/merchant/sample-merchants';
import type { MerchantKeys } from '../../../tools/merchant/set-up-merchant';
import { startStack, type TestStack } from '../../environment/stack';
import { eventually } from '../client/eventually';
import { bodyOf, type Answer } from '../client/http';
import type { ShownRefund } from '../client/merchant.client';
import { ONE_UNIT, Shop, type Asked } from '../client/shop';
import { brokenRules } from '../invariants';
import { attemptsOf } from '../rows';

const PAUSE_MS = 8_000;
const MOST_STRUCK = 12;
/** Small refunds go by themselves, at most three lamps an hour. */
const HOURLY = `name: hourly
currency: ILS
calendar: { days: [sun, mon, tue, wed, thu], from: "09:00", to: "18:00", zone: Asia/Jerusalem, restDays: IL }
eligibility:
  - { id: all, when: 'true', allow: true, he: 'הכול מותר', en: 'Everything is allowed' }
destinations: { allow: [original] }
approval:
  machines: true
  ladder:
    - { id: auto, when: 'payout <= 30000', steps: [] }
    - { id: default, when: 'true', steps: [{ role: lead, hours: 8, then: manager }] }
limits: { merchantHour: 30000, onBreach: hold }
`;

describe('money that waits', () => {
  let stack: TestStack;
  let demo: Shop;
  let lab: Shop;
  beforeAll(async () => {
    stack = await startStack({ worker: { GATEWAY_PAUSE_MS: String(PAUSE_MS) } });
    demo = new Shop(stack, stack.merchants.demo);
    lab = new Shop(stack, stack.merchants.lab);
  }, 90_000);
  afterAll(() => stack.close());

  const keyOf = (merchant: MerchantKeys, owner: string, role: Role): Promise<string> =>
    stack.addKey(merchant, { owner, role, scopes: ['refunds:decide', 'refunds:read'], amountLimit: 100_000_000 });
  const confirm = async (shop: Shop, key: string, { id, payloadHash }: ProposalView): Promise<void> => {
    const decision = { method: 'POST', key, idempotencyKey: randomUUID(), body: { outcome: 'confirm', payloadHash } };
    const answer = await shop.client.call<ProposalView>(`/v1/proposals/${id}/decisions`, {
      ...decision,
      method: 'POST',
    });
    expect(bodyOf(answer, 200).status).toBe('confirmed');
  };
  const switchTo = (shop: Shop, key: string, on: boolean): Promise<Answer<ProposalView>> =>
    shop.client.call<ProposalView>('/v1/kill-switches', {
      method: 'PUT',
      key,
      idempotencyKey: randomUUID(),
      body: { on, reason: 'Somebody asks for strange refunds' },
    });
  const gatewayOf = async (shop: Shop): Promise<GatewayStateView | undefined> => {
    const answer = await shop.client.call<{ items: readonly GatewayStateView[] }>('/v1/gateways');
    return bodyOf(answer, 200).items.find(({ name }) => name === 'stripe');
  };
  const untilHeld = (shop: Shop, id: string, reason: string): Promise<ShownRefund> =>
    shop.client.until(id, `the transfer to wait: ${reason}`, ({ transfers }) => transfers[0]?.holdReason === reason);
  const movesOf = async (shop: Shop, payment: string | undefined): Promise<number> =>
    (await shop.sandbox.movements(payment)).length;

  it('is stopped by one person, waits as planned, and flows again when a second one agrees', async () => {
    const [yael, noa] = [
      await keyOf(stack.merchants.demo, 'yael', 'finance'),
      await keyOf(stack.merchants.demo, 'noa', 'finance'),
    ];
    bodyOf(await switchTo(demo, yael, true), 200);
    const { sold, refund } = await demo.ask();
    const held = await untilHeld(demo, refund.id, 'kill_switch');
    expect(held).toMatchObject({
      status: 'processing',
      transfers: [{ status: 'planned', hold: { owner: 'finance' } }],
    });
    expect(await gatewayOf(demo)).toMatchObject({ health: 'stopped', killSwitch: true, waiting: { count: 1 } });
    // Others are not touched, and neither is whoever reads or decides.
    const other = await lab.ask();
    await lab.client.untilIs(other.refund.id, 'completed');
    const asked = await demo.ask({ sale: { price: 79_000 } });
    const waiting = await demo.client.untilIs(asked.refund.id, 'awaiting_approval');
    bodyOf(await demo.client.decide(waiting), 200);
    await untilHeld(demo, asked.refund.id, 'kill_switch');
    expect(await movesOf(demo, sold.payments[0])).toBe(0);
    // It survives a crash of the worker.
    await stack.kill('worker');
    await stack.start('worker');
    const later = await demo.ask();
    await untilHeld(demo, later.refund.id, 'kill_switch');

    const proposal = bodyOf(await switchTo(demo, yael, false), 201);
    await confirm(demo, noa, proposal);
    for (const { id } of [refund, asked.refund, later.refund]) {
      const done = await demo.client.untilIs(id, 'completed');
      expect(done.transfers).toMatchObject([{ status: 'settled', holdReason: null, hold: null }]);
    }
    expect(await movesOf(demo, sold.payments[0])).toBe(1);
    const told = (await demo.client.timeline(refund.id)).map(({ kind }) => kind);
    expect(told).toContain('transfer_held');
    expect(told).not.toContain('transfer_unknown');
  }, 120_000);

  it('rests at a gateway that fails in a storm, is tried by one refund, and goes on; other merchants never wait', async () => {
    const storm = [{ action: 'commit_then_500' }, { action: 'webhook_never' }];
    const struck: Asked[] = [];
    // What is to wait has to be asked for within the rest: it is sold before.
    const { saleRef } = await lab.sell();
    // One after the other: failures that are written in the same moment do not see each other.
    while (struck.length < MOST_STRUCK && (await gatewayOf(lab))?.health !== 'paused') {
      const asked = await lab.ask({ faults: storm });
      struck.push(asked);
      await eventually('the call to fail', async () =>
        (await attemptsOf(stack, asked.refund.id)).some(({ status }) => ['unknown', 'succeeded'].includes(status))
          ? true
          : undefined,
      );
    }
    await eventually('the breaker to open', async () =>
      (await gatewayOf(lab))?.health === 'paused' ? true : undefined,
    );
    const waiting = await lab.client.accepted({ ...ONE_UNIT, saleRef });
    await untilHeld(lab, waiting.id, 'gateway_paused');
    const { refund: other } = await demo.ask();
    await demo.client.untilIs(other.id, 'completed');
    await lab.client.untilIs(waiting.id, 'completed', 60_000);
    expect(await gatewayOf(lab)).toMatchObject({ health: 'ok', breaker: { state: 'closed', failures: 0 } });
    for (const { sold, refund } of struck) {
      await lab.client.untilIs(refund.id, 'completed', 60_000);
      expect(await movesOf(lab, sold.payments[0])).toBe(1);
    }
  }, 150_000);

  it('comes back to a gateway that is too busy when it asked for that, and not before', async () => {
    const { sold, refund } = await demo.ask({ faults: [{ action: 'too_many_requests', ms: 3_000 }] });
    await demo.client.untilIs(refund.id, 'completed');
    const sent = await stack.database.read((tx) =>
      tx.query<{ status: string; at: string }>(
        `SELECT a.status, a.sent_at AS at FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1 ORDER BY a.no`,
        [uuidOf('refund', refund.id)],
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(['not_sent', 'succeeded']);
    expect(Date.parse(sent[1]?.at ?? '') - Date.parse(sent[0]?.at ?? '')).toBeGreaterThanOrEqual(3_000);
    expect(await movesOf(demo, sold.payments[0])).toBe(1);
  }, 60_000);

  it('waits above an hourly limit, none fails, and two persons release it (E80)', async () => {
    const merchant = await stack.addMerchant({
      ...labMerchant(stack.webhookSecrets),
      slug: 'hourly',
      ...sandboxAccounts('hourly', stack.webhookSecrets),
      policyFiles: [],
    });
    await new PolicyStore(stack.database).publish(uuidOf('merchant', merchant.id) ?? merchant.id, HOURLY);
    const shop = new Shop(stack, merchant);
    for (let count = 0; count < 2; count += 1) {
      const { refund } = await shop.ask();
      await shop.client.untilIs(refund.id, 'completed');
    }
    const { sold, refund } = await shop.ask();
    const review = await shop.client.untilIs(refund.id, 'awaiting_approval');
    expect(review.approval.rule).toBe('default');
    bodyOf(await shop.client.decide(review), 200);
    const held = await untilHeld(shop, refund.id, 'breaker');
    expect(held.status).toBe('processing');
    expect(await movesOf(shop, sold.payments[0])).toBe(0);

    const shown = bodyOf(await shop.client.call<{ items: readonly BreakerView[] }>('/v1/breakers'), 200).items;
    expect(shown).toMatchObject([{ limit: 'merchantHour', waiting: 1 }]);
    const proposed = await shop.client.call<ProposalView>(`/v1/breakers/${shown[0]?.id ?? ''}/releases`, {
      method: 'POST',
      key: await keyOf(merchant, 'yael', 'finance'),
      idempotencyKey: randomUUID(),
      body: { reason: 'The sale of the year' },
    });
    await confirm(shop, merchant.decideKey, bodyOf(proposed, 201));
    await shop.client.untilIs(refund.id, 'completed');
    expect(await movesOf(shop, sold.payments[0])).toBe(1);
  }, 90_000);

  it('leaves the books in order', async () => {
    expect(await brokenRules(stack)).toEqual({});
  });
});
