import fc from 'fast-check';
import { CURRENCIES, fromWireAmount, fromWireText, minorDigits, toWireAmount, toWireText } from '@zikui/domain';
import { createGatewayRegistry, GATEWAYS } from './registry';

const log = { info: () => undefined, warn: () => undefined };
const { capabilities } = createGatewayRegistry({ stripeApiBase: 'https://api.stripe.com', timeoutMs: 1, log });
const amounts = fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));

describe.each(GATEWAYS)('every currency of ISO 4217 at the edge of %s', (name) => {
  const { currencies } = capabilities[name]!;

  it('goes there and back unchanged, or is refused: never rounded', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), amounts, (currency, amount) => {
        const money = { amount, currency };
        const wire = toWireAmount(currencies, money);
        const text = toWireText(currencies, money);
        expect(text === undefined).toBe(wire === undefined);
        if (wire === undefined || text === undefined) return;
        expect(fromWireAmount(currencies, wire, currency)).toEqual(money);
        expect(fromWireText(currencies, text, currency)).toEqual(money);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stands for the same value there: wire / 10^its decimals = amount / 10^ours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), fc.integer({ min: 1, max: 10 ** 9 }), (currency, amount) => {
        const wire = toWireAmount(currencies, { amount, currency });
        if (wire === undefined) return;
        const there = 10n ** BigInt(currencies.get(currency)!.decimals);
        expect(BigInt(wire) * 10n ** BigInt(minorDigits(currency))).toBe(BigInt(amount) * there);
      }),
    );
  });

  it('refuses only what the currency itself excludes: a multiple of its step always goes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), fc.integer({ min: 1, max: 10 ** 6 }), (currency, count) => {
        const rule = currencies.get(currency);
        const amount = count * (rule?.step ?? 1);
        expect(toWireAmount(currencies, { amount, currency }) === undefined).toBe(rule === undefined);
      }),
    );
  });

  it('names no currency that the house does not know', () => {
    expect([...currencies.keys()].filter((code) => !CURRENCIES.includes(code))).toEqual([]);
  });
});

/** What each vendor publishes: its units per unit of the currency where they are not those of ISO 4217, and its steps. */
const EXCEPTIONS = {
  // docs.stripe.com/currencies: zero-decimal currencies, special cases, three-decimal currencies.
  stripe: {
    whole: 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF',
    wholeWithTwoDecimals: 'ISK UGX',
    lastDigitZero: 'BHD IQD JOD KWD LYD OMR TND',
  },
  // docs.adyen.com/development-resources/currency-codes.
  adyen: {
    whole: 'BIF CVE DJF GNF IDR JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
    wholeWithTwoDecimals: 'CLP ISK',
    lastDigitZero: '',
  },
  // developer.paypal.com/reference/currency-codes.
  paypal: { whole: 'HUF JPY TWD', wholeWithTwoDecimals: '', lastDigitZero: '' },
  // Our own contract: ISO 4217 without exceptions.
  generic: {
    whole: CURRENCIES.filter((code) => minorDigits(code) === 0).join(' '),
    wholeWithTwoDecimals: '',
    lastDigitZero: '',
  },
} satisfies Record<(typeof GATEWAYS)[number], Record<string, string>>;
const codesIn = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

describe.each(GATEWAYS)('the published exceptions of %s', (name) => {
  const { currencies } = capabilities[name]!;
  const { whole, wholeWithTwoDecimals, lastDigitZero } = EXCEPTIONS[name];
  /** The amount in whole units of the currency, in its minor units of ISO 4217. */
  const units = (code: string, count: number) => ({ amount: count * 10 ** minorDigits(code), currency: code });
  const counts = fc.integer({ min: 1, max: 10 ** 6 });

  it('are all there: what is counted in whole units goes as such, and no other currency does', () => {
    const listed = [...currencies].filter(([, { decimals }]) => decimals === 0).map(([code]) => code);
    expect(listed.sort()).toEqual([...codesIn(whole)].sort());
    fc.assert(
      fc.property(fc.constantFrom(...codesIn(whole)), counts, (code, count) => {
        expect(toWireAmount(currencies, units(code, count))).toBe(count);
        expect(toWireText(currencies, units(code, count))).toBe(String(count));
      }),
    );
  });

  it('count whole currencies in hundredths where the vendor does, and take no part of a unit', () => {
    for (const code of codesIn(wholeWithTwoDecimals)) {
      expect(minorDigits(code)).toBe(0);
      expect(toWireAmount(currencies, units(code, 5))).toBe(500);
      expect(fromWireAmount(currencies, 550, code)).toBeUndefined();
    }
  });

  it('refuse what the vendor would round: a third decimal, or a part of a whole unit', () => {
    for (const code of codesIn(lastDigitZero))
      fc.assert(
        fc.property(counts, (amount) => {
          const wire = toWireAmount(currencies, { amount, currency: code });
          expect(wire).toBe(amount % 10 === 0 ? amount : undefined);
        }),
      );
    for (const code of codesIn(whole).filter((one) => minorDigits(one) > 0))
      fc.assert(
        fc.property(counts, (amount) => {
          const isWhole = amount % 10 ** minorDigits(code) === 0;
          expect(toWireAmount(currencies, { amount, currency: code }) !== undefined).toBe(isWhole);
        }),
      );
  });

  it('leave every other currency as ISO 4217 counts it', () => {
    const special = [...codesIn(whole), ...codesIn(wholeWithTwoDecimals), ...codesIn(lastDigitZero)];
    for (const [code, { decimals, step }] of currencies)
      if (!special.includes(code)) expect([code, decimals, step]).toEqual([code, minorDigits(code), 1]);
  });
});
