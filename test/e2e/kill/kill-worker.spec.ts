import { startStack, type TestStack } from '../../environment/stack';
import { eventuallyHolds } from '../client/eventually';
import { bodyOf } from '../client/http';
import type { ShownRefund } from '../client/merchant.client';
import { ONE_UNIT, Shop, type Asked } from '../client/shop';
import { HeldRows } from '../held-rows';
import { expectBooksInOrder } from '../invariants';
import { attemptsOf } from '../rows';

const SOFA = { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 };
/** A killed worker is noticed after 6 s in a gateway call, 10 s in a write, 30 s in a mail. */
const RECOVERY_MS = 60_000;

describe('a worker that is killed', () => {
  let stack: TestStack;
  let shop: Shop;
  let held: HeldRows | undefined;
  beforeAll(async () => {
    // A gateway call may last, so that the worker can be killed inside it.
    stack = await startStack({ worker: { GATEWAY_TIMEOUT_MS: '20000' } });
    shop = new Shop(stack, stack.merchants.demo);
    // So that the series of credit notes exists and can be held.
    const { refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
  }, 90_000);
  afterAll(() => stack.close());
  afterEach(async () => {
    await held?.release();
    held = undefined;
  });

  const hold = async (): Promise<HeldRows> => (held = await HeldRows.of(stack));
  /** Kills the worker where it stands, gives back what it waited for, and starts another one. */
  async function killWorker(): Promise<void> {
    await stack.kill('worker');
    await held?.release();
    held = undefined;
    await stack.start('worker');
  }
  const untilMoved = ({ sold }: Asked): Promise<true> =>
    eventuallyHolds('the money to move', async () => (await shop.sandbox.movements(sold.payments[0])).length > 0);
  async function expectPaidOnce({ sold, refund }: Asked): Promise<void> {
    const done = await shop.client.untilIs(refund.id, 'completed', RECOVERY_MS);
    const movements = await shop.sandbox.movements(sold.payments[0]);
    expect(movements).toMatchObject([{ amount: done.payout.amount, status: 'succeeded' }]);
    expect(await attemptsOf(stack, refund.id)).toMatchObject([{ gatewayKey: movements[0]?.idempotencyKey }]);
    expect(done.creditNotes).toHaveLength(1);
  }

  it('opens a refund again whose opening it had not written', async () => {
    await stack.stop('worker');
    const asked = await shop.ask();
    const rows = await hold();
    await rows.refund(asked.refund.id);
    await stack.start('worker');
    await rows.untilWaitedFor(stack.database, 1);
    await killWorker();
    await expectPaidOnce(asked);
  });

  it('sends what it had not claimed', async () => {
    const asked = await shop.ask({ sale: SOFA });
    const open = await shop.client.untilIs(asked.refund.id, 'awaiting_approval');
    const rows = await hold();
    await rows.transfersOf(open.id);
    bodyOf(await shop.client.decide(open), 200);
    await rows.untilWaitedFor(stack.database, 1);
    expect(await attemptsOf(stack, open.id)).toMatchObject([{ status: 'prepared', sends: 0 }]);
    expect(await shop.sandbox.movements(asked.sold.payments[0])).toEqual([]);
    await killWorker();
    await expectPaidOnce(asked);
  });

  it('asks the gateway first when it died during the call', async () => {
    const asked = await shop.ask({ faults: [{ action: 'late_answer', ms: 15_000 }, { action: 'webhook_never' }] });
    await untilMoved(asked);
    expect(await attemptsOf(stack, asked.refund.id)).toMatchObject([{ status: 'sent', sends: 1 }]);
    await killWorker();
    await expectPaidOnce(asked);
  });

  it('asks the gateway first when it died between the answer and its record', async () => {
    const rows = await hold();
    const asked = await shop.ask({ faults: [{ action: 'late_answer', ms: 2_500 }, { action: 'webhook_never' }] });
    await untilMoved(asked);
    await rows.transfersOf(asked.refund.id);
    await rows.untilWaitedFor(stack.database, 1);
    await killWorker();
    await expectPaidOnce(asked);
  });

  it('finishes with one credit note when it died before it could number it', async () => {
    const rows = await hold();
    await rows.creditNoteSeriesOf(stack.merchants.demo.id);
    const asked = await shop.ask();
    await rows.untilWaitedFor(stack.database, 1);
    await killWorker();
    await expectPaidOnce(asked);
  });

  it('goes on with every refund that was waiting, and with a mail that was on its way', async () => {
    const approval = await shop.ask({ sale: SOFA });
    const open = await shop.client.untilIs(approval.refund.id, 'awaiting_approval');
    const goods = await shop.ask({ request: { reason: 'changed_mind', returnMethod: 'carrier' } });
    const code = ({ return: awaited }: ShownRefund): string => awaited?.parcels[0]?.trackingCode ?? '';
    const labelled = await shop.client.until(goods.refund.id, 'a label', (one) => code(one) !== '');
    const pending = await shop.ask({ faults: [{ action: 'pending' }] });
    await shop.client.untilIs(pending.refund.id, 'awaiting_gateway');
    const sold = await shop.sell();
    await shop.sandbox.order({ target: 'mail', action: 'timeout', match: { to: sold.email } });
    const refund = await shop.client.accepted({ ...ONE_UNIT, saleRef: sold.saleRef });
    await eventuallyHolds('the mail to be on its way', async () =>
      (await shop.sandbox.faults()).some(({ target, hits }) => target === 'mail' && hits > 0),
    );

    await stack.kill('worker');
    const [movement] = await shop.sandbox.movements(pending.sold.payments[0]);
    await shop.sandbox.settle(movement?.id ?? '');
    await shop.sandbox.scan(code(labelled), 'delivered');
    expect([200, 202]).toContain((await shop.client.decideOnce(open)).status);
    await stack.start('worker');

    await Promise.all([approval, goods, pending, { sold, refund }].map(expectPaidOnce));
    await shop.sandbox.mailTo(sold.email, sold.saleRef, RECOVERY_MS);
  });

  it('leaves books that keep every rule and agree with the gateway', async () => {
    await expectBooksInOrder(stack);
  });
});
