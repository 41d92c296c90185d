import Stripe from 'stripe';
import { startSandbox, type StartedSandbox } from './started-sandbox';

let sandbox: StartedSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = clientOf('sk_test_shop-1');
});
afterAll(() => sandbox.stop());

function clientOf(key: string): Stripe {
  const { hostname, port } = new URL(sandbox.url);
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
}
const pay = (amount = 10_000, currency = 'ils') => stripe.paymentIntents.create({ amount, currency });
const refused = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error as Stripe.errors.StripeError,
  );

describe('the sandbox in the eyes of the official package', () => {
  it('takes payments at once and shows them', async () => {
    const payment = await pay();
    expect(payment).toMatchObject({
      object: 'payment_intent',
      status: 'succeeded',
      amount_received: 10_000,
      currency: 'ils',
    });
    expect(await stripe.paymentIntents.retrieve(payment.id)).toMatchObject({ latest_charge: payment.latest_charge });
  });

  it('refunds parts until nothing is left, by intent and by charge', async () => {
    const payment = await pay();
    const first = await stripe.refunds.create({ payment_intent: payment.id, amount: 4_000, metadata: { a: 'b' } });
    expect(first).toMatchObject({ object: 'refund', amount: 4_000, status: 'succeeded', metadata: { a: 'b' } });
    const rest = await stripe.refunds.create({ charge: payment.latest_charge as string });
    expect(rest).toMatchObject({ amount: 6_000, payment_intent: payment.id, charge: payment.latest_charge });
    expect(await refused(stripe.refunds.create({ payment_intent: payment.id }))).toMatchObject({
      code: 'charge_already_refunded',
      statusCode: 400,
    });
    expect(await stripe.refunds.retrieve(first.id)).toMatchObject({ id: first.id });
  });

  it('refuses more than is left, without a code, as Stripe does', async () => {
    const payment = await pay(500);
    const error = await refused(stripe.refunds.create({ payment_intent: payment.id, amount: 501 }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error).toMatchObject({ param: 'amount', statusCode: 400 });
    expect(error?.code).toBeUndefined();
  });

  it.each<[string, object, object]>([
    ['a payment that does not exist', { payment_intent: 'pi_x' }, { code: 'resource_missing', statusCode: 404 }],
    ['a charge given as an intent', { payment_intent: 'ch_x' }, { code: 'resource_missing' }],
    ['no payment', { amount: 5 }, { statusCode: 400 }],
    [
      'a field that it does not know',
      { payment_intent: 'pi_x', amont: 5 },
      { code: 'parameter_unknown', param: 'amont' },
    ],
  ])('refuses %s', async (_, params, expected) => {
    expect(await refused(stripe.refunds.create(params))).toMatchObject(expected);
  });

  it.each<[string, string | number]>([
    ['no number', 'ten'],
    ['a fraction', '1.5'],
    ['nothing', 0],
    ['less than nothing', -5],
  ])('refuses an amount that is %s', async (_, amount) => {
    const { id } = await pay();
    const error = await refused(stripe.refunds.create({ payment_intent: id, amount: amount as number }));
    expect(error).toMatchObject({ code: 'parameter_invalid_integer', param: 'amount' });
  });

  it('refuses amounts that card networks do not carry', async () => {
    expect(await refused(pay(1_235, 'kwd'))).toMatchObject({ param: 'amount' });
    expect(await refused(pay(550, 'isk'))).toMatchObject({ code: 'invalid_charge_amount_no_decimal_compatible' });
    expect(await pay(500, 'jpy')).toMatchObject({ amount: 500 });
  });

  it('refuses calls without a key and with a live one', async () => {
    const answer = await fetch(`${sandbox.url}/v1/refunds`);
    expect(answer.status).toBe(401);
    expect(await refused(clientOf('sk_live_x').refunds.list())).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  });

  it('answers a repeated key as before, marked as a repeat', async () => {
    const { id } = await pay();
    const key = { idempotencyKey: `once-${id}` };
    const first = await stripe.refunds.create({ payment_intent: id, amount: 100 }, key);
    const second = await stripe.refunds.create({ payment_intent: id, amount: 100 }, key);
    expect(second).toEqual(first);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await sandbox.get(`/_ledger?gatewayRef=${id}`)).toMatchObject({ items: [{ amount: 100, replays: 1 }] });
  });

  it('answers a repeated key of a refusal with the refusal', async () => {
    const { id } = await pay(100);
    const key = { idempotencyKey: `refused-${id}` };
    expect(await refused(stripe.refunds.create({ payment_intent: id, amount: 200 }, key))).toMatchObject({
      param: 'amount',
    });
    expect(await refused(stripe.refunds.create({ payment_intent: id, amount: 200 }, key))).toMatchObject({
      param: 'amount',
    });
  });

  it('refuses a key that was used with other parameters, and keeps keys of two accounts apart', async () => {
    const { id } = await pay();
    const key = { idempotencyKey: `other-${id}` };
    await stripe.refunds.create({ payment_intent: id, amount: 100 }, key);
    const error = await refused(stripe.refunds.create({ payment_intent: id, amount: 101 }, key));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    const another = await clientOf('sk_test_shop-2').refunds.create({ payment_intent: id, amount: 101 }, key);
    expect(another.amount).toBe(101);
  });

  it('lists the refunds of one payment, newest first, page by page', async () => {
    const { id } = await pay();
    for (let n = 1; n <= 25; n += 1) await stripe.refunds.create({ payment_intent: id, amount: n });
    await stripe.refunds.create({ payment_intent: (await pay()).id, amount: 999 });
    const amounts: number[] = [];
    for await (const refund of stripe.refunds.list({ payment_intent: id, limit: 10 })) amounts.push(refund.amount);
    expect(amounts).toEqual(Array.from({ length: 25 }, (_, n) => 25 - n));
    expect(await refused(stripe.refunds.list({ payment_intent: id, starting_after: 're_x' }))).toMatchObject({
      code: 'resource_missing',
    });
  });

  it('hides a refund from look-ups for as long as it is told', async () => {
    const { id } = await pay();
    await sandbox.post('/_faults', {
      target: 'gateway',
      action: 'lookup_empty_for_ms',
      ms: 300,
      match: { gatewayRef: id },
    });
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 100 });
    expect((await stripe.refunds.list({ payment_intent: id })).data).toEqual([]);
    expect(await refused(stripe.refunds.retrieve(refund.id))).toMatchObject({ statusCode: 404 });
    for (let seen = 0; seen === 0;) seen = (await stripe.refunds.list({ payment_intent: id })).data.length;
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ amount: 100 });
  });

  it('keeps the answer of a failure where it was told to, so that a repeat fails the same way', async () => {
    const { id } = await pay();
    await sandbox.post('/_faults', { target: 'gateway', action: 'stored_500', match: { gatewayRef: id } });
    const key = { idempotencyKey: `stored-${id}` };
    for (const _ of [1, 2])
      expect(await refused(stripe.refunds.create({ payment_intent: id, amount: 100 }, key))).toMatchObject({
        statusCode: 500,
      });
    expect((await stripe.refunds.list({ payment_intent: id })).data).toHaveLength(1);
  });

  it('refuses orders of faults that it does not understand, and tells what it knows', async () => {
    await expect(sandbox.post('/_faults', { target: 'gateway', action: 'explode' })).rejects.toThrow(
      'commit_then_timeout',
    );
    await expect(sandbox.post('/_faults', { target: 'mail', action: 'pending' })).rejects.toThrow('mail knows: refuse');
    await expect(
      sandbox.post('/_faults', { target: 'gateway', action: 'pending', match: { id: 'x' } }),
    ).rejects.toThrow('400');
  });
});
