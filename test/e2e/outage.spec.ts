import { startStack, type TestStack } from '../environment/stack';
import { TcpProxy } from '../environment/tcp-proxy';
import { eventually } from './client/eventually';
import { bodyOf } from './client/http';
import type { ShownCommand, ShownRefund } from './client/merchant.client';
import { Operator } from './client/operator';
import { ONE_UNIT, Shop } from './client/shop';
import { expectBooksInOrder } from './invariants';

const SOFA = { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 };
const BACK_MS = 60_000;

describe('while a part of the world is away', () => {
  let stack: TestStack;
  let shop: Shop;
  let operator: Operator;
  let temporal: TcpProxy;
  let gateway: TcpProxy;
  let mail: TcpProxy;
  let database: TcpProxy;
  let workerEdges: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const address = process.env['TEMPORAL_ADDRESS'] ?? '';
    temporal = await TcpProxy.to(address);
    const edge = { TEMPORAL_ADDRESS: temporal.address };
    stack = await startStack({ api: edge, worker: edge });
    shop = new Shop(stack, stack.merchants.demo);
    operator = await Operator.of({ temporal: { ...stack.temporal, address } });
    gateway = await TcpProxy.to(new URL(stack.sandbox).host);
    mail = await TcpProxy.to(stack.smtp);
    const url = new URL(stack.databaseUrl);
    database = await TcpProxy.to(url.host);
    url.host = database.address;
    workerEdges = { STRIPE_API_BASE: `http://${gateway.address}`, SMTP_URL: `smtp://${mail.address}` };
    await Promise.all([stack.stop('worker'), stack.stop('api')]);
    await Promise.all([stack.start('worker', workerEdges), stack.start('api', { DATABASE_URL: url.href })]);
  }, 120_000);
  afterAll(async () => {
    await operator.close();
    await stack.close();
    await Promise.all([temporal, gateway, mail, database].map((proxy) => proxy.close()));
  });
  afterEach(() => Promise.all([temporal, gateway, mail, database].map((proxy) => proxy.set('pass'))));

  const shown = async (place: string): Promise<ShownCommand> =>
    bodyOf(await shop.client.call<ShownCommand>(place), 200);
  const ended = ({ status }: ShownRefund): boolean => status === 'completed' || status === 'cancelled';

  it.each(['refuse', 'hole'] as const)(
    'accepts a refund without Temporal, and runs it when Temporal is back: %s',
    async (mode) => {
      await temporal.set(mode);
      const { sold, refund } = await shop.ask();
      expect((await shop.client.get(refund.id)).status).toBe('requested');
      expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);
      await temporal.set('pass');
      await shop.client.untilIs(refund.id, 'completed', BACK_MS);
      expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
    },
  );

  it('answers a decision with 202 without Temporal, tells where to look, and carries it out', async () => {
    const { refund } = await shop.ask({ sale: SOFA });
    const open = await shop.client.untilIs(refund.id, 'awaiting_approval');
    await temporal.set('refuse');
    const answer = await shop.client.decideOnce(open, { idempotencyKey: 'decision-without-temporal' });
    const command = bodyOf(answer, 202) as ShownCommand;
    expect(command).toMatchObject({ name: 'decide', state: 'pending', status: null });
    const place = answer.headers.get('location') ?? '';
    expect(await shown(place)).toMatchObject({ id: command.id, state: 'pending' });
    await temporal.set('pass');
    const look = async (): Promise<ShownCommand | undefined> => {
      const seen = await shown(place);
      return seen.state === 'pending' ? undefined : seen;
    };
    const done = await eventually('the command to be carried out', look, { limitMs: BACK_MS });
    expect(done).toMatchObject({ state: 'done', problem: null });
    await shop.client.untilIs(refund.id, 'completed');
    const again = await shop.client.decide(open, { idempotencyKey: 'decision-without-temporal' });
    expect(bodyOf(again, 200)).toMatchObject({ status: 'completed' });
  });

  it('cancels what was asked for without Temporal, though its process never began', async () => {
    await temporal.set('refuse');
    const { sold, refund } = await shop.ask();
    bodyOf(await shop.client.cancelOnce(refund), 202);
    await temporal.set('pass');
    const end = await shop.client.until(refund.id, 'an end', ended, BACK_MS);
    // Start and cancellation are on their way together: one of both is first, and the money tells the same story.
    const moved = await shop.sandbox.movements(sold.payments[0]);
    expect(moved).toHaveLength(end.status === 'completed' ? 1 : 0);
  });

  it('lets a webhook wait that comes without Temporal', async () => {
    const { sold, refund } = await shop.ask({ faults: [{ action: 'pending' }] });
    await shop.client.untilIs(refund.id, 'awaiting_gateway');
    const [movement] = await shop.sandbox.movements(sold.payments[0]);
    await temporal.set('refuse');
    const { told } = await shop.sandbox.settle(movement?.id ?? '');
    expect(told.map(({ status }) => status)).toContain(200);
    await temporal.set('pass');
    await shop.client.untilIs(refund.id, 'completed', BACK_MS);
  });

  it('pays while mail is away, and tells the customer when it is back', async () => {
    await mail.set('refuse');
    const { sold, refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
    await operator.untilTriedInVain(operator.refund(stack.merchants.demo.id, refund.id), 'sendMessage');
    const { messages, transfers } = await shop.client.get(refund.id);
    expect(transfers).toMatchObject([{ status: 'settled' }]);
    expect(messages.find(({ kind }) => kind === 'refund_completed')?.status).not.toBe('sent');
    expect(await shop.sandbox.mailsTo(sold.email)).toEqual([]);
    await mail.set('pass');
    await shop.sandbox.mailTo(sold.email, sold.saleRef, BACK_MS);
  });

  it('lets refunds wait, and fails none, while the gateway cannot be reached', async () => {
    await gateway.set('refuse');
    const { sold, refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'processing');
    await operator.untilTriedInVain(operator.refund(stack.merchants.demo.id, refund.id), 'submitTransfer');
    const credit = await shop.ask({ request: { destination: 'store_credit' } });
    await shop.client.untilIs(credit.refund.id, 'completed');
    const waiting = await shop.client.get(refund.id);
    expect(waiting).toMatchObject({ status: 'processing', transfers: [{ declineReason: null }] });
    await gateway.set('pass');
    await shop.client.untilIs(refund.id, 'completed', BACK_MS);
    expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
  });

  it('lets refunds wait while no worker runs', async () => {
    await stack.stop('worker');
    const { sold, refund } = await shop.ask();
    expect((await shop.client.get(refund.id)).status).toBe('requested');
    expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);
    await stack.start('worker', workerEdges);
    await shop.client.untilIs(refund.id, 'completed', BACK_MS);
  });

  it('says 503 while its database is away, stays alive, and serves again', async () => {
    const sold = await shop.sell();
    const body = { ...ONE_UNIT, saleRef: sold.saleRef };
    await database.set('refuse');
    expect((await shop.client.request(body, 'asked-without-a-database')).status).toBe(503);
    expect((await fetch(`${stack.api}/health/live`)).status).toBe(200);
    await database.set('pass');
    const back = await eventually('the api to serve again', async () => {
      const answer = await shop.client.request(body, 'asked-without-a-database');
      return answer.status === 201 ? answer.body : undefined;
    });
    await shop.client.untilIs(back.id, 'completed');
    expect(await shop.sandbox.movements(sold.payments[0])).toHaveLength(1);
  });

  it('leaves books that keep every rule and agree with the gateway', async () => {
    await expectBooksInOrder(stack);
  });
});
