import fc from 'fast-check';
import { CURRENCIES } from '../money/currency';
import { currencyRules, fromWireAmount, fromWireText, toWireAmount, toWireText } from './wire-amount';

const RULES = currencyRules({ ISK: { decimals: 2 }, MGA: { decimals: 0 }, KWD: { step: 10 }, CVE: { decimals: 0 } });
const anyMoney = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  amount: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
});

describe('amounts on the wire', () => {
  it('gives back exactly what it takes, as a number and as a text, or refuses it', () => {
    fc.assert(
      fc.property(anyMoney, (money) => {
        const wire = toWireAmount(RULES, money);
        const text = toWireText(RULES, money);
        expect(text === undefined).toBe(wire === undefined);
        if (wire !== undefined) expect(fromWireAmount(RULES, wire, money.currency)).toEqual(money);
        if (text !== undefined) expect(fromWireText(RULES, text, money.currency)).toEqual(money);
      }),
    );
  });

  it.each([
    [{ amount: 1230, currency: 'ILS' }, '12.30'],
    [{ amount: 5, currency: 'ILS' }, '0.05'],
    [{ amount: 500, currency: 'JPY' }, '500'],
    [{ amount: 500, currency: 'ISK' }, '500.00'],
    [{ amount: 12_340, currency: 'KWD' }, '12.340'],
    [{ amount: 500, currency: 'MGA' }, '5'],
  ])('writes %j as %s', (money, text) => {
    expect(toWireText(RULES, money)).toBe(text);
    expect(fromWireText(RULES, text, money.currency)).toEqual(money);
  });

  it('refuses what would have to be rounded', () => {
    expect(toWireAmount(RULES, { amount: 12_345, currency: 'KWD' })).toBeUndefined();
    expect(toWireAmount(RULES, { amount: 550, currency: 'MGA' })).toBeUndefined();
    expect(fromWireAmount(RULES, 550, 'ISK')).toBeUndefined();
    expect(fromWireText(RULES, '12.345', 'ILS')).toBeUndefined();
    expect(fromWireText(RULES, '5.5', 'MGA')).toBeUndefined();
  });

  it('refuses what would not be an exact integer any more', () => {
    expect(toWireAmount(RULES, { amount: Number.MAX_SAFE_INTEGER, currency: 'ISK' })).toBeUndefined();
    expect(fromWireAmount(RULES, Number.MAX_SAFE_INTEGER, 'MGA')).toBeUndefined();
    expect(fromWireText(RULES, '9007199254740993', 'JPY')).toBeUndefined();
  });

  it('reads zeros that the currency does not have, and no other digits', () => {
    expect(fromWireText(RULES, '500.00', 'JPY')).toEqual({ amount: 500, currency: 'JPY' });
    expect(fromWireText(RULES, '500.5', 'JPY')).toBeUndefined();
  });

  it.each(['', '-5.00', '+5', '1e3', ' 5', '5.', '.5', '0x10', '1,000.00', 'NaN', '0', '0.00'])(
    'takes %j for no amount',
    (text) => {
      expect(fromWireText(RULES, text, 'ILS')).toBeUndefined();
    },
  );

  it('reads no amount of nothing, of less or of a part', () => {
    for (const amount of [0, -5, 1.5, Number.NaN, Infinity])
      expect(fromWireAmount(RULES, amount, 'ILS')).toBeUndefined();
    for (const amount of [0, -5]) expect(toWireAmount(RULES, { amount, currency: 'ILS' })).toBeUndefined();
  });

  it('refuses a currency that the gateway does not take', () => {
    const few = currencyRules({}, ['ILS']);
    expect(toWireAmount(few, { amount: 100, currency: 'USD' })).toBeUndefined();
    expect(fromWireAmount(few, 100, 'USD')).toBeUndefined();
    expect(fromWireText(few, '1.00', 'constructor')).toBeUndefined();
  });
});
