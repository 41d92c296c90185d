import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { bodyOf, problemOf } from '../client/http';
import type { ShownRefund } from '../client/merchant.client';
import { Operator } from '../client/operator';
import { Shop, type Asked, type Asking } from '../client/shop';
import { expectBooksInOrder } from '../invariants';
import { heldOn } from '../rows';

/** Prices that the demo policy leaves to nobody, one person, two persons. */
const ONE_LEVEL = { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 };
const TWO_LEVELS = { ...ONE_LEVEL, price: 249_000 };
/** A change of mind after the legal window: the policy gives it, the law does not. */
const NOT_A_RIGHT: Asking = {
  sale: { ...ONE_LEVEL, deliveredDaysAgo: 20 },
  request: { reason: 'changed_mind' },
};

describe('decisions of people', () => {
  let stack: TestStack;
  let shop: Shop;
  let operator: Operator;
  let financeKey: string;
  beforeAll(async () => {
    stack = await sharedStack();
    shop = new Shop(stack, stack.merchants.demo);
    operator = await Operator.of(stack);
    financeKey = await stack.addKey(stack.merchants.demo, {
      owner: 'demo-finance',
      scopes: ['refunds:decide', 'refunds:read'],
      role: 'finance',
      amountLimit: 100_000_000,
    });
  }, 90_000);
  afterAll(async () => {
    await operator.close();
    await stack.close();
  });

  /** Asks, and waits until somebody may decide. */
  async function open(asking: Asking): Promise<Asked> {
    const { sold, refund } = await shop.ask(asking);
    return { sold, refund: await shop.client.untilIs(refund.id, 'awaiting_approval') };
  }
  const stepsOf = ({ approval }: ShownRefund): unknown[] => approval.steps.map(({ role, status }) => [role, status]);

  it('pays after one approval, and shows who gave it', async () => {
    const { refund } = await open({ sale: ONE_LEVEL });
    expect(stepsOf(refund)).toEqual([['lead', 'open']]);
    const decided = bodyOf(await shop.client.decide(refund), 200);
    expect(decided.status).not.toBe('awaiting_approval');
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.approval.steps).toMatchObject([{ status: 'approved', decision: { outcome: 'approve', role: 'cfo' } }]);
    expect(done.approval.steps[0]?.decision?.actor).toMatch(/^key:/);
  });

  it('asks for two approvals of two persons before a large amount goes', async () => {
    const { sold, refund } = await open({ sale: TWO_LEVELS });
    expect(stepsOf(refund)).toEqual([
      ['lead', 'open'],
      ['finance', 'waiting'],
    ]);
    const half = bodyOf(await shop.client.decide(refund), 200);
    expect(half).toMatchObject({ status: 'awaiting_approval' });
    expect(problemOf(await shop.client.decide(refund, { step: 2 }), 403).code).toBe('self_approval');
    expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);
    bodyOf(await shop.client.decide(refund, { step: 2, key: financeKey }), 200);
    await shop.client.untilIs(refund.id, 'completed');
  });

  it('gives the reservation back when a step is rejected, and tells the customer why', async () => {
    const { sold, refund } = await open(NOT_A_RIGHT);
    const rejected = bodyOf(await shop.client.decide(refund, { outcome: 'reject' }), 200);
    expect(rejected).toMatchObject({ status: 'rejected', approval: { steps: [{ status: 'rejected' }] } });
    expect(await heldOn(stack, sold)).toEqual([0]);
    expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);
    const mail = await shop.sandbox.mailTo(sold.email, sold.saleRef);
    expect(mail.subject).toContain('TEST');
  });

  it('expires a refund that nobody decided, when the law gives no right to it', async () => {
    const { sold, refund } = await open(NOT_A_RIGHT);
    expect(refund).toMatchObject({ statutory: false });
    expect(refund.deadlines.dueAt).not.toBeNull();
    await operator.endDeadline(stack.merchants.demo.id, refund.id);
    const expired = await shop.client.untilIs(refund.id, 'expired');
    expect(stepsOf(expired)).toEqual([['lead', 'expired']]);
    expect(await heldOn(stack, sold)).toEqual([0]);
  });

  it('brings a refund that nobody decided to a person, when the customer has a right to it', async () => {
    const { sold, refund } = await open({ sale: ONE_LEVEL });
    expect(refund.statutory).toBe(true);
    await operator.endDeadline(stack.merchants.demo.id, refund.id);
    const review = await shop.client.untilIs(refund.id, 'needs_review');
    expect(review.reviewReason).toBe('approval_overdue');
    expect(await heldOn(stack, sold)).toEqual([ONE_LEVEL.price]);
  });

  it('cancels before money moves, and answers the repeat of a cancellation as the first', async () => {
    const { sold, refund } = await open({ sale: ONE_LEVEL });
    const first = await shop.client.cancel(refund, 'cancel-once-and-for-all');
    expect(bodyOf(first, 200)).toMatchObject({ status: 'cancelled' });
    const again = await shop.client.cancel(refund, 'cancel-once-and-for-all');
    expect(bodyOf(again, 200)).toMatchObject({ status: 'cancelled' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await heldOn(stack, sold)).toEqual([0]);
    const late = problemOf(await shop.client.decide(refund), 409);
    expect(late).toMatchObject({ code: 'step_not_open', values: { status: 'cancelled' } });
  });

  it('refuses to cancel what was sent', async () => {
    const { refund } = await shop.ask({ faults: [{ action: 'pending' }] });
    await shop.client.untilIs(refund.id, 'awaiting_gateway');
    expect(problemOf(await shop.client.cancel(refund), 409).code).toBe('too_late');
  });

  it('names the winner to whoever decides second', async () => {
    const { refund } = await open(NOT_A_RIGHT);
    bodyOf(await shop.client.decide(refund, { outcome: 'reject' }), 200);
    const lost = problemOf(await shop.client.decide(refund, { key: financeKey }), 409);
    expect(lost).toMatchObject({ code: 'step_not_open', values: { outcome: 'reject', status: 'rejected' } });
    const { approval } = await shop.client.get(refund.id);
    expect(lost.values['decidedBy']).toBe(approval.steps[0]?.decision?.actor);
  });

  it('lets nobody decide what he asked for: not by the same key, not by another key of the same person', async () => {
    const { refund } = await open({ sale: ONE_LEVEL });
    const { createKey } = stack.merchants.demo;
    expect(problemOf(await shop.client.decide(refund, { key: createKey }), 403).code).toBe('permission_missing');
    const second = await stack.addKey(stack.merchants.demo, {
      owner: 'demo-backend',
      scopes: ['refunds:decide', 'refunds:read'],
      role: 'cfo',
      amountLimit: 100_000_000,
    });
    expect(problemOf(await shop.client.decide(refund, { key: second }), 403).code).toBe('self_approval');
    const named = await open({ sale: ONE_LEVEL, request: { requestedBy: 'demo-approver' } });
    expect(problemOf(await shop.client.decide(named.refund), 403).code).toBe('self_approval');
    expect((await shop.client.get(refund.id)).status).toBe('awaiting_approval');
  });

  it('binds a decision to what was read, to the limit of its key and to its role', async () => {
    const { refund } = await open({ sale: TWO_LEVELS });
    const stale = await shop.client.decide({ ...refund, snapshotHash: '0'.repeat(64) });
    expect(problemOf(stale, 409).code).toBe('snapshot_changed');
    const scopes = ['refunds:decide', 'refunds:read'] as const;
    const small = await stack.addKey(stack.merchants.demo, {
      owner: 'small',
      scopes,
      role: 'lead',
      amountLimit: 1_000,
    });
    expect(problemOf(await shop.client.decide(refund, { key: small }), 403).code).toBe('limit_exceeded');
    expect(problemOf(await shop.client.decide(refund, { key: financeKey }), 403).code).toBe('permission_missing');
  });

  it('leaves books that keep every rule and agree with the gateway', async () => {
    await expectBooksInOrder(stack);
  });
});
