import { costOf } from './recorded-history';
import { RefundLab } from './refund-lab';
import type { RefundPlan } from './refund-plan';

const goods = (changes: Partial<NonNullable<RefundPlan['goods']>> = {}): RefundPlan['goods'] => ({
  mode: 'required',
  moneyOn: 'delivered',
  windowMs: 3_600_000,
  label: false,
  ...changes,
});

describe('the goods of a refund', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open();
  });
  afterAll(() => lab.close());

  it('pays after two approvals and the delivery of the goods', async () => {
    const refund = await lab.start({ steps: 2, goods: goods() });
    await refund.stands('awaiting_approval', 1);
    await refund.decide(1);
    await refund.decide(2);
    await refund.stands('awaiting_return');
    await refund.awaitsGoods();
    await refund.scan('in_transit');
    await refund.childTook(1);
    await refund.scan('delivered');
    expect(await refund.result()).toBe('completed');
    // One write less than the reference: opening the refund is its first move too.
    expect(await costOf(refund, 'approved-and-returned')).toEqual({ events: 44, tasks: 6, localWrites: 5 });
    const child = await costOf(refund, 'return-arrived', refund.returnId);
    expect(child).toEqual({ events: 15, tasks: 3, localWrites: 0 });
  });

  it('orders the label beside the wait', async () => {
    const refund = await lab.start({ goods: goods({ label: true, moneyOn: 'first_scan' }) });
    await refund.awaitsGoods();
    await refund.scan('in_transit');
    expect(await refund.result()).toBe('completed');
    expect(refund.row.label).toBe('ordered');
    await costOf(refund, 'returned-with-label');
  });

  it('expires when the goods never come, and takes the unused label back', async () => {
    const refund = await lab.start({ goods: goods({ label: true, windowMs: 400 }) });
    expect(await refund.result()).toBe('expired');
    expect(refund.row.label).toBe('cancelled');
    await costOf(refund, 'return-expired');
    await costOf(refund, 'return-window-over', refund.returnId);
  });

  it('brings a statutory refund whose goods never come to a person', async () => {
    const refund = await lab.start({ statutory: true, goods: goods({ windowMs: 200 }) });
    await refund.stands('needs_review');
    expect(await refund.cancel()).toMatchObject({ kind: 'done', answer: { status: 'cancelled' } });
    expect(await refund.result()).toBe('cancelled');
  });

  it('cancels while the goods are awaited, and with it the wait', async () => {
    const refund = await lab.start({ goods: goods({ label: true }) });
    await refund.stands('awaiting_return');
    await refund.awaitsGoods();
    expect(await refund.cancel()).toMatchObject({ kind: 'done', answer: { status: 'cancelled' } });
    expect(await refund.result()).toBe('cancelled');
    expect((await lab.client.workflow.getHandle(refund.returnId).describe()).status.name).toBe('CANCELLED');
    await costOf(refund, 'cancelled-while-goods-are-awaited');
    await costOf(refund, 'return-cancelled', refund.returnId);
  });

  it('pays first under an instant policy, and still sends the label', async () => {
    const refund = await lab.start({ goods: goods({ mode: 'instant', label: true }) });
    expect(await refund.result()).toBe('completed');
    expect(refund.row.history).toEqual(['requested', 'processing', 'completed']);
    expect(refund.row.label).toBe('ordered');
    await costOf(refund, 'instant');
  });

  it('counts a scan once, and is woken for nothing by one that does not let the money go', async () => {
    const refund = await lab.start({ goods: goods() });
    await refund.awaitsGoods();
    await refund.scan('in_transit', 'evt_1');
    await refund.scan('in_transit', 'evt_1');
    await refund.scan('exception');
    await refund.childTook(3);
    await refund.stands('awaiting_return');
    await refund.scan('delivered');
    expect(await refund.result()).toBe('completed');
  });

  it('waits on when only a part of the goods has come', async () => {
    const refund = await lab.start({ goods: goods() });
    refund.row.partsMissing = 1;
    const first = await refund.awaitsGoods();
    await refund.scan('delivered');
    await refund.awaitsGoods(first);
    await refund.scan('delivered');
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'returned-in-parts');
  });

  it('awaits the goods on when an operator ends the wait', async () => {
    const refund = await lab.start({ goods: goods() });
    const first = await refund.awaitsGoods();
    await lab.client.workflow.getHandle(refund.returnId).terminate('by mistake');
    await refund.awaitsGoods(first);
    await refund.scan('delivered');
    expect(await refund.result()).toBe('completed');
    await costOf(refund, 'return-terminated-then-awaited-again');
  });

  it('moves the window of goods that are awaited', async () => {
    const refund = await lab.start({ goods: goods() });
    await refund.awaitsGoods();
    expect(await refund.command('changeDeadline', { dueAtMs: Date.now() + 3_000 })).toMatchObject({ kind: 'done' });
    expect(await refund.result()).toBe('expired');
    await costOf(refund, 'return-window-moved');
  });

  it('goes on waiting when it is reset while goods are awaited', async () => {
    const refund = await lab.start({ goods: goods() });
    const first = await refund.awaitsGoods();
    await refund.resetToStart();
    await refund.awaitsGoods(first);
    await refund.scan('delivered');
    expect(await refund.result()).toBe('completed');
  });
});
