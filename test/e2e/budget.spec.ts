import type { WorkflowHandle } from '@temporalio/client';
import { startStack, type TestStack } from '../environment/stack';
import { eventuallyHolds } from './client/eventually';
import { bodyOf } from './client/http';
import type { ShownRefund } from './client/merchant.client';
import { Operator, type History } from './client/operator';
import { Shop } from './client/shop';

/** What a path may cost with its messages (docs/technical-description.md). */
type Budget = Readonly<{ events: number; tasks: number }>;
const LIMITS = {
  auto: { events: 21, tasks: 3 },
  pendingThenWebhook: { events: 35, tasks: 5 },
  oneApproval: { events: 43, tasks: 6 },
  twoApprovalsAndReturn: { events: 80, tasks: 11 },
  returnShipment: { events: 15, tasks: 3 },
  storeCredit: { events: 14, tasks: 2 },
} as const satisfies Record<string, Budget>;
/** Accept, open, claim, record, finish, message sent. */
const MOST_WRITE_TRANSACTIONS = 6;
const SOFA = { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 };

describe('what a refund costs', () => {
  let stack: TestStack;
  let demo: Shop;
  let operator: Operator;
  let financeKey: string;
  beforeAll(async () => {
    stack = await startStack();
    demo = new Shop(stack, stack.merchants.demo);
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

  const costOf = ({ events }: History): Budget => ({
    events: events?.length ?? 0,
    tasks: events?.filter((event) => event.workflowTaskCompletedEventAttributes).length ?? 0,
  });
  async function expectWithin(handle: WorkflowHandle, limit: Budget): Promise<void> {
    const cost = costOf(await operator.historyOf(handle));
    console.log(`${handle.workflowId.split(':')[0]} with messages: ${cost.events} events, ${cost.tasks} tasks`);
    expect(cost.events).toBeLessThanOrEqual(limit.events);
    expect(cost.tasks).toBeLessThanOrEqual(limit.tasks);
  }
  const processOf = ({ id }: ShownRefund): WorkflowHandle => operator.refund(stack.merchants.demo.id, id);

  it('carries an approved card refund within 21 events and 3 tasks', async () => {
    const { refund } = await demo.ask();
    await demo.client.untilIs(refund.id, 'completed');
    await expectWithin(processOf(refund), LIMITS.auto);
  });

  it('waits for a pending refund within 35 events and 5 tasks', async () => {
    const { sold, refund } = await demo.ask({ faults: [{ action: 'pending' }] });
    await demo.client.untilIs(refund.id, 'awaiting_gateway');
    const [movement] = await demo.sandbox.movements(sold.payments[0]);
    await demo.sandbox.settle(movement?.id ?? '');
    await demo.client.untilIs(refund.id, 'completed');
    await expectWithin(processOf(refund), LIMITS.pendingThenWebhook);
  });

  it('asks one person within 43 events and 6 tasks', async () => {
    const { refund } = await demo.ask({ sale: SOFA });
    bodyOf(await demo.client.decide(await demo.client.untilIs(refund.id, 'awaiting_approval')), 200);
    await demo.client.untilIs(refund.id, 'completed');
    await expectWithin(processOf(refund), LIMITS.oneApproval);
  });

  it('asks two persons and waits for the goods within 80 events and 11 tasks, and 15 and 3 for the goods', async () => {
    const asked = await demo.ask({
      sale: { ...SOFA, price: 249_000 },
      request: { reason: 'changed_mind', returnMethod: 'carrier' },
    });
    const refund = await demo.client.untilIs(asked.refund.id, 'awaiting_approval');
    bodyOf(await demo.client.decide(refund), 200);
    bodyOf(await demo.client.decide(refund, { step: 2, key: financeKey }), 200);
    const parcels = ({ return: goods }: ShownRefund): string => goods?.parcels[0]?.trackingCode ?? '';
    const labelled = await demo.client.until(refund.id, 'a label', (one) => parcels(one) !== '');
    await demo.sandbox.scan(parcels(labelled), 'in_transit');
    await demo.client.until(refund.id, 'the parcel to move', ({ return: goods }) => goods?.status === 'in_transit');
    await demo.sandbox.scan(parcels(labelled), 'delivered');
    await demo.client.untilIs(refund.id, 'completed');
    await expectWithin(processOf(refund), LIMITS.twoApprovalsAndReturn);
    await expectWithin(operator.returnShipment(stack.merchants.demo.id, refund.id), LIMITS.returnShipment);
  });

  it('issues store credit within 14 events and 2 tasks', async () => {
    const { refund } = await demo.ask({ request: { destination: 'store_credit' } });
    await demo.client.untilIs(refund.id, 'completed');
    await expectWithin(processOf(refund), LIMITS.storeCredit);
  });

  it('writes at most six transactions for an approved card refund', async () => {
    const counts: number[] = [];
    for (let round = 0; round < 3; round += 1) counts.push(await writeTransactionsOfOneRefund());
    console.log(`write transactions of an approved card refund, three times: ${counts.join(', ')}`);
    // Only what writes takes a number. Others on the server can add to a count and never lower it: the least is the refund's own.
    expect(Math.min(...counts)).toBeLessThanOrEqual(MOST_WRITE_TRANSACTIONS);
    expect(Math.min(...counts)).toBeGreaterThan(1);
  });

  async function nextTransaction(): Promise<number> {
    const sql = 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next';
    const [row] = await stack.database.read((tx) => tx.query<{ next: number }>(sql));
    return row?.next ?? Number.NaN;
  }

  /** Webhooks apart: each is a transaction of its own, made by the gateway. */
  async function writeTransactionsOfOneRefund(): Promise<number> {
    const sold = await demo.sell();
    await demo.orderFaults(sold, [{ action: 'webhook_never' }]);
    const before = await nextTransaction();
    const { id } = await demo.client.accepted({
      saleRef: sold.saleRef,
      reason: 'defective',
      lines: [{ ref: 'l1', quantity: 1 }],
      destination: 'original',
      returnMethod: 'none',
    });
    await eventuallyHolds('the customer to be told', async () =>
      (await demo.client.get(id)).messages.some(({ kind, status }) => kind === 'refund_completed' && status === 'sent'),
    );
    await operator.refund(stack.merchants.demo.id, id).result();
    return (await nextTransaction()) - before;
  }
});
