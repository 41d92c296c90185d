import { randomUUID } from 'node:crypto';
import type { DisputeEvidence, DisputeView, Page, ProposalView } from '@zikui/persistence';
import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { eventually } from '../client/eventually';
import { bodyOf, call, problemOf, type Answer } from '../client/http';
import { LAMP_PRICE, ONE_UNIT, Shop, type Sold } from '../client/shop';
import { expectBooksInOrder } from '../invariants';
import { attemptsOf, heldOn } from '../rows';

const CAPTURED = 2 * LAMP_PRICE;

describe('disputes of card holders', () => {
  let stack: TestStack;
  let shop: Shop;
  let financeKey: string;
  beforeAll(async () => {
    stack = await sharedStack();
    shop = new Shop(stack, stack.merchants.lab);
    financeKey = await stack.addKey(stack.merchants.lab, {
      owner: 'lab-finance',
      scopes: ['refunds:decide', 'refunds:read'],
      role: 'finance',
      amountLimit: 100_000_000,
    });
  }, 90_000);
  afterAll(() => stack.close());

  type Told = Readonly<{ dispute: Readonly<{ id: string }>; told: readonly Readonly<{ status: number | null }>[] }>;
  /** A card holder disputes a payment, and the gateway says so; the gateway's id of the dispute. */
  const dispute = async ({ payments: [gatewayRef] }: Sold, amount?: number): Promise<string> => {
    const body = { gatewayRef, ...(amount !== undefined && { amount }) };
    const answer = await call<Told>(`${stack.sandbox}/_control/disputes`, { method: 'POST', body });
    const { dispute: opened, told } = bodyOf(answer, 201);
    expect(told.map(({ status }) => status)).toEqual(told.map(() => 200));
    return opened.id;
  };
  const end = async (id: string, how: 'win' | 'lose'): Promise<void> => {
    bodyOf(await call<Told>(`${stack.sandbox}/_control/disputes/${id}/${how}`, { method: 'POST', body: {} }), 200);
  };
  const disputesOf = async ({ saleRef }: Sold): Promise<readonly DisputeView[]> =>
    bodyOf(await shop.client.call<Page<DisputeView>>(`/v1/disputes?saleRef=${saleRef}`), 200).items;
  const kindsOf = async (refundId: string): Promise<readonly string[]> =>
    (await shop.client.timeline(refundId)).map(({ kind }) => kind);
  const post = <Shape>(path: string, body: object, key = financeKey): Promise<Answer<Shape>> =>
    shop.client.call<Shape>(path, { method: 'POST', key, idempotencyKey: randomUUID(), body: { ...body } });

  it('E34: a dispute is open, so a transfer that is due waits and a person is shown it; won, it is sent', async () => {
    const sold = await shop.sell();
    const id = await dispute(sold, 1_000);
    const [opened] = await disputesOf(sold);
    expect(opened).toMatchObject({ status: 'open', disputeRef: id, withdrawn: { amount: 1_000 } });
    const refund = await shop.client.accepted({ ...ONE_UNIT, saleRef: sold.saleRef });
    const review = await shop.client.untilIs(refund.id, 'needs_review');
    expect(review).toMatchObject({
      reviewReason: 'dispute_open',
      transfers: [{ status: 'planned', holdReason: 'dispute' }],
    });
    expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);
    expect(await heldOn(stack, sold)).toEqual([LAMP_PRICE]);

    await end(id, 'win');
    await shop.client.untilIs(refund.id, 'completed');
    expect(await shop.sandbox.movements(sold.payments[0])).toMatchObject([{ amount: LAMP_PRICE, status: 'succeeded' }]);
    expect(await disputesOf(sold)).toMatchObject([{ status: 'won', withdrawn: { amount: 0 }, refunds: [refund.id] }]);
    expect(await kindsOf(refund.id)).toEqual(expect.arrayContaining(['transfer_held', 'dispute_won', 'completed']));
  });

  it('holds store credit of the payment in the same way: nothing is issued until the verdict', async () => {
    const sold = await shop.sell();
    const id = await dispute(sold, 1_000);
    const asked = { ...ONE_UNIT, destination: 'store_credit', saleRef: sold.saleRef };
    const refund = await shop.client.accepted(asked);
    const review = await shop.client.untilIs(refund.id, 'needs_review');
    expect(review).toMatchObject({
      reviewReason: 'dispute_open',
      transfers: [{ paymentRef: 'store_credit', status: 'planned', holdReason: 'dispute', hold: { owner: 'finance' } }],
    });
    await end(id, 'win');
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([{ status: 'settled', holdReason: null }]);
    expect((await shop.client.creditOf(sold.customerRef)).accounts).toMatchObject([
      { available: { amount: LAMP_PRICE } },
    ]);
  });

  it('E35: a dispute is opened while a refund is in flight, which is declined; nothing is paid twice', async () => {
    const { sold, refund } = await shop.ask({ faults: [{ action: 'pending' }] });
    await shop.client.untilIs(refund.id, 'awaiting_gateway');
    const id = await dispute(sold);
    const declined = await shop.client.untilIs(refund.id, 'needs_review');
    expect(declined).toMatchObject({ reviewReason: 'transfer_declined', transfers: [{ status: 'declined' }] });
    expect(await kindsOf(refund.id)).toEqual(
      expect.arrayContaining(['dispute_opened', 'money_alert', 'transfer_declined']),
    );
    const retry = { action: 'retry', transfer: declined.transfers[0]?.id, evidence: 'The customer asks again' };
    const refused = await post(`/v1/refunds/${refund.id}/resolutions`, retry);
    expect(problemOf(refused, 422).code).toBe('over_refund');

    await end(id, 'win');
    await eventually('the dispute to be won', async () =>
      (await disputesOf(sold))[0]?.status === 'won' ? true : undefined,
    );
    await post(`/v1/refunds/${refund.id}/resolutions`, retry);
    await shop.client.untilIs(refund.id, 'completed');
    const movements = await shop.sandbox.movements(sold.payments[0]);
    expect(movements.map(({ status }) => status).sort()).toEqual(['failed', 'succeeded']);
    expect((await attemptsOf(stack, refund.id)).map(({ status }) => status)).toEqual(['refused', 'succeeded']);
  });

  it('E36: a dispute is lost after the refund: counted for ever, people are alerted, and there is an evidence file', async () => {
    const { sold, refund } = await shop.ask();
    const done = await shop.client.untilIs(refund.id, 'completed');
    const id = await dispute(sold);
    await end(id, 'lose');
    const lost = await eventually('the dispute to be lost', async () =>
      (await disputesOf(sold)).find(({ status }) => status === 'lost'),
    );
    expect(lost).toMatchObject({
      amount: { amount: CAPTURED },
      withdrawn: { amount: CAPTURED },
      exceeds: { amount: LAMP_PRICE },
      refunds: [refund.id],
    });
    expect((await shop.client.get(refund.id)).status).toBe('completed');
    expect(await kindsOf(refund.id)).toEqual(expect.arrayContaining(['dispute_opened', 'money_alert', 'dispute_lost']));
    // All that was captured is with the card holder by now.
    const more = await shop.client.request({ ...ONE_UNIT, saleRef: sold.saleRef });
    expect(problemOf(more, 422).code).toBe('over_refund');

    const file = bodyOf(await shop.client.call<DisputeEvidence>(`/v1/disputes/${lost.id}/evidence`), 200);
    expect(file).toMatchObject({
      payment: { gatewayRef: sold.payments[0], refunded: { amount: LAMP_PRICE } },
      refunds: [
        {
          id: refund.id,
          status: 'completed',
          creditNote: done.creditNotes[0]?.number,
          transfers: [{ status: 'settled', gatewayRefundId: done.transfers[0]?.gatewayRefundId }],
        },
      ],
    });
    expect(file.summary).toContain('had been refunded to the same payment before the dispute was opened');
    expect(JSON.stringify(file)).not.toContain(sold.email);
  });

  it('is ended by two persons where no gateway tells of it, and what waited is sent', async () => {
    const sold = await shop.sell();
    const told = { saleRef: sold.saleRef, payment: 'pay-1', disputeRef: randomUUID(), amount: 1_000, currency: 'ILS' };
    const opened = bodyOf(await post<DisputeView>('/v1/disputes', told, shop.client.keys.createKey), 201);
    const refund = await shop.client.accepted({ ...ONE_UNIT, saleRef: sold.saleRef });
    await shop.client.untilIs(refund.id, 'needs_review');
    const outcome = { outcome: 'won', evidence: 'Letter of the acquirer of 21 November' };
    const proposal = bodyOf(await post<ProposalView>(`/v1/disputes/${opened.id}/outcome`, outcome), 201);
    const decision = { outcome: 'confirm', payloadHash: proposal.payloadHash };
    const confirmed = await post(`/v1/proposals/${proposal.id}/decisions`, decision, stack.merchants.lab.decideKey);
    expect(confirmed.status).toBe(200);
    await shop.client.untilIs(refund.id, 'completed');
  });

  it('kept every promise', async () => {
    await expectBooksInOrder(stack);
  });
});
