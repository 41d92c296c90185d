import fc from 'fast-check';
import { CURRENCIES } from './currency';
import { decimalText } from './format-money';
import { minorUnitsOf } from './parse-decimal';

describe('an amount as decimal text', () => {
  it.each([
    ['12.30', 'ILS', 1230],
    ['-12.3', 'ILS', -1230],
    ['500', 'JPY', 500],
    ['500.00', 'JPY', 500],
    ['12.345', 'KWD', 12345],
    ['0.00', 'ILS', 0],
  ])('%s %s is %i minor units', (text, currency, units) => expect(minorUnitsOf(text, currency)).toBe(units));

  it.each([
    ['12.345', 'ILS'],
    ['500.5', 'JPY'],
    ['1e3', 'ILS'],
    ['1,000.00', 'ILS'],
    ['', 'ILS'],
    ['.5', 'ILS'],
    ['999999999999999.99', 'ILS'],
  ])('%s %s is none', (text, currency) => expect(minorUnitsOf(text, currency)).toBeUndefined());

  it('is read as it is written, in every currency', () =>
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), fc.nat(1e12), (currency, amount) =>
        expect(minorUnitsOf(decimalText({ amount, currency }), currency)).toBe(amount),
      ),
    ));
});
