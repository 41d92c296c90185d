import { randomUUID } from 'node:crypto';
import { timelineText } from '@zikui/domain';
import type { TimelineEntry } from '@zikui/persistence';
import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { bodyOf, call, problemOf, type Problem } from '../client/http';
import { MerchantClient } from '../client/merchant.client';
import { Operator } from '../client/operator';
import type { ShownRefund } from '../client/merchant.client';
import { ONE_UNIT, Shop, type Asking } from '../client/shop';
import { toldByHistory, type ToldStory } from '../told-by-history';

/** Too much for nobody to approve; it comes back by parcel. */
const SOFA_BY_PARCEL: Asking = {
  sale: { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 },
  request: { reason: 'changed_mind', returnMethod: 'carrier' },
};
const HEBREW = /[\u05d0-\u05ea]/;

describe('what a backend and an operator see', () => {
  let stack: TestStack;
  let demo: Shop;
  let lab: Shop;
  let operator: Operator;
  beforeAll(async () => {
    stack = await sharedStack();
    demo = new Shop(stack, stack.merchants.demo);
    lab = new Shop(stack, stack.merchants.lab);
    operator = await Operator.of(stack);
  }, 90_000);
  afterAll(async () => {
    await operator.close();
    await stack.close();
  });

  it('feeds every status change once and in the order of each refund, page by page', async () => {
    const asked = await Promise.all(Array.from({ length: 6 }, () => lab.ask()));
    for (const { refund } of asked) await lab.client.toldUntil(refund.id, 'completed');
    const events = await lab.client.eventsAfter(null, 5);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const { refund, sold } of asked) {
      const own = events.filter(({ refundId }) => refundId === refund.id);
      expect(own.map(({ sequence, from, to }) => [sequence, from, to])).toEqual([
        [1, null, 'requested'],
        [2, 'requested', 'processing'],
        [3, 'processing', 'completed'],
      ]);
      expect(own[0]).toMatchObject({ saleRef: sold.saleRef, type: 'refund.status_changed', mode: 'test' });
    }
    const last = events.at(-1)?.id ?? null;
    const { refund } = await lab.ask();
    await lab.client.toldUntil(refund.id, 'completed');
    const ids = new Set([...asked.map((one) => one.refund.id), refund.id]);
    const behind = (await lab.client.eventsAfter(last)).filter(({ refundId }) => ids.has(refundId));
    expect(behind.map(({ refundId }) => refundId)).toEqual([refund.id, refund.id, refund.id]);
  });

  it('finds refunds by status, sale, customer, gateway, own reference and time, a page at a time', async () => {
    const before = new Date().toISOString();
    const half = { lines: [{ ref: 'l1', amount: 5_000 }], externalRef: 'RMA-77', metadata: { desk: 'north' } };
    const { sold, refund } = await lab.ask({ request: half });
    await lab.client.untilIs(refund.id, 'completed');
    const found = async (filter: Record<string, string>): Promise<readonly string[]> =>
      (await lab.client.list({ saleRef: sold.saleRef, ...filter })).map(({ id }) => id);
    for (const filter of [
      {},
      { status: 'completed' },
      { customerRef: sold.customerRef },
      { gateway: 'stripe' },
      { externalRef: 'RMA-77' },
      { createdFrom: before },
      { updatedFrom: before },
    ]) {
      expect(await found(filter)).toEqual([refund.id]);
    }
    for (const filter of [
      { status: 'rejected' },
      { gateway: 'store_credit' },
      { createdTo: before },
      { externalRef: 'x' },
    ]) {
      expect(await found(filter)).toEqual([]);
    }
    const second = await lab.client.accepted({ ...ONE_UNIT, saleRef: sold.saleRef });
    const pages: string[] = [];
    for (let after = ''; ;) {
      const path = `/v1/refunds?saleRef=${sold.saleRef}&limit=1${after}`;
      const page = bodyOf(await lab.client.call<{ items: { id: string }[]; next: string | null }>(path), 200);
      pages.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    expect(pages).toEqual([second.id, refund.id]);
    const taken = await lab.client.request({ ...ONE_UNIT, saleRef: sold.saleRef, externalRef: 'RMA-77' });
    expect(problemOf(taken, 409).code).toBe('external_ref_taken');
  });

  it('answers a repeated request with the same refund, and refuses its key for another one', async () => {
    const sold = await lab.sell();
    const body = { ...ONE_UNIT, saleRef: sold.saleRef };
    const first = await lab.client.request(body, 'one-key-for-one-refund');
    const again = await lab.client.request(body, 'one-key-for-one-refund');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await lab.client.request({ ...body, reason: 'late' }, 'one-key-for-one-refund');
    expect(problemOf(other, 422).code).toBe('idempotency_conflict');
    const keyless = await lab.client.call('/v1/refunds', { method: 'POST', body });
    expect(problemOf(keyless, 400).code).toBe('idempotency_key_missing');
  });

  it('quotes what it will then pay, and writes nothing for it', async () => {
    const sold = await demo.sell();
    const body = { ...ONE_UNIT, reason: 'changed_mind', saleRef: sold.saleRef };
    const quoted = bodyOf(await demo.client.quote(body), 200);
    expect(await demo.client.list({ saleRef: sold.saleRef })).toEqual([]);
    const refund = await demo.client.accepted(body);
    expect(refund).toMatchObject({ payout: quoted.payout, fee: quoted.fee, lines: quoted.lines });
    expect(quoted.explanation.length).toBeGreaterThan(0);
  });

  it("refuses in the caller's language, with a page that explains the code", async () => {
    const refusalOf = async (body: Readonly<Record<string, unknown>>, status: number): Promise<Problem> => {
      const headers = { 'accept-language': 'he' };
      const idempotencyKey = randomUUID();
      const answer = await lab.client.call('/v1/refunds', { method: 'POST', idempotencyKey, body, headers });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      return problemOf(answer, status);
    };
    const unknown = await refusalOf({ ...ONE_UNIT, saleRef: 'never-sold' }, 404);
    expect(unknown).toMatchObject({ code: 'sale_not_found', type: `${stack.api}/docs/errors/sale_not_found` });
    expect(unknown.detail).toMatch(HEBREW);
    expect((await call(unknown.type)).status).toBe(200);
    const { saleRef } = await lab.sell();
    const tooMany = await refusalOf({ ...ONE_UNIT, saleRef, lines: [{ ref: 'l1', quantity: 3 }] }, 422);
    expect(tooMany).toMatchObject({ code: 'line_exhausted', errors: [{ pointer: '/lines/0/quantity' }] });
    expect(tooMany.errors[0]?.detail).toMatch(HEBREW);
  });

  it('never lets one merchant see, change or detect what belongs to another', async () => {
    const { sold, refund } = await lab.ask();
    await lab.client.untilIs(refund.id, 'completed');
    const stranger = new MerchantClient(stack.api, stack.merchants.demo);
    const unknown = `rf_${'0'.repeat(32)}`;
    for (const path of ['', '/timeline']) {
      const theirs = await stranger.call<object>(`/v1/refunds/${refund.id}${path}`);
      const nobodys = await stranger.call<object>(`/v1/refunds/${unknown}${path}`);
      expect(problemOf(theirs, 404).code).toBe(problemOf(nobodys, 404).code);
    }
    expect(problemOf(await stranger.cancel(refund), 404).code).toBe('refund_not_found');
    expect(problemOf(await stranger.decide(refund), 404).code).toBe('refund_not_found');
    expect(problemOf(await stranger.request({ ...ONE_UNIT, saleRef: sold.saleRef }), 404).code).toBe('sale_not_found');
    expect(await stranger.list({ saleRef: sold.saleRef })).toEqual([]);
    expect((await stranger.eventsAfter(null)).filter(({ refundId }) => refundId === refund.id)).toEqual([]);
    expect((await stranger.call(`/v1/credit-accounts/${sold.customerRef}`)).status).toBe(404);
    expect((await call(`${stack.api}/v1/refunds/${refund.id}`)).status).toBe(401);
    expect((await call(`${stack.api}/v1/refunds/${refund.id}`, { key: 'zk_test_aaaaaaaa_nobody' })).status).toBe(401);
  });

  it('can be found in Temporal by what it is about, and says in words what it does', async () => {
    const { sold, refund } = await lab.ask();
    const { temporalUrl } = await lab.client.untilIs(refund.id, 'completed');
    const handle = operator.refund(stack.merchants.lab.id, refund.id);
    const history = await operator.historyOf(handle);
    const workflowId = handle.workflowId;
    expect(temporalUrl).toBe(
      `http://127.0.0.1:8233/namespaces/${stack.temporal.namespace}/workflows/${encodeURIComponent(workflowId)}`,
    );
    const query = `RefundSaleRef = '${sold.saleRef}' AND RefundStatus = 'completed' AND RefundAmountMinor = 12900 AND RefundGateway = 'stripe' AND RefundReason = 'defective'`;
    expect((await operator.found(query)).map((found) => found.workflowId)).toEqual([workflowId]);
    // Opened, sent, completed, told: markers of steps within a task, and activities of the queues.
    const steps = (history.events ?? []).filter(
      (event) => event.activityTaskScheduledEventAttributes ?? event.markerRecordedEventAttributes,
    );
    expect(steps.length).toBeGreaterThanOrEqual(4);
    for (const step of steps) expect(summaryOf(step.userMetadata)).toMatch(/^[A-Z].+/);
    expect(JSON.stringify(history)).not.toContain(Buffer.from(sold.email).toString('base64').slice(0, 16));
  });

  describe('the timeline at its deepest and the history of the process', () => {
    /** Compares them of a refund that is over, and gives the kinds that both tell. */
    async function expectOneStory(
      shop: Shop,
      merchantId: string,
      { id, return: goods }: ShownRefund,
    ): Promise<string[]> {
      const parts = [operator.refund(merchantId, id), ...(goods ? [operator.returnShipment(merchantId, id)] : [])];
      const histories = await Promise.all(parts.map((part) => operator.historyOf(part)));
      const told: ToldStory = toldByHistory(...histories);
      const timeline = await shop.client.timeline(id);
      const steps = timeline.filter(({ kind }) => kind !== 'message_sent').map(({ kind }) => kind);
      expect(steps).toEqual(told.steps.map(({ kind }) => kind));
      const messages = messagesBehind(timeline);
      expect(messages.map(({ message }) => message)).toEqual(
        told.messages.map(({ message }) => timelineText('message_sent', { message }).en),
      );
      for (const [index, { after }] of messages.entries()) {
        expect(after).toBeGreaterThanOrEqual(told.messages[index]?.afterSteps ?? Number.NaN);
      }
      return steps;
    }

    it('tell the same story of a refund that a person approved and whose goods came back', async () => {
      const { refund } = await demo.ask(SOFA_BY_PARCEL);
      bodyOf(await demo.client.decide(await demo.client.untilIs(refund.id, 'awaiting_approval')), 200);
      const labelled = await demo.client.until(refund.id, 'a label', (one) => trackingCodeOf(one) !== '');
      // Goods that come before the mail would leave it nothing to say.
      await demo.client.until(refund.id, 'the way back to be told', ({ messages }) =>
        messages.some(({ kind, status }) => kind === 'return_instructions' && status === 'sent'),
      );
      await demo.sandbox.scan(trackingCodeOf(labelled), 'in_transit');
      await demo.client.until(refund.id, 'the parcel to move', (one) => one.return?.status === 'in_transit');
      await demo.sandbox.scan(trackingCodeOf(labelled), 'delivered');
      const done = await demo.client.untilIs(refund.id, 'completed');
      expect(await expectOneStory(demo, stack.merchants.demo.id, done)).toEqual([
        ...['requested', 'approval_requested', 'approval_given', 'goods_awaited', 'label_created'],
        ...['parcel_scanned', 'parcel_scanned', 'goods_arrived', 'payment_started'],
        ...['transfer_sent', 'transfer_settled', 'completed'],
      ]);
    });

    it('tell the same story of a refund whose answer was lost and had to be looked up', async () => {
      const faults = [{ action: 'commit_then_500' }, { action: 'webhook_never' }, { action: 'lookup_500', times: 1 }];
      const { refund } = await lab.ask({ faults });
      const done = await lab.client.untilIs(refund.id, 'completed');
      const steps = await expectOneStory(lab, stack.merchants.lab.id, done);
      expect(steps.slice(0, 5)).toEqual([
        ...['requested', 'payment_started', 'transfer_sent', 'transfer_unknown', 'money_status'],
      ]);
      expect(steps.filter((kind) => kind === 'looked_up').length).toBeGreaterThanOrEqual(2);
      expect(steps.slice(-2)).toEqual(['transfer_settled', 'completed']);
    });

    it('tell the same story of a refund that was cancelled', async () => {
      const { refund } = await demo.ask({ sale: SOFA_BY_PARCEL.sale ?? {} });
      await demo.client.untilIs(refund.id, 'awaiting_approval');
      bodyOf(await demo.client.cancel(refund), 200);
      expect(await expectOneStory(demo, stack.merchants.demo.id, await demo.client.get(refund.id))).toEqual([
        ...['requested', 'approval_requested', 'cancelled'],
      ]);
    });
  });
});

/** Each message is sent off by a step, and told after it; so much of a timeline stands before each. */
function messagesBehind(timeline: readonly TimelineEntry[]): readonly Readonly<{ message: string; after: number }>[] {
  const behind: { message: string; after: number }[] = [];
  let after = 0;
  for (const { kind, text } of timeline) {
    if (kind === 'message_sent') behind.push({ message: text.en, after });
    else after += 1;
  }
  return behind;
}

const trackingCodeOf = (refund: ShownRefund): string => refund.return?.parcels[0]?.trackingCode ?? '';

const summaryOf = (metadata: { summary?: { data?: Uint8Array | null } | null } | null | undefined): string =>
  String(JSON.parse(Buffer.from(metadata?.summary?.data ?? []).toString('utf8') || '""'));
