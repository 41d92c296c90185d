import fc from 'fast-check';
import { CURRENCIES, isCurrency, minorDigits } from './currency';
import { decimalText, formatMoney } from './format-money';
import { add, money, subtract, sum, type Money } from './money';

const amounts = fc.maxSafeInteger();
const currencies = fc.constantFrom(...CURRENCIES);

describe('money', () => {
  it.each([1.5, Number.NaN, Infinity, 2 ** 53])('refuses %s as an amount', (amount) =>
    expect(() => money(amount, 'ILS')).toThrow('safe integer'),
  );

  it.each(['ils', 'NIS', 'XXX', ''])('refuses %j as a currency', (currency) =>
    expect(() => money(1, currency)).toThrow('ISO 4217'),
  );

  it('has one zero', () => expect(Object.is(money(-0, 'ILS').amount, 0)).toBe(true));

  it('adds and subtracts amounts of one currency', () => {
    expect(add(money(1, 'ILS'), money(2, 'ILS'))).toEqual(money(3, 'ILS'));
    expect(subtract(money(1, 'ILS'), money(2, 'ILS'))).toEqual(money(-1, 'ILS'));
    expect(sum([money(1, 'JPY'), money(2, 'JPY')], 'JPY')).toEqual(money(3, 'JPY'));
    expect(sum([], 'KWD')).toEqual(money(0, 'KWD'));
  });

  it('never mixes currencies: it does not compile where the code names them', () => {
    // @ts-expect-error -- dollars are no shekels
    expect(() => add(money(1, 'ILS'), money(1, 'USD'))).toThrow('one currency');
    // @ts-expect-error -- nor are they taken away from them
    expect(() => subtract(money(1, 'ILS'), money(1, 'USD'))).toThrow('one currency');
    // @ts-expect-error -- nor counted as such
    expect(() => sum([money(1, 'USD')], 'ILS')).toThrow('one currency');
    // @ts-expect-error -- nor can they stand where shekels are asked for
    const shekels: Money<'ILS'> = money(1, 'USD');
    expect(shekels.currency).toBe('USD');
  });

  it('never mixes currencies that are read from data: it throws, whatever the amounts', () =>
    fc.assert(
      fc.property(currencies, currencies, fc.integer(), fc.integer(), (one, other, a, b) => {
        fc.pre(one !== other);
        expect(() => add(money(a, one), money(b, other))).toThrow('one currency');
        expect(() => subtract(money(a, one), money(b, other))).toThrow('one currency');
        expect(() => sum([money(a, one), money(b, other)], one)).toThrow('one currency');
      }),
    ));

  it('adds up what is of one currency in any order, and only that', () =>
    fc.assert(
      fc.property(currencies, fc.array(fc.integer(), { maxLength: 20 }), (currency, all) => {
        const total = sum(
          all.map((amount) => money(amount, currency)),
          currency,
        );
        expect(total.currency).toBe(currency);
        expect(total).toEqual(
          sum(
            [...all].reverse().map((amount) => money(amount, currency)),
            currency,
          ),
        );
      }),
    ));

  it('refuses a sum that is no longer exact', () =>
    expect(() => add(money(Number.MAX_SAFE_INTEGER, 'ILS'), money(1, 'ILS'))).toThrow('safe integer'));
});

describe('the currency table', () => {
  it.each([
    ['ILS', 2],
    ['EUR', 2],
    ['USD', 2],
    ['HUF', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['BHD', 3],
    ['JOD', 3],
    ['IQD', 3],
  ])('gives %s %i digits', (currency, digits) => expect(minorDigits(currency)).toBe(digits));

  it('holds only codes that Intl knows too', () => {
    const known = new Set(Intl.supportedValuesOf('currency'));
    const newer = ['SLE', 'VED', 'XCG', 'ZWG']; // Younger than some Node 20 builds.
    expect(CURRENCIES.filter((code) => !known.has(code) && !newer.includes(code))).toEqual([]);
  });

  it('throws for a code it does not hold', () => {
    expect(isCurrency('constructor')).toBe(false);
    expect(() => minorDigits('NIS')).toThrow('ISO 4217');
  });
});

describe('decimalText', () => {
  it.each([
    [12345, 'ILS', '123.45'],
    [-5, 'ILS', '-0.05'],
    [0, 'ILS', '0.00'],
    [123, 'JPY', '123'],
    [12345, 'KWD', '12.345'],
    [Number.MAX_SAFE_INTEGER, 'ILS', '90071992547409.91'],
  ])('writes %i of %s as %s', (amount, currency, text) => expect(decimalText(money(amount, currency))).toBe(text));

  it('only moves digits: without the point it reads as the amount again', () =>
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        const text = decimalText(money(amount, currency));
        expect(Number(text.replace('.', ''))).toBe(amount === 0 ? 0 : amount);
        expect(text.split('.')[1]?.length ?? 0).toBe(minorDigits(currency));
      }),
    ));
});

describe('formatMoney', () => {
  it('writes each language its own way', () => {
    expect(formatMoney(money(123450, 'ILS'), 'en')).toBe('₪1,234.50');
    expect(formatMoney(money(123450, 'ILS'), 'he')).toContain('1,234.50');
    expect(formatMoney(money(123450, 'ILS'), 'he')).toContain('₪');
    expect(formatMoney(money(1234, 'JPY'), 'en')).toBe('¥1,234');
  });

  it('keeps every digit of amounts that a double would round', () => {
    const digits = (text: string): string => text.replace(/[^0-9]/g, '');
    fc.assert(
      fc.property(amounts, currencies, fc.constantFrom('he', 'en'), (amount, currency, locale) => {
        const exact = decimalText(money(Math.abs(amount), currency)).replace('.', '');
        expect(digits(formatMoney(money(Math.abs(amount), currency), locale))).toBe(exact);
      }),
    );
  });
});
