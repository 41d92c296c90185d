import fc from 'fast-check';
import { giveBack, type RefundedParts } from './give-back';

const parts: RefundedParts = {
  lines: [
    { ref: 'l1', units: 2, gross: 6_000, tax: 915 },
    { ref: 'l2', units: 1, gross: 3_000, tax: 458 },
  ],
  shipping: { gross: 500, tax: 76 },
  goodwill: 200,
};
const sumOf = ({ lines, shipping, goodwill }: RefundedParts): Readonly<{ gross: number; tax: number }> => ({
  gross: lines.reduce((sum, { gross }) => sum + gross, shipping.gross + goodwill),
  tax: lines.reduce((sum, { tax }) => sum + tax, shipping.tax),
});

describe('giving back what was not paid', () => {
  it('takes goodwill first, then shipping, then lines from the last to the first', () => {
    expect(giveBack(parts, 150).given).toMatchObject({ goodwill: 150, shipping: { gross: 0 } });
    expect(giveBack(parts, 700).given).toMatchObject({ goodwill: 200, shipping: { gross: 500, tax: 76 } });
    expect(giveBack(parts, 1_700)).toMatchObject({
      kept: { lines: [parts.lines[0], { ref: 'l2', units: 1, gross: 2_000, tax: 305 }], goodwill: 0 },
      given: {
        lines: [
          { gross: 0, tax: 0, units: 0 },
          { gross: 1_000, tax: 153, units: 0 },
        ],
      },
    });
  });

  it('gives units back with a line that falls to nothing', () =>
    expect(giveBack(parts, 3_700)).toMatchObject({
      kept: { lines: [{ units: 2 }, { units: 0, gross: 0, tax: 0 }] },
      given: { lines: [{ units: 0 }, { units: 1, gross: 3_000, tax: 458 }] },
    }));

  it('never gives back more than there is', () => expect(() => giveBack(parts, 9_701)).toThrow('at most 9700'));

  it('keeps every sum: both sides are what was approved, and no tax is above its part', () => {
    const part = fc.nat(1_000_000).chain((gross) => fc.record({ gross: fc.constant(gross), tax: fc.nat(gross) }));
    const anyParts = fc.record({
      lines: fc.array(
        fc.tuple(part, fc.nat(9)).map(([one, units]) => ({ ref: 'l', units, ...one })),
        { maxLength: 5 },
      ),
      shipping: part,
      goodwill: fc.nat(10_000),
    });
    fc.assert(
      fc.property(anyParts, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
        const total = sumOf(some);
        const short = Math.floor(total.gross * share);
        const { kept, given } = giveBack(some, short);
        expect(sumOf(given).gross).toBe(short);
        expect(sumOf(kept).gross).toBe(total.gross - short);
        expect(sumOf(kept).tax + sumOf(given).tax).toBe(total.tax);
        for (const one of [...kept.lines, ...given.lines, kept.shipping, given.shipping]) {
          expect(one.tax).toBeGreaterThanOrEqual(0);
          expect(one.tax).toBeLessThanOrEqual(one.gross);
        }
      }),
    );
  });
});
