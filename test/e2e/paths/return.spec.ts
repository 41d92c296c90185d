import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import type { ShownRefund } from '../client/merchant.client';
import { Operator } from '../client/operator';
import { Shop, type Asked, type Asking } from '../client/shop';
import { expectBooksInOrder } from '../invariants';
import { heldOn } from '../rows';

const BY_CARRIER: Asking = { request: { reason: 'changed_mind', returnMethod: 'carrier' } };
/** After the legal window, inside the policy's. */
const NOT_A_RIGHT: Asking = { ...BY_CARRIER, sale: { deliveredDaysAgo: 20 } };

describe('money that waits for goods', () => {
  let stack: TestStack;
  let shop: Shop;
  let operator: Operator;
  beforeAll(async () => {
    stack = await sharedStack();
    shop = new Shop(stack, stack.merchants.demo);
    operator = await Operator.of(stack);
  }, 90_000);
  afterAll(async () => {
    await operator.close();
    await stack.close();
  });

  const trackingCode = (refund: ShownRefund): string => refund.return?.parcels[0]?.trackingCode ?? '';
  /** Asks, and waits until the label is there. */
  async function labelled(asking: Asking): Promise<Asked> {
    const { sold, refund } = await shop.ask(asking);
    return { sold, refund: await shop.client.until(refund.id, 'a label', (one) => trackingCode(one) !== '') };
  }

  it('sends a label, follows the parcel, and pays when it is delivered', async () => {
    const { sold, refund } = await labelled(BY_CARRIER);
    expect(refund).toMatchObject({ status: 'awaiting_return', return: { mode: 'required', moneyOn: 'delivered' } });
    const mail = await shop.sandbox.mailTo(sold.email, sold.saleRef);
    expect(mail.html).toContain(refund.return?.parcels[0]?.labelUrl);

    await shop.sandbox.scan(trackingCode(refund), 'in_transit', 3);
    const moving = await shop.client.until(
      refund.id,
      'the parcel to move',
      (one) => one.return?.status === 'in_transit',
    );
    expect(moving).toMatchObject({ status: 'awaiting_return', return: { parcels: [{ status: 'in_transit' }] } });
    expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);

    await shop.sandbox.scan(trackingCode(refund), 'delivered');
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(await shop.sandbox.movements(sold.payments[0])).toMatchObject([{ amount: done.payout.amount }]);
    expect(done.fee.amount).toBe(645);
  });

  it('lets a late scan change the timeline and nothing else', async () => {
    const { refund } = await labelled(BY_CARRIER);
    await shop.sandbox.scan(trackingCode(refund), 'delivered');
    await shop.client.untilIs(refund.id, 'completed');
    await shop.sandbox.scan(trackingCode(refund), 'in_transit');
    const timeline = await shop.client.timeline(refund.id);
    expect(timeline.filter(({ kind }) => kind === 'parcel_scanned')).toHaveLength(2);
    expect(await shop.client.get(refund.id)).toMatchObject({
      status: 'completed',
      return: { parcels: [{ status: 'delivered' }] },
    });
  });

  it('expires when the goods do not come and the law gives no right, and takes the label back', async () => {
    const { sold, refund } = await labelled(NOT_A_RIGHT);
    await operator.endDeadline(stack.merchants.demo.id, refund.id);
    const expired = await shop.client.untilIs(refund.id, 'expired');
    expect(expired.return?.status).toBe('expired');
    expect(await heldOn(stack, sold)).toEqual([0]);
    expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);
    await shop.client.until(
      refund.id,
      'the label to be cancelled',
      (one) => one.return?.parcels[0]?.status === 'cancelled',
    );
  });

  it('brings goods that do not come to a person when the customer has a right to his money', async () => {
    const { refund } = await labelled(BY_CARRIER);
    expect(refund.statutory).toBe(true);
    await operator.endDeadline(stack.merchants.demo.id, refund.id);
    expect(await shop.client.untilIs(refund.id, 'needs_review')).toMatchObject({ reviewReason: 'goods_overdue' });
  });

  it('can be cancelled while goods are awaited', async () => {
    const { sold, refund } = await labelled(BY_CARRIER);
    expect((await shop.client.cancel(refund)).status).toBe(200);
    expect(await shop.client.get(refund.id)).toMatchObject({ status: 'cancelled', return: { status: 'cancelled' } });
    expect(await heldOn(stack, sold)).toEqual([0]);
  });

  it('waits for the approval first and for the goods then', async () => {
    const sale = { price: 79_000, category: 'furniture', description: 'ספה דו־מושבית' };
    const { refund } = await shop.ask({ ...BY_CARRIER, sale });
    const open = await shop.client.untilIs(refund.id, 'awaiting_approval');
    await shop.client.decide(open);
    const waiting = await shop.client.until(refund.id, 'a label', (one) => trackingCode(one) !== '');
    expect(waiting.status).toBe('awaiting_return');
    await shop.sandbox.scan(trackingCode(waiting), 'delivered');
    await shop.client.untilIs(refund.id, 'completed');
  });

  it('orders one label though the carrier first gives none and then loses its answer', async () => {
    await shop.sandbox.order({ target: 'carrier', action: 'down' });
    await shop.sandbox.order({ target: 'carrier', action: 'commit_then_500' });
    const { refund } = await labelled(BY_CARRIER);
    expect(refund.return?.parcels).toHaveLength(1);
  });

  it('leaves books that keep every rule and agree with the gateway', async () => {
    await expectBooksInOrder(stack);
  });
});
