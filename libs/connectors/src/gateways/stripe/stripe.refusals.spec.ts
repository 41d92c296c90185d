import Stripe from 'stripe';
import { notReached, refusalOf } from './stripe.refusals';

type Raw = ConstructorParameters<typeof Stripe.errors.StripeError>[0];
const answered = (statusCode: number, raw: object = {}): unknown =>
  Stripe.errors.StripeError.generate({
    statusCode,
    type: 'invalid_request_error',
    ...raw,
  } as unknown as NonNullable<Raw>);
const broken = (detail: unknown): unknown =>
  new Stripe.errors.StripeConnectionError({ message: 'lost', detail } as unknown as NonNullable<Raw>);
const systemError = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall });

describe('refusals of Stripe', () => {
  it.each([
    ['charge_already_refunded', 'already_refunded'],
    ['charge_disputed', 'payment_disputed'],
    ['refund_disputed_payment', 'payment_disputed'],
    ['balance_insufficient', 'insufficient_funds'],
    ['parameter_invalid_integer', 'amount_not_supported'],
  ])('%s declines with %s', (code, reason) => {
    expect(refusalOf(answered(400, { code }))).toBe(reason);
  });

  it('a payment that does not exist is declined', () => {
    expect(refusalOf(answered(404, { code: 'resource_missing', param: 'payment_intent' }))).toBe('payment_not_found');
  });

  it('more than is left on the charge is declined, though it comes without a code', () => {
    expect(refusalOf(answered(400, { param: 'amount' }))).toBe('amount_exceeds_payment');
  });

  it('a declined card is declined', () => {
    expect(refusalOf(answered(402, { type: 'card_error', code: 'card_declined' }))).toBe('card_declined');
  });

  it.each([
    ['a code that is not listed', answered(400, { code: 'brand_new' })],
    ['no code and no field', answered(400)],
    ['a key used with other parameters', answered(400, { type: 'idempotency_error' })],
    ['a key in use', answered(409, { type: 'idempotency_error', code: 'idempotency_key_in_use' })],
    ['a failure of the server', answered(500, { type: 'api_error' })],
    ['a lost connection', broken(systemError('ECONNRESET', 'read'))],
    ['an error of our own', new TypeError('x')],
  ])('%s declines nothing, and may have changed something', (_, error) => {
    expect(refusalOf(error)).toBeUndefined();
    expect(notReached(error, 1)).toBeUndefined();
  });
});

describe('calls that surely changed nothing', () => {
  it.each([401, 403, 429])('%i is answered before anything is carried out', (status) => {
    expect(notReached(answered(status), 1)).toMatchObject({ name: 'GatewayNotReached', retryAfterMs: null });
  });

  it('waits as long as it is told', () => {
    expect(notReached(answered(429, { headers: { 'retry-after': '7' } }), 1)).toMatchObject({ retryAfterMs: 7_000 });
  });

  it.each([
    ['a refused connection', systemError('ECONNREFUSED', 'connect')],
    ['an unknown host', systemError('ENOTFOUND', 'getaddrinfo')],
    [
      'no address that answers',
      Object.assign(new AggregateError([systemError('ECONNREFUSED', 'connect')]), { code: 'ECONNREFUSED' }),
    ],
  ])('%s never carried the call', (_, detail) => {
    expect(notReached(broken(detail), 1)).toMatchObject({ name: 'GatewayNotReached' });
  });

  it('a refused connection after a first sending proves nothing of the first', () => {
    expect(notReached(broken(systemError('ECONNREFUSED', 'connect')), 2)).toBeUndefined();
    expect(notReached(answered(429), 2)).toBeUndefined();
  });

  it('one address that was reached is enough for doubt', () => {
    const mixed = new AggregateError([systemError('ECONNREFUSED', 'connect'), systemError('ECONNRESET', 'read')]);
    expect(notReached(broken(mixed), 1)).toBeUndefined();
  });
});
