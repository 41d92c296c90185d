import fc from 'fast-check';
import { fromStripeAmount, toStripeAmount } from './stripe.amounts';

describe('amounts at the edge of Stripe', () => {
  it.each([
    ['ILS', 12345, 12345],
    ['JPY', 500, 500],
    ['KWD', 12340, 12340],
    ['ISK', 5, 500],
    ['UGX', 5, 500],
    ['MGA', 500, 5],
  ])('%s %i is %i there', (currency, amount, atStripe) => {
    expect(toStripeAmount({ amount, currency })).toBe(atStripe);
    expect(fromStripeAmount(atStripe, currency.toLowerCase())).toEqual({ amount, currency });
  });

  it.each(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])(
    'refuses %s that does not end in 0, before anything is sent',
    (currency) => {
      expect(toStripeAmount({ amount: 12345, currency })).toBeUndefined();
    },
  );

  it('refuses a part of a coin that Stripe does not have', () => {
    expect(toStripeAmount({ amount: 550, currency: 'MGA' })).toBeUndefined();
    expect(fromStripeAmount(550, 'isk')).toBeUndefined();
  });

  it('refuses what would not be an exact integer any more', () => {
    expect(toStripeAmount({ amount: Number.MAX_SAFE_INTEGER, currency: 'ISK' })).toBeUndefined();
  });

  it('reads no amount of nothing or less', () => {
    expect(fromStripeAmount(0, 'ils')).toBeUndefined();
    expect(fromStripeAmount(-5, 'ils')).toBeUndefined();
  });

  it('gives back exactly what it takes, in every currency and at every size', () => {
    const currencies = fc.constantFrom('ILS', 'USD', 'JPY', 'KWD', 'ISK', 'UGX', 'MGA', 'HUF', 'TWD');
    fc.assert(
      fc.property(currencies, fc.integer({ min: 1, max: 2 ** 50 }), (currency, amount) => {
        const there = toStripeAmount({ amount, currency });
        if (there !== undefined) expect(fromStripeAmount(there, currency)).toEqual({ amount, currency });
      }),
    );
  });
});
