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
