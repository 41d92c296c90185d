import { startStack, type TestStack } from '../../environment/stack';
import { TcpProxy } from '../../environment/tcp-proxy';
import { eventuallyHolds } from '../client/eventually';
import type { Answer } from '../client/http';
import type { Body, ShownRefund } from '../client/merchant.client';
import { ONE_UNIT, Shop, type Sold } from '../client/shop';
import { HeldRows } from '../held-rows';
import { expectBooksInOrder } from '../invariants';

const SOFA = { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 };

describe('an api that is killed', () => {
  let stack: TestStack;
  let shop: Shop;
  let temporal: TcpProxy;
  let database: TcpProxy;
  let edges: Readonly<Record<string, string>>;
  beforeAll(async () => {
    stack = await startStack();
    shop = new Shop(stack, stack.merchants.demo);
    temporal = await TcpProxy.to(stack.temporal.address);
    const url = new URL(stack.databaseUrl);
    database = await TcpProxy.to(url.host);
    url.host = database.address;
    edges = { DATABASE_URL: url.href, TEMPORAL_ADDRESS: temporal.address };
    await stack.stop('api');
    await stack.start('api', edges);
  }, 90_000);
  afterAll(async () => {
    await stack.close();
    await Promise.all([temporal.close(), database.close()]);
  });

  async function killApi(): Promise<void> {
    await stack.kill('api');
    await temporal.set('pass');
  }
  const asking = ({ saleRef }: Sold): Body => ({ ...ONE_UNIT, saleRef });
  /** What a caller sees whose api dies: no answer at all. */
  const lost = (answer: Promise<Answer<unknown>>): Promise<boolean> =>
    answer.then(
      () => false,
      () => true,
    );
  const refundsOf = ({ saleRef }: Sold): Promise<readonly ShownRefund[]> => shop.client.list({ saleRef });
  async function expectPaidOnce(sold: Sold, id: string): Promise<void> {
    const done = await shop.client.untilIs(id, 'completed');
    expect(await shop.sandbox.movements(sold.payments[0])).toMatchObject([{ amount: done.payout.amount }]);
    expect(await refundsOf(sold)).toHaveLength(1);
  }

  it('has stored nothing when it died before the commit, and takes the repeat as new', async () => {
    const sold = await shop.sell();
    const rows = await HeldRows.of(stack);
    await rows.sale(sold.saleRef);
    const unanswered = lost(shop.client.request(asking(sold), 'killed-before-the-commit'));
    await rows.untilWaitedFor(stack.database, 1);
    await killApi();
    await rows.release();
    expect(await unanswered).toBe(true);
    await stack.start('api', edges);
    expect(await refundsOf(sold)).toEqual([]);
    const again = await shop.client.request(asking(sold), 'killed-before-the-commit');
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, null]);
    await expectPaidOnce(sold, again.body.id);
  });

  it('has stored everything when it died between the commit and its answer, and answers the repeat with it', async () => {
    const sold = await shop.sell();
    const cut = database.cutReplyAfter(/COMMIT/);
    const unanswered = lost(shop.client.request(asking(sold), 'killed-behind-the-commit'));
    await cut.struck;
    await killApi();
    expect(await unanswered).toBe(true);
    // Nobody repeats yet: what was committed is carried out all the same.
    await stack.start('api', edges);
    const [stored] = await refundsOf(sold);
    await expectPaidOnce(sold, stored?.id ?? '');
    const again = await shop.client.request(asking(sold), 'killed-behind-the-commit');
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(again.body.id).toBe(stored?.id);
    await expectPaidOnce(sold, again.body.id);
  });

  it('leaves the start of a process to the worker when it died after its answer', async () => {
    const sold = await shop.sell();
    await temporal.set('hole');
    const { id } = await shop.client.accepted(asking(sold));
    await killApi();
    await stack.start('api', edges);
    await expectPaidOnce(sold, id);
  });

  it('leaves a stored decision to the worker when it died before the process answered', async () => {
    const { sold, refund } = await shop.ask({ sale: SOFA });
    const open = await shop.client.untilIs(refund.id, 'awaiting_approval');
    await temporal.set('hole');
    const unanswered = lost(shop.client.decideOnce(open, { idempotencyKey: 'decided-before-the-kill' }));
    const sql = `SELECT id FROM refund_command WHERE key = 'decided-before-the-kill'`;
    await eventuallyHolds(
      'the decision to be stored',
      async () => (await stack.database.read((tx) => tx.query(sql))).length > 0,
    );
    await killApi();
    expect(await unanswered).toBe(true);
    await stack.start('api', edges);
    await expectPaidOnce(sold, refund.id);
    expect((await shop.client.decide(open, { idempotencyKey: 'decided-before-the-kill' })).status).toBe(200);
  });

  it('leaves a stored webhook to the worker when it died before it told the process', async () => {
    const { sold, refund } = await shop.ask({ faults: [{ action: 'pending' }] });
    await shop.client.untilIs(refund.id, 'awaiting_gateway');
    const [movement] = await shop.sandbox.movements(sold.payments[0]);
    await temporal.set('hole');
    const { told } = await shop.sandbox.settle(movement?.id ?? '');
    expect(told.map(({ status }) => status)).toContain(200);
    await killApi();
    await stack.start('api', edges);
    await expectPaidOnce(sold, refund.id);
  });

  it('takes a webhook that was sent while it was dead, once it is back', async () => {
    const { sold, refund } = await shop.ask({ faults: [{ action: 'pending' }] });
    await shop.client.untilIs(refund.id, 'awaiting_gateway');
    const [movement] = await shop.sandbox.movements(sold.payments[0]);
    await killApi();
    const { told } = await shop.sandbox.settle(movement?.id ?? '');
    expect(told.map(({ status }) => status)).not.toContain(200);
    await stack.start('api', edges);
    await expectPaidOnce(sold, refund.id);
  });

  it('leaves books that keep every rule and agree with the gateway', async () => {
    await expectBooksInOrder(stack);
  });
});
