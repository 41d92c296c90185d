import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { GatewayAsk, Money } from '@zikui/domain';
import { startSandbox, type StartedSandbox } from '../sandbox/started-sandbox';
import { ACCOUNT, stripeAt, takePayment } from '../../conformance/worlds/stripe-world';

let sandbox: StartedSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const gateway = () => stripeAt(sandbox.url);
const askFor = (gatewayRef: string, amount: Money, name = gatewayRef): GatewayAsk => ({
  account: ACCOUNT,
  idempotencyKey: `zk_${name}`,
  reference: `zr_${name}`,
  gatewayRef,
  amount,
});
type Booked = Readonly<{
  id: string;
  charge: string;
  amount: number;
  idempotencyKey: string;
  metadata: object;
  replays: number;
}>;
const booked = async (gatewayRef: string): Promise<readonly Booked[]> =>
  ((await sandbox.get(`/_ledger?gatewayRef=${gatewayRef}`)) as { items: readonly Booked[] }).items;

describe('the adapter of Stripe', () => {
  it('sends our key and our reference, and nothing else that is ours', async () => {
    const payment = await takePayment(sandbox, { amount: 1_000, currency: 'ILS' });
    await gateway().refund(askFor(payment, { amount: 400, currency: 'ILS' }, 'named'));
    expect(await booked(payment)).toMatchObject([
      { amount: 400, idempotencyKey: 'zk_named', metadata: { zikui_reference: 'zr_named' } },
    ]);
  });

  it('refunds a charge as well as a payment intent, and finds it by either', async () => {
    const payment = await takePayment(sandbox, { amount: 1_000, currency: 'ILS' });
    const first = await gateway().refund(askFor(payment, { amount: 100, currency: 'ILS' }, 'by_intent'));
    expect(first.kind).toBe('settled');
    const charge = (await booked(payment))[0]?.charge ?? '';
    const byCharge = askFor(charge, { amount: 200, currency: 'ILS' }, 'by_charge');
    const outcome = await gateway().refund(byCharge);
    expect(outcome.kind).toBe('settled');
    expect(await gateway().findRefund({ ...byCharge, gatewayRef: payment })).toEqual(outcome);
  });

  it('refuses a reference that is neither before anything is sent', async () => {
    const stray = askFor('order-17', { amount: 100, currency: 'ILS' });
    expect(await stripeAt('http://127.0.0.1:1').refund(stray)).toMatchObject({
      kind: 'declined',
      reason: 'payment_not_found',
    });
    expect(await stripeAt('http://127.0.0.1:1').findRefund(stray)).toBeUndefined();
  });

  it('refuses an amount of three decimals that no network carries before it is sent, and sends the others as they are', async () => {
    const odd = askFor('pi_any', { amount: 12_345, currency: 'KWD' });
    expect(await stripeAt('http://127.0.0.1:1').refund(odd)).toEqual({
      kind: 'declined',
      gatewayRefundId: null,
      reason: 'amount_not_supported',
    });
    const payment = await takePayment(sandbox, { amount: 12_340, currency: 'KWD' });
    const outcome = await gateway().refund(askFor(payment, { amount: 5_290, currency: 'KWD' }));
    expect(outcome).toMatchObject({ kind: 'settled', amount: { amount: 5_290, currency: 'KWD' } });
  });

  it.each([
    ['JPY', 500, 500],
    ['ISK', 5, 500],
  ])('counts %s as Stripe does', async (currency, amount, atStripe) => {
    const payment = await takePayment(sandbox, { amount: atStripe * 2, currency });
    const outcome = await gateway().refund(askFor(payment, { amount, currency }));
    expect(outcome).toMatchObject({ kind: 'settled', amount: { amount, currency } });
    expect(await booked(payment)).toMatchObject([{ amount: atStripe }]);
  });

  it('finds its refund behind more of the same payment than one page holds', async () => {
    const payment = await takePayment(sandbox, { amount: 100_000, currency: 'ILS' });
    const oldest = askFor(payment, { amount: 7, currency: 'ILS' }, 'oldest');
    const outcome = await gateway().refund(oldest);
    for (let n = 0; n < 210; n += 1) {
      const others = new URLSearchParams({ payment_intent: payment, amount: '1' });
      await fetch(`${sandbox.url}/v1/refunds`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ACCOUNT.apiKey}` },
        body: others,
      });
    }
    expect(await gateway().findRefund(oldest)).toEqual(outcome);
    expect(await gateway().findRefund({ ...oldest, reference: 'zr_never' })).toBeUndefined();
  });

  it('does not choose between two refunds with one reference', async () => {
    const payment = await takePayment(sandbox, { amount: 1_000, currency: 'ILS' });
    const ask = askFor(payment, { amount: 100, currency: 'ILS' }, 'twice');
    await gateway().refund(ask);
    await gateway().refund({ ...ask, idempotencyKey: 'zk_twice_again' });
    await expect(gateway().findRefund(ask)).rejects.toMatchObject({ cause_: 'found_twice' });
  });

  it('asks again while the answer is late, and learns that the first call is under way', async () => {
    const payment = await takePayment(sandbox, { amount: 1_000, currency: 'ILS' });
    const ask = askFor(payment, { amount: 100, currency: 'ILS' }, 'late');
    await sandbox.post('/_faults', {
      target: 'gateway',
      match: { gatewayRef: payment },
      action: 'late_answer',
      ms: 1_500,
    });
    await expect(gateway().refund(ask)).rejects.toMatchObject({ cause_: 'time_out' });
    await expect(gateway().refund(ask)).rejects.toMatchObject({ evidence: { code: 'idempotency_key_in_use' } });
    expect(await gateway().findRefund(ask)).toMatchObject({ kind: 'settled' });
    expect(await booked(payment)).toHaveLength(1);
  });

  it('waits no longer than the deadline for an answer that drips in', async () => {
    const payment = await takePayment(sandbox, { amount: 1_000, currency: 'ILS' });
    await sandbox.post('/_faults', {
      target: 'gateway',
      match: { gatewayRef: payment },
      action: 'slow_body',
      ms: 60_000,
    });
    const ask = askFor(payment, { amount: 100, currency: 'ILS' }, 'slow');
    await expect(gateway().refund(ask)).rejects.toMatchObject({ cause_: 'time_out' });
  });
});

describe('a call that the package sends twice by itself', () => {
  const open: Server[] = [];
  afterEach(() => Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done)))));

  /** Takes one call in, breaks the connection, and then listens no more. */
  async function vanishingGateway(): Promise<string> {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => {
        server.close();
        socket.resetAndDestroy();
      });
    });
    open.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  it('is not "never sent" when only the second sending was refused', async () => {
    const ask = askFor('pi_any', { amount: 100, currency: 'ILS' });
    const call = stripeAt(await vanishingGateway(), 3_000).refund(ask);
    await expect(call).rejects.toMatchObject({ name: 'GatewayOutcomeUnknown', cause_: 'connection_lost' });
  });
});
