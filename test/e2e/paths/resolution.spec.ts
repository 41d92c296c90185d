import { randomUUID } from 'node:crypto';
import type { ResolutionAction } from '@zikui/domain';
import type { Page, ProposalView, ReviewView } from '@zikui/persistence';
import { startStack, type TestStack } from '../../environment/stack';
import { bodyOf, problemOf, type Answer } from '../client/http';
import type { ShownRefund } from '../client/merchant.client';
import { Shop } from '../client/shop';
import { expectBooksInOrder } from '../invariants';
import { attemptsOf, heldOn } from '../rows';

const EVIDENCE = 'Line 14 of the statement of 21 November';
/** The call moves the money, or does not, and nobody answers; look-ups stay away until somebody asks. */
const MOVED_UNSEEN = [{ action: 'commit_then_500' }, { action: 'webhook_never' }];
const NEVER_ARRIVED = [{ action: 'timeout_before_commit' }];

describe('refunds that people resolve', () => {
  let stack: TestStack;
  let shop: Shop;
  let financeKey: string;
  beforeAll(async () => {
    // Nothing is looked up by itself while a test lasts.
    stack = await startStack({ api: { REFUND_LOOK_UPS_MS: '3600000' } });
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
  const transferOf = ({ transfers }: ShownRefund, no = 1): string => transfers[no - 1]?.id ?? '';
  const resolve = <Shape>({ id }: ShownRefund, action: ResolutionAction, more: object = {}): Promise<Answer<Shape>> =>
    post<Shape>(`/v1/refunds/${id}/resolutions`, { action, evidence: EVIDENCE, ...more });
  const propose = async (refund: ShownRefund, action: ResolutionAction, more: object = {}): Promise<ProposalView> =>
    bodyOf(await resolve<ProposalView>(refund, action, more), 201);
  const confirm = (
    { id, payloadHash }: ProposalView,
    key = stack.merchants.lab.decideKey,
  ): Promise<Answer<ProposalView>> =>
    post<ProposalView>(`/v1/proposals/${id}/decisions`, { outcome: 'confirm', payloadHash }, key);
  const reviewOf = async ({ id }: ShownRefund): Promise<ReviewView | undefined> => {
    const page = await shop.client.call<Page<ReviewView>>('/v1/reviews?limit=200', { key: financeKey });
    return bodyOf(page, 200).items.find(({ refundId }) => refundId === id);
  };

  it('finds at the desk that the money of a lost answer had moved, when somebody asks the gateway', async () => {
    const { sold, refund } = await shop.ask({ faults: MOVED_UNSEEN });
    const doubted = await shop.client.untilIs(refund.id, 'in_doubt');
    expect(await reviewOf(refund)).toMatchObject({
      status: 'in_doubt',
      owner: 'finance',
      transfers: [{ allowedActions: ['look_up', 'retry', 'mark_settled', 'mark_declined'], attempts: [{ sends: 1 }] }],
    });
    await post(`/v1/refunds/${refund.id}/lookups`, { transfer: transferOf(doubted) });
    await shop.client.untilIs(refund.id, 'completed');
    expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
    expect(await reviewOf(refund)).toBeUndefined();
  });

  it('settles by the word of two people, and tells so', async () => {
    const { sold, refund } = await shop.ask({ faults: MOVED_UNSEEN });
    const doubted = await shop.client.untilIs(refund.id, 'in_doubt');
    const [movement] = await shop.sandbox.movements(sold.payments[0]);
    const proposal = await propose(doubted, 'mark_settled', {
      transfer: transferOf(doubted),
      gatewayRefundId: movement?.id,
    });
    const alone = await confirm(proposal, financeKey);
    expect(problemOf(alone, 403).code).toBe('second_person_needed');
    const confirmed = await confirm(proposal);
    expect([200, 202]).toContain(confirmed.status);
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([{ status: 'settled', gatewayRefundId: movement?.id }]);
    const kinds = (await shop.client.timeline(refund.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['proposal_made', 'proposal_confirmed', 'resolved', 'completed']));
    const again = await confirm(proposal);
    expect(problemOf(again, 409).code).toBe('proposal_not_open');
  });

  it('sends under a new key what two people know was never moved, and moves it once', async () => {
    const { sold, refund } = await shop.ask({ faults: NEVER_ARRIVED });
    const doubted = await shop.client.untilIs(refund.id, 'in_doubt');
    const proposal = await propose(doubted, 'mark_declined', { transfer: transferOf(doubted) });
    const early = await confirm(proposal);
    expect(problemOf(early, 409).code).toBe('too_early');
    // A day later.
    await stack.database.write((tx) =>
      tx.query(
        `UPDATE attempt SET sent_at = now() - interval '25 hours' WHERE transfer_id IN (
           SELECT t.id FROM transfer t JOIN refund r ON r.id = t.refund_id WHERE replace(r.id::text, '-', '') = $1)`,
        [refund.id.slice(3)],
      ),
    );
    await confirm(proposal);
    const declined = await shop.client.untilIs(refund.id, 'needs_review');
    expect(await heldOn(stack, sold)).toEqual([0]);
    await resolve(declined, 'retry', { transfer: transferOf(declined) });
    await shop.client.untilIs(refund.id, 'completed');
    const [movement, ...others] = await shop.sandbox.movements(sold.payments[0]);
    expect(others).toEqual([]);
    const attempts = await attemptsOf(stack, refund.id);
    expect(attempts.map(({ status }) => status)).toEqual(['refused', 'succeeded']);
    expect(movement?.idempotencyKey).toBe(attempts[1]?.gatewayKey);
  });

  it('sends a lost call again under its own key when one person wants it', async () => {
    const { sold, refund } = await shop.ask({ faults: NEVER_ARRIVED });
    const doubted = await shop.client.untilIs(refund.id, 'in_doubt');
    await resolve(doubted, 'retry', { transfer: transferOf(doubted) });
    await shop.client.untilIs(refund.id, 'completed');
    expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
    expect(await attemptsOf(stack, refund.id)).toMatchObject([{ status: 'succeeded', sends: 2 }]);
  });

  it('ends a refund short of which one payment paid and the other one declined', async () => {
    const sold = await shop.sell({ parts: 2, price: 8_000 });
    await shop.sandbox.order({ action: 'decline', match: { gatewayRef: sold.payments[1] ?? '' } });
    const { id } = await shop.client.accepted({
      saleRef: sold.saleRef,
      reason: 'defective',
      lines: [{ ref: 'l1', amount: 11_000 }],
      destination: 'original',
      returnMethod: 'none',
    });
    // The declined one alone asks for a person: the other one may still be on its way then.
    const review = await shop.client.until(id, 'both payments to end', ({ status, transfers }) => {
      const ends = transfers.map((transfer) => transfer.status).sort();
      return status === 'needs_review' && ends.join() === 'declined,settled';
    });
    expect(await reviewOf(review)).toMatchObject({ allowedActions: ['close_short'] });
    const proposal = await propose(review, 'close_short', { reason: 'The card is closed and the customer agreed' });
    await confirm(proposal);
    const done = await shop.client.untilIs(id, 'completed');
    expect(done).toMatchObject({ payout: { amount: 11_000 }, short: { amount: 3_000 } });
    expect(done.creditNotes).toMatchObject([{ total: { amount: 8_000 } }]);
    expect(await heldOn(stack, sold)).toEqual([8_000, 0]);
    // The rest can be asked for again.
    await shop.client.accepted({
      saleRef: sold.saleRef,
      reason: 'defective',
      lines: [{ ref: 'l1', amount: 3_000 }],
      destination: 'original',
      returnMethod: 'none',
    });
  });

  it('fails a refund that could not be paid, and gives its amount back', async () => {
    const { sold, refund } = await shop.ask({ faults: [{ action: 'decline' }] });
    const review = await shop.client.untilIs(refund.id, 'needs_review');
    await confirm(await propose(review, 'fail', { reason: 'Paid in cash at the counter' }));
    await shop.client.untilIs(refund.id, 'failed');
    expect(await heldOn(stack, sold)).toEqual([0]);
  });

  it('leaves the books and the gateway in agreement', async () => {
    await expectBooksInOrder(stack);
  });
});
