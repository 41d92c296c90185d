import { fromWireAmount, toWireAmount } from '@zikui/domain';
import { STRIPE_CAPABILITIES } from './stripe.capabilities';

const { currencies } = STRIPE_CAPABILITIES;

describe('amounts at the edge of Stripe', () => {
  it.each([
    ['ILS', 12345, 12345],
    ['JPY', 500, 500],
    ['KWD', 12340, 12340],
    ['ISK', 5, 500],
    ['UGX', 5, 500],
    ['MGA', 500, 5],
    ['HUF', 150, 150],
    ['TWD', 150, 150],
  ])('%s %i is %i there', (currency, amount, atStripe) => {
    expect(toWireAmount(currencies, { amount, currency })).toBe(atStripe);
    expect(fromWireAmount(currencies, atStripe, currency)).toEqual({ amount, currency });
  });

  it.each(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])('refuses %s that does not end in 0', (currency) => {
    expect(toWireAmount(currencies, { amount: 12345, currency })).toBeUndefined();
  });

  it('refuses a part of a coin that Stripe does not have', () => {
    expect(toWireAmount(currencies, { amount: 550, currency: 'MGA' })).toBeUndefined();
    expect(fromWireAmount(currencies, 550, 'ISK')).toBeUndefined();
  });
});
