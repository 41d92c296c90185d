import { randomUUID } from 'node:crypto';
import type { ResolutionAction } from '@zikui/domain';
import type { Page, ProposalView, ReviewView } from '@zikui/persistence';
import { startStack, type TestStack } from '../../environment/stack';
import { announceRefund } from '../client/announce-refund';
import { bodyOf, type Answer } from '../client/http';
import type { ShownRefund } from '../client/merchant.client';
import { eventually } from '../client/eventually';
import { LAMP_PRICE, Shop, type Sold } from '../client/shop';
import { brokenRules, differencesToGateway, fullBoxes } from '../invariants';
import { attemptsOf, heldOn } from '../rows';

describe('money that does not stay where it went', () => {
  let stack: TestStack;
  let shop: Shop;
  let financeKey: string;
  beforeAll(async () => {
    stack = await startStack({
      api: { REFUND_LOOK_UPS_MS: '3600000' },
      worker: { UNMATCHED_FOR_MS: '2000', RELAY_EVERY_MS: '200' },
    });
    shop = new Shop(stack, stack.merchants.lab);
    financeKey = await stack.addKey(stack.merchants.lab, {
      owner: 'lab-finance',
      scopes: ['refunds:decide', 'refunds:read'],
      role: 'finance',
      amountLimit: 100_000_000,
    });
  }, 90_000);
  afterAll(() => stack.close());

  const post = <Shape>(path: string, body: object, key = financeKey): Promise<Answer<Shape>> =>
    shop.client.call<Shape>(path, { method: 'POST', key, idempotencyKey: randomUUID(), body: { ...body } });
  const resolve = <Shape>({ id }: ShownRefund, action: ResolutionAction, more: object = {}): Promise<Answer<Shape>> =>
    post<Shape>(`/v1/refunds/${id}/resolutions`, { action, evidence: 'The customer wrote on 21 November', ...more });
  const stated = async (refund: ShownRefund, action: ResolutionAction, more: object = {}): Promise<void> => {
    const { id, payloadHash } = bodyOf(await resolve<ProposalView>(refund, action, more), 201);
    const body = { outcome: 'confirm', payloadHash };
    const confirmed = await post(`/v1/proposals/${id}/decisions`, body, stack.merchants.lab.decideKey);
    expect([200, 202]).toContain(confirmed.status);
  };
  const reviewOf = async ({ id }: ShownRefund): Promise<ReviewView | undefined> => {
    const page = await shop.client.call<Page<ReviewView>>('/v1/reviews?limit=200', { key: financeKey });
    return bodyOf(page, 200).items.find(({ refundId }) => refundId === id);
  };
  const transferOf = ({ transfers }: ShownRefund, no = 1): string => transfers[no - 1]?.id ?? '';
  const movementsOf = ({ payments }: Sold) => shop.sandbox.movements(payments[0]);
  /** Waits until the feed ends with these changes of a refund: none is told while what began before it still runs. */
  const untilTold = async ({ id }: ShownRefund, ...moves: readonly string[]): Promise<void> => {
    let told: readonly string[] = [];
    const look = async (): Promise<true | undefined> => {
      const own = (await shop.client.eventsAfter(null)).filter(({ refundId }) => refundId === id);
      told = own.slice(-moves.length).map(({ from, to }) => `${from ?? ''}>${to}`);
      return told.join() === moves.join() ? true : undefined;
    };
    await eventually(`the feed to end with ${moves.join()}`, look, { instead: () => `; it ends with ${told.join()}` });
  };
  const kindsOf = async ({ id }: ShownRefund) => (await shop.client.timeline(id)).map(({ kind }) => kind);
  /** What the ledger says of one refund, by account. */
  const booksOf = async ({ id }: ShownRefund): Promise<Readonly<Record<string, number>>> => {
    const sums = await stack.database.read((tx) =>
      tx.query<{ account: string; amount: number }>(
        `SELECT p.account, sum(p.amount)::int AS amount FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
         WHERE replace(l.refund_id::text, '-', '') = $1 GROUP BY p.account HAVING sum(p.amount) <> 0`,
        [id.slice(3)],
      ),
    );
    return Object.fromEntries(sums.map(({ account, amount }) => [account, amount]));
  };
  const announce = (about: Readonly<Record<string, unknown>>, atMs?: number): Promise<Answer<unknown>> =>
    announceRefund(stack, stack.merchants.lab.id, about, atMs);

  it('opens a completed refund again when its money comes back, and pays it anew with documents, books, words and events', async () => {
    const { sold, refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
    const settledBooks = await booksOf(refund);
    const [movement] = await movementsOf(sold);
    await shop.sandbox.fail(movement?.id ?? '');

    const back = await shop.client.untilIs(refund.id, 'needs_review');
    expect(back).toMatchObject({
      ...{ wasReversed: true, reviewReason: 'transfer_reversed', allowedActions: [] },
      transfers: [{ status: 'reversed', declineReason: 'expired_or_canceled_card' }],
      creditNotes: [
        { documentType: 'credit_note', total: { amount: LAMP_PRICE } },
        { documentType: 'counter_note', status: 'issued', total: { amount: LAMP_PRICE } },
      ],
    });
    expect(await heldOn(stack, sold)).toEqual([0]);
    expect(await booksOf(refund)).toEqual({
      ...settledBooks,
      gateway_clearing: undefined,
      refunds_payable: -LAMP_PRICE,
    });
    const mail = await shop.sandbox.mailTo(sold.email, 'חזר אלינו');
    expect(mail.text).toContain(back.creditNotes[1]?.number ?? 'no number');
    expect(mail.text).not.toMatch(/expired_or_canceled_card|transfer_reversed/);
    expect(await reviewOf(back)).toMatchObject({
      ...{ owner: 'finance', allowedActions: ['fail'] },
      transfers: [{ status: 'reversed', allowedActions: ['retry', 'change_destination'] }],
    });

    await resolve(back, 'retry', { transfer: transferOf(back) });
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([{ status: 'reversed' }, { no: 2, status: 'settled' }]);
    expect(done.creditNotes.map(({ documentType, total }) => [documentType, total.amount])).toEqual([
      ['credit_note', LAMP_PRICE],
      ['counter_note', LAMP_PRICE],
      ['credit_note', LAMP_PRICE],
    ]);
    expect((await movementsOf(sold)).map(({ status }) => status).sort()).toEqual(['failed', 'succeeded']);
    expect(new Set((await attemptsOf(stack, refund.id)).map(({ gatewayKey }) => gatewayKey)).size).toBe(2);
    expect(await booksOf(refund)).toEqual(settledBooks);
    expect(await heldOn(stack, sold)).toEqual([LAMP_PRICE]);
    expect(await kindsOf(refund)).toEqual(
      expect.arrayContaining(['transfer_reversed', 'money_status', 'counter_note_issued', 'resolved', 'completed']),
    );
    await untilTold(refund, 'completed>needs_review', 'needs_review>processing', 'processing>completed');
  });

  it('pays another way when the customer asks for it: approved anew, as store credit, with documents, books and words', async () => {
    const { sold, refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
    const [movement] = await movementsOf(sold);
    await shop.sandbox.fail(movement?.id ?? '');
    const back = await shop.client.untilIs(refund.id, 'needs_review');
    const change = { transfer: transferOf(back), destination: 'store_credit', customerAgrees: true };
    expect((await resolve(back, 'change_destination', change)).status).toBeLessThan(300);
    const asked = await shop.client.untilIs(refund.id, 'awaiting_approval');
    expect(asked).toMatchObject({ transfers: [{ status: 'reversed' }, { no: 2, status: 'planned' }] });
    expect(asked.snapshotHash).not.toBe(back.snapshotHash);
    // What was approved before says nothing of the new way.
    const old = await shop.client.decide({ ...asked, snapshotHash: back.snapshotHash });
    expect(old).toMatchObject({ status: 409, body: { code: 'snapshot_changed' } });
    expect((await shop.client.decide(asked)).status).toBeLessThan(300);
    const done = await shop.client.untilIs(refund.id, 'completed');

    expect(done.transfers).toMatchObject([
      { status: 'reversed' },
      { no: 2, paymentRef: 'store_credit', status: 'settled', gatewayRefundId: null },
    ]);
    expect(done.creditNotes.map(({ documentType, total }) => [documentType, total.amount])).toEqual([
      ['credit_note', LAMP_PRICE],
      ['counter_note', LAMP_PRICE],
      ['credit_note', LAMP_PRICE],
    ]);
    expect((await shop.client.creditOf(sold.customerRef)).accounts).toMatchObject([
      { available: { amount: LAMP_PRICE } },
    ]);
    expect(await booksOf(refund)).toMatchObject({ customer_credit: -LAMP_PRICE });
    expect(Object.keys(await booksOf(refund))).not.toContain('refunds_payable');
    expect(await heldOn(stack, sold)).toEqual([LAMP_PRICE]);
    expect((await movementsOf(sold)).map(({ status }) => status)).toEqual(['failed']);
    expect(await kindsOf(refund)).toEqual(
      expect.arrayContaining(['destination_changed', 'approval_given', 'credit_issued', 'completed']),
    );
    await untilTold(
      refund,
      ...['completed>needs_review', 'needs_review>awaiting_approval'],
      ...['awaiting_approval>processing', 'processing>completed'],
    );
    await shop.sandbox.mailTo(sold.email, 'זיכוי');
  });

  it('brings it to a person when money that had come back, and was paid anew, moves after all', async () => {
    const { sold, refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
    const [movement] = await movementsOf(sold);
    await shop.sandbox.fail(movement?.id ?? '');
    const back = await shop.client.untilIs(refund.id, 'needs_review');
    await resolve(back, 'retry', { transfer: transferOf(back) });
    await shop.client.untilIs(refund.id, 'completed');
    const about = { id: movement?.id, amount: LAMP_PRICE, currency: 'ils', payment_intent: sold.payments[0] };
    await announce({ ...about, status: 'succeeded' }, Date.now() + 60_000);
    const twice = await shop.client.untilIs(refund.id, 'needs_review');
    expect(twice.reviewReason).toBe('paid_twice');
    expect(await reviewOf(twice)).toMatchObject({
      ...{ surplus: { amount: LAMP_PRICE }, allowedActions: ['accept_surplus'] },
    });
    expect(await heldOn(stack, sold)).toEqual([2 * LAMP_PRICE]);
    await stated(twice, 'accept_surplus', { reason: 'The customer sent it back by bank transfer' });
    await shop.client.untilIs(refund.id, 'completed');
    // What the gateway told was not true here: it takes it back, and books and gateway agree again.
    await announce({ ...about, status: 'failed', failure_reason: 'lost_or_stolen_card' }, Date.now() + 120_000);
    await eventually('the hold to be given back', async () =>
      (await heldOn(stack, sold))[0] === LAMP_PRICE ? true : undefined,
    );
  });

  it('lets two people end it when there is no other way, and owes nothing then', async () => {
    const { sold, refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
    const [movement] = await movementsOf(sold);
    await shop.sandbox.fail(movement?.id ?? '');
    const back = await shop.client.untilIs(refund.id, 'needs_review');
    await stated(back, 'fail', { reason: 'Paid in cash at the counter' });
    await shop.client.untilIs(refund.id, 'failed');
    expect(await booksOf(refund)).toEqual({});
    expect(await heldOn(stack, sold)).toEqual([0]);
  });

  it('moves nothing twice when an attempt that two people had given up turns out to have paid', async () => {
    const { sold, refund } = await shop.ask({
      faults: [
        { action: 'commit_then_500' },
        { action: 'webhook_never' },
        { action: 'lookup_empty_for_ms', ms: 25_000 },
      ],
    });
    const doubted = await shop.client.untilIs(refund.id, 'in_doubt');
    await stack.database.write((tx) =>
      tx.query(
        `UPDATE attempt SET sent_at = now() - interval '25 hours' WHERE transfer_id IN (
           SELECT t.id FROM transfer t WHERE replace(t.refund_id::text, '-', '') = $1)`,
        [refund.id.slice(3)],
      ),
    );
    await stated(doubted, 'mark_declined', { transfer: transferOf(doubted) });
    await shop.client.untilIs(refund.id, 'needs_review');
    const [movement] = await movementsOf(sold);
    const reference = movement?.metadata['zikui_reference'];
    const about = { id: movement?.id, amount: LAMP_PRICE, currency: 'ils', payment_intent: sold.payments[0] };
    expect(await announce({ ...about, status: 'succeeded', metadata: { zikui_reference: reference } })).toMatchObject({
      status: 200,
    });
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([{ status: 'settled', gatewayRefundId: movement?.id }]);
    expect(await movementsOf(sold)).toHaveLength(1);
    expect(await kindsOf(refund)).toContain('money_alert');
  });

  it('lets the late failure of an old attempt change nothing of the one that paid', async () => {
    const { sold, refund } = await shop.ask({ faults: [{ action: 'pending' }] });
    await shop.client.untilIs(refund.id, 'awaiting_gateway');
    const [first] = await movementsOf(sold);
    await shop.sandbox.fail(first?.id ?? '');
    const declined = await shop.client.untilIs(refund.id, 'needs_review');
    await resolve(declined, 'retry', { transfer: transferOf(declined) });
    await shop.client.untilIs(refund.id, 'completed');
    const about = { id: first?.id, amount: LAMP_PRICE, currency: 'ils', payment_intent: sold.payments[0] };
    await announce({ ...about, status: 'failed', failure_reason: 'lost_or_stolen_card' });
    const done = await shop.client.get(refund.id);
    expect(done).toMatchObject({ status: 'completed', wasReversed: false, transfers: [{ status: 'settled' }] });
    const live = (await movementsOf(sold)).filter(({ status }) => status !== 'failed');
    expect(live).toHaveLength(1);
  });

  it('moves money once when nobody serves the queue for a while', async () => {
    await stack.stop('worker');
    const { sold, refund } = await shop.ask();
    await new Promise((resolved) => setTimeout(resolved, 3_000));
    expect(await shop.client.get(refund.id)).toMatchObject({ status: 'requested' });
    expect(await movementsOf(sold)).toEqual([]);
    await stack.start('worker');
    await shop.client.untilIs(refund.id, 'completed', 60_000);
    expect(await movementsOf(sold)).toMatchObject([{ status: 'succeeded', replays: 0 }]);
  });

  it('records a refund that somebody made in the console of the gateway, and has that much less to give', async () => {
    const sold = await shop.sell();
    const gatewayRefundId = await shop.sandbox.refundAtDashboard(
      stack.merchants.lab.slug,
      sold.payments[0] ?? '',
      2_000,
    );
    const external = await eventually('the refund of the console to be recorded', async () =>
      (await shop.client.list({ saleRef: sold.saleRef })).at(0),
    );
    expect(external).toMatchObject({
      ...{ origin: 'external', status: 'completed', payout: { amount: 2_000 }, lines: [], creditNotes: [] },
      transfers: [{ status: 'settled', gatewayRefundId }],
    });
    expect(await heldOn(stack, sold)).toEqual([2_000]);
    expect(await booksOf(external)).toEqual({ external_refunds: 2_000, gateway_clearing: -2_000 });
    const more = {
      reason: 'defective',
      lines: [{ ref: 'l1', quantity: 2 }],
      destination: 'original',
      returnMethod: 'none',
    };
    const refused = await shop.client.request({ saleRef: sold.saleRef, ...more });
    expect(refused).toMatchObject({ status: 422, body: { code: 'over_refund' } });
  });

  it('leaves the books and the gateway in agreement', async () => {
    await eventually('everything to be told', async () =>
      Object.keys(await fullBoxes(stack)).length === 0 ? true : undefined,
    );
    expect(await brokenRules(stack)).toEqual({});
    // What the gateway hid from look-ups is shown again after a while.
    await eventually(
      'the gateway to show everything',
      async () => ((await differencesToGateway(stack)).length === 0 ? true : undefined),
      { limitMs: 40_000 },
    );
  });
});
