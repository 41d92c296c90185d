import Stripe from 'stripe';
import { startStack, type TestStack } from '../../environment/stack';
import { announceRefund } from '../client/announce-refund';
import { call, problemOf } from '../client/http';
import type { ShownRefund } from '../client/merchant.client';
import { LAMP_PRICE, Shop, type Sold } from '../client/shop';
import { expectBooksInOrder } from '../invariants';
import { attemptsOf, countOfEvent, heldOn } from '../rows';

describe('money through the gateway', () => {
  let stack: TestStack;
  let shop: Shop;
  beforeAll(async () => {
    // The schedule ends within seconds, so that its end can be seen.
    stack = await startStack({ api: { REFUND_LOOK_UPS_MS: '300,600,1200,2400,4000' } });
    shop = new Shop(stack, stack.merchants.lab);
  }, 90_000);
  afterAll(() => stack.close());

  /** The gateway, which had been silent, tells of the only movement of a sale. */
  async function announceMoved({ payments: [payment] }: Sold): Promise<void> {
    const [movement] = await shop.sandbox.movements(payment);
    const { id, amount, currency, metadata } = movement ?? {};
    const about = { id, amount, currency, metadata, payment_intent: payment, status: 'succeeded' };
    expect((await announceRefund(stack, stack.merchants.lab.id, about)).status).toBe(200);
  }

  it('refunds a card at once and shows the gateway refund', async () => {
    const { sold, refund } = await shop.ask();
    expect(refund).toMatchObject({ status: 'requested', payout: { amount: LAMP_PRICE, currency: 'ILS' } });
    const done = await shop.client.untilIs(refund.id, 'completed');
    const [movement, ...others] = await shop.sandbox.movements(sold.payments[0]);
    expect(others).toEqual([]);
    expect(movement).toMatchObject({ amount: LAMP_PRICE, currency: 'ils', status: 'succeeded', replays: 0 });
    expect(done.transfers).toMatchObject([{ status: 'settled', gatewayRefundId: movement?.id, gateway: 'stripe' }]);
    expect(done.completedAt).not.toBeNull();
  });

  it('pays a refund over two payments by one movement each', async () => {
    const { sold, refund } = await shop.ask({
      sale: { parts: 2, price: 8_000 },
      request: { lines: [{ ref: 'l1', amount: 11_000 }] },
    });
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers.map(({ paymentRef, amount }) => [paymentRef, amount.amount])).toEqual([
      ['pay-1', 8_000],
      ['pay-2', 3_000],
    ]);
    for (const [index, payment] of sold.payments.entries()) {
      expect(await shop.sandbox.movements(payment)).toMatchObject([{ amount: done.transfers[index]?.amount.amount }]);
    }
  });

  it('waits while the gateway calls a refund pending, and completes when its webhook settles it', async () => {
    const { sold, refund } = await shop.ask({ faults: [{ action: 'pending' }] });
    const waiting = await shop.client.untilIs(refund.id, 'awaiting_gateway');
    expect(waiting.transfers).toMatchObject([{ status: 'pending', pendingReason: 'processing' }]);
    expect(waiting.creditNotes).toEqual([]);
    const [movement] = await shop.sandbox.movements(sold.payments[0]);
    await shop.sandbox.settle(movement?.id ?? '');
    await shop.client.untilIs(refund.id, 'completed');
  });

  it('hands a refund to a person when the gateway fails what it had called pending', async () => {
    const { sold, refund } = await shop.ask({ faults: [{ action: 'pending' }] });
    await shop.client.untilIs(refund.id, 'awaiting_gateway');
    const [movement] = await shop.sandbox.movements(sold.payments[0]);
    await shop.sandbox.fail(movement?.id ?? '');
    const review = await shop.client.untilIs(refund.id, 'needs_review');
    expect(review).toMatchObject({ reviewReason: 'transfer_declined', transfers: [{ status: 'declined' }] });
    expect(await heldOn(stack, sold)).toEqual([0]);
  });

  it('finds by look-up what moved before the answer was lost, however it was lost', async () => {
    const ways = ['commit_then_timeout', 'commit_then_500', 'commit_then_reset', 'truncated_body', 'html_body'];
    const all = ways.map((action) => shop.ask({ faults: [{ action }, { action: 'webhook_never' }] }));
    for (const { sold, refund } of await Promise.all(all)) {
      await shop.client.untilIs(refund.id, 'completed');
      expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
      expect(await attemptsOf(stack, refund.id)).toMatchObject([{ status: 'succeeded' }]);
    }
  });

  it('leaves a lost answer in doubt, not failed, until a webhook tells what became of it', async () => {
    const { sold, refund } = await shop.ask({
      faults: [{ action: 'commit_then_500' }, { action: 'webhook_never' }, { action: 'lookup_500', times: 50 }],
    });
    const doubted = await shop.client.untilIs(refund.id, 'in_doubt');
    expect(doubted).toMatchObject({ transfers: [{ status: 'in_doubt', declineReason: null }], creditNotes: [] });
    expect(await heldOn(stack, sold)).toEqual([LAMP_PRICE]);
    await announceMoved(sold);
    await shop.client.untilIs(refund.id, 'completed');
    expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
  });

  it('sends again under the same key once a look-up proves that nothing moved', async () => {
    const silent = shop.ask({ faults: [{ action: 'timeout_before_commit' }] });
    // The client library repeats a reset call once by itself: both of its tries are lost.
    const reset = shop.ask({ faults: [{ action: 'reset_before_read', times: 2 }] });
    for (const { sold, refund } of await Promise.all([silent, reset])) {
      await shop.client.untilIs(refund.id, 'completed');
      const [attempt, ...others] = await attemptsOf(stack, refund.id);
      expect(others).toEqual([]);
      expect(attempt).toMatchObject({ status: 'succeeded', sends: 2 });
      expect(await shop.sandbox.movements(sold.payments[0])).toMatchObject([{ idempotencyKey: attempt?.gatewayKey }]);
    }
  });

  it('gives a refund to a person when the look-up schedule is used up, and still takes late news', async () => {
    const { sold, refund } = await shop.ask({
      faults: [{ action: 'commit_then_500' }, { action: 'webhook_never' }, { action: 'lookup_500', times: 100 }],
    });
    const review = await shop.client.untilIs(refund.id, 'needs_review');
    expect(review).toMatchObject({ reviewReason: 'no_answer', transfers: [{ status: 'in_doubt' }] });
    await announceMoved(sold);
    await shop.client.untilIs(refund.id, 'completed');
  });

  it('keeps what one payment has paid when another one declines', async () => {
    const sold = await shop.sell({ parts: 2, price: 8_000 });
    await shop.sandbox.order({ action: 'decline', match: { gatewayRef: sold.payments[1] ?? '' } });
    const { id } = await shop.client.accepted({
      saleRef: sold.saleRef,
      reason: 'defective',
      lines: [{ ref: 'l1', quantity: 2 }],
      destination: 'original',
      returnMethod: 'none',
    });
    // The refusal may be told while the other payment is still asked.
    const answered = ({ transfers }: ShownRefund): boolean =>
      transfers.every(({ status }) => status !== 'planned' && status !== 'sending');
    await shop.client.until(id, 'both payments to be answered', answered);
    const review = await shop.client.untilIs(id, 'needs_review');
    expect(review.transfers.map(({ status }) => status)).toEqual(['settled', 'declined']);
    expect(review.reviewReason).toBe('transfer_declined');
    expect(review.transfers[1]?.declineReason).not.toBeNull();
    expect(await heldOn(stack, sold)).toEqual([8_000, 0]);
  });

  it('calls a refund of a payment that the gateway does not know declined', async () => {
    const payments = [{ ref: 'pay-1', gateway: 'stripe', gatewayRef: 'pi_never_seen', captured: 2 * LAMP_PRICE }];
    const { refund } = await shop.ask({ sale: { body: { payments } } });
    const review = await shop.client.untilIs(refund.id, 'needs_review');
    expect(review).toMatchObject({ reviewReason: 'transfer_declined', transfers: [{ status: 'declined' }] });
  });

  it('settles once, however often and in whatever order its webhooks come', async () => {
    const often = await shop.ask({ faults: [{ action: 'webhook_duplicate', n: 9 }] });
    const early = await shop.ask({ faults: [{ action: 'webhook_before_answer' }, { action: 'late_answer', ms: 700 }] });
    const reordered = await shop.ask({ faults: [{ action: 'pending' }, { action: 'webhook_reorder' }] });
    await shop.client.untilIs(reordered.refund.id, 'awaiting_gateway');
    const [movement] = await shop.sandbox.movements(reordered.sold.payments[0]);
    await shop.sandbox.settle(movement?.id ?? '');
    for (const { sold, refund } of [often, early, reordered]) {
      const done = await shop.client.untilIs(refund.id, 'completed');
      expect(done.transfers).toMatchObject([{ status: 'settled' }]);
      expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
      const told = (await shop.client.timeline(refund.id)).filter(({ kind }) => kind === 'transfer_settled');
      expect(told).toHaveLength(1);
    }
  });

  it('writes money down as come back when the gateway reverses what had succeeded', async () => {
    const { sold, refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
    const [movement] = await shop.sandbox.movements(sold.payments[0]);
    await shop.sandbox.fail(movement?.id ?? '');
    const reversed = await shop.client.until(refund.id, 'the money to be back', (one) => one.wasReversed);
    expect(reversed.transfers).toMatchObject([{ status: 'reversed', declineReason: 'expired_or_canceled_card' }]);
    expect(await heldOn(stack, sold)).toEqual([0]);
    expect((await shop.client.timeline(refund.id)).map(({ kind }) => kind)).toContain('transfer_reversed');
    expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
  });

  it('takes a signed webhook, and stores nothing of one that was changed on its way', async () => {
    const { refund } = await shop.ask({ faults: [{ action: 'webhook_never' }] });
    const done = await shop.client.untilIs(refund.id, 'completed');
    const [transfer] = done.transfers;
    const event = { id: 'evt_signed', object: 'event', created: Math.floor(Date.now() / 1000), type: 'refund.updated' };
    const about = { id: transfer?.gatewayRefundId, object: 'refund', amount: LAMP_PRICE, currency: 'ils' };
    const payload = JSON.stringify({ ...event, data: { object: { ...about, status: 'succeeded' } } });
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: stack.webhookSecrets.gatewaySecret });
    const post = (body: string): ReturnType<typeof call> =>
      call(`${stack.api}/webhooks/gateways/stripe/${stack.merchants.lab.id}`, {
        method: 'POST',
        body,
        headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
      });
    const refusal = problemOf(await post(payload.replace(`${LAMP_PRICE}`, `${LAMP_PRICE + 1}`)), 401);
    expect(refusal.code).toBe('bad_signature');
    expect(await countOfEvent(stack, 'evt_signed')).toBe(0);
    expect((await post(payload)).status).toBe(200);
    expect(await countOfEvent(stack, 'evt_signed')).toBe(1);
  });

  it('leaves books that keep every rule and agree with the gateway', async () => {
    await expectBooksInOrder(stack);
  });
});
