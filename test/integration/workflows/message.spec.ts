import { costOf } from './recorded-history';
import { RefundLab } from './refund-lab';
import type { Cost, RunningRefund } from './running-refund';

const costsAtMost = (cost: Cost, events: number, tasks: number): void => {
  expect(cost.events).toBeLessThanOrEqual(events);
  expect(cost.tasks).toBeLessThanOrEqual(tasks);
};
const told = ({ row }: RunningRefund): string[] =>
  [...row.messages.values()].map(({ kind, status }) => `${kind} ${status}`);

describe('the messages of a refund', () => {
  let lab: RefundLab;
  beforeAll(async () => {
    lab = await RefundLab.open();
  });
  beforeEach(() => {
    lab.messages.refusesAll = false;
  });
  afterAll(() => lab.close());

  it('tells the customer once that an auto-approved refund is complete', async () => {
    const refund = await lab.start({ tells: true });
    expect(await refund.result()).toBe('completed');
    expect(told(refund)).toEqual(['refund_completed sent']);
    costsAtMost(await costOf(refund, 'told-settled-at-once'), 16, 2);
  });

  it('tells of a pending transfer beside the wait for it', async () => {
    const refund = await lab.start({ tells: true, transfers: [{ acts: ['pending'] }] });
    await refund.stands('awaiting_gateway');
    await refund.webhook('settled');
    expect(await refund.result()).toBe('completed');
    expect(told(refund)).toEqual(['refund_sent sent', 'refund_completed sent']);
    costsAtMost(await costOf(refund, 'told-pending-then-webhook'), 30, 4);
  });

  it('tells of each step of an approval', async () => {
    const refund = await lab.start({ tells: true, steps: 1 });
    await refund.stands('awaiting_approval');
    await refund.decide(1);
    expect(await refund.result()).toBe('completed');
    expect(told(refund)).toEqual(['refund_received sent', 'refund_approved sent', 'refund_completed sent']);
    costsAtMost(await costOf(refund, 'told-approved'), 38, 5);
  });

  it('tells of the whole way with two approvals and a return', async () => {
    const goods = { mode: 'required', moneyOn: 'delivered', windowMs: 3_600_000, label: true } as const;
    const refund = await lab.start({ tells: true, steps: 2, goods });
    await refund.stands('awaiting_approval', 1);
    await refund.decide(1);
    await refund.decide(2);
    await refund.awaitsGoods();
    await refund.scan('in_transit');
    await refund.childTook(1);
    await refund.scan('delivered');
    expect(await refund.result()).toBe('completed');
    expect(told(refund).sort()).toEqual([
      'goods_received sent',
      'refund_completed sent',
      'refund_received sent',
      'return_instructions sent',
    ]);
    costsAtMost(await costOf(refund, 'told-approved-and-returned'), 80, 11);
    costsAtMost(await costOf(refund, 'told-return-arrived', refund.returnId), 15, 3);
  });

  it('tells of store credit instead of a completed refund', async () => {
    const refund = await lab.start({ tells: true, storeCredit: true });
    expect(await refund.result()).toBe('completed');
    expect(told(refund)).toEqual(['credit_issued sent']);
    costsAtMost(await costOf(refund, 'told-store-credit'), 9, 1);
  });

  it('completes a refund whose customer cannot be reached', async () => {
    lab.messages.refusesAll = true;
    const refund = await lab.start({ tells: true });
    expect(await refund.result()).toBe('completed');
    expect(told(refund)).toEqual(['refund_completed failed']);
  });
});
