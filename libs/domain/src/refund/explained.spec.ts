import fc from 'fast-check';
import { STANDARD_POLICY } from '../policy/standard-policy.builder';
import { taxOfPart } from '../quote/share';
import { decided, withPolicy } from './decision-of.builder';
import type { DecidedRefund, RefundFacts } from './decided-refund';
import { decideRefund } from './decide-refund';
import { explained, type ExplainedEntry } from './explained';
import { aLine, someFacts } from './refund-facts.builder';

const explain = ({ quote, basis, explanation, lawVersion }: DecidedRefund): readonly ExplainedEntry[] =>
  explained({
    quote,
    basis: basis ?? null,
    entries: explanation,
    policy: { name: 'standard', version: 3 },
    lawVersion,
  });
const entryOf = (entries: readonly ExplainedEntry[], rule: string): ExplainedEntry => {
  const entry = entries.find((one) => one.rule === rule);
  if (!entry) throw new Error(`no ${rule} in ${entries.map((one) => one.rule).join(' ')}`);
  return entry;
};
/** The value at a pointer of the quote. */
const at = (quote: object, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], quote);

describe('an explained refund', () => {
  it('names the version of the rules that spoke: of the arithmetic, the policy and the law', () => {
    const entries = explain(decided(someFacts({ policy: withPolicy('bps: 500, max: 10000', 'bps: 2000') })));
    expect(entryOf(entries, 'payout')).toMatchObject({
      source: 'arithmetic',
      version: 'arithmetic-1',
      pointer: '/payout',
    });
    expect(entryOf(entries, 'mind')).toMatchObject({ source: 'policy', version: 'standard 3', pointer: '/fee' });
    expect(entryOf(entries, 'fee_cap')).toMatchObject({ source: 'law', version: 'IL-2026.1', pointer: '/fee' });
    expect(entryOf(entries, 'auto')).toMatchObject({ pointer: '/approval' });
    expect(entryOf(entries, 'pay_by')).toMatchObject({ pointer: '/deadlines/payBy' });
  });

  it('shows how units of a line, their tax and the fee were counted', () => {
    const lines = [aLine({ total: 29_900, tax: 4_561, quantity: 3 })];
    const taken = { lines: new Map([['l1', { gross: 9_966, tax: 1_520, units: 1 }]]), shipping: { gross: 0, tax: 0 } };
    const entries = explain(decided(someFacts({ sale: { lines }, taken })));
    expect(entryOf(entries, 'line_units')).toMatchObject({
      en: 'l1: units 2 to 2 of 3 that cost ₪299.00: ₪199.33 less ₪99.66 for the units before, ₪99.67.',
      pointer: '/lines/0/gross',
      calculation: {
        terms: [
          { name: 'units_up_to', amount: 19_933 },
          { name: 'units_before', amount: -9_966 },
        ],
        result: 9_967,
      },
    });
    expect(entryOf(entries, 'tax').calculation?.terms).toEqual([
      { name: 'tax_up_to', amount: 3_041 },
      { name: 'tax_before', amount: -1_520 },
    ]);
    expect(entryOf(entries, 'fee')).toMatchObject({
      en: 'Fee: 5% of ₪99.67 is ₪4.98; after the limits, ₪4.98.',
      calculation: { terms: [{ name: 'share', amount: 498 }], result: 498 },
    });
  });

  it('shows by how much the law lowered a fee, also to nothing', () => {
    const policy = withPolicy('bps: 500, max: 10000', 'bps: 2000');
    const entries = explain(decided(someFacts({ policy, sale: { jurisdiction: 'EU-DE' } })));
    expect(entryOf(entries, 'fee').calculation).toEqual({
      terms: [
        { name: 'share', amount: 2_000 },
        { name: 'law_cap', amount: -2_000 },
      ],
      result: 0,
    });
  });

  it('tells only the payout of a refund that was recorded without what it was computed from', () => {
    const { basis: _, ...old } = decided(someFacts());
    const arithmetic = explain(old).filter(({ source }) => source === 'arithmetic');
    expect(arithmetic).toMatchObject([{ rule: 'payout', calculation: { result: 9_500 } }]);
  });

  const requests = fc.record({
    total: fc.integer({ min: 0, max: 900_000 }),
    quantity: fc.integer({ min: 1, max: 9 }),
    taxBps: fc.integer({ min: 0, max: 9_999 }),
    before: fc.integer({ min: 0, max: 10 }),
    byAmount: fc.boolean(),
    part: fc.integer({ min: 1, max: 9 }),
    shipping: fc.integer({ min: 0, max: 5_000 }),
    shippingBefore: fc.integer({ min: 0, max: 100 }),
    asksShipping: fc.constantFrom<'rest' | { amount: number } | undefined>('rest', { amount: 700 }, undefined),
    goodwill: fc.integer({ min: 0, max: 3_000 }),
    bps: fc.constantFrom(0, 333, 2_500, 10_000),
    jurisdiction: fc.constantFrom('IL', 'EU-DE', 'other'),
    destination: fc.constantFrom('original', 'store_credit'),
    firstPayment: fc.integer({ min: 1, max: 100 }),
  });
  type Case = typeof requests extends fc.Arbitrary<infer One> ? One : never;

  function factsOf(one: Case): RefundFacts {
    const tax = Math.floor((one.total * one.taxBps) / 10_000);
    const other = aLine({ ref: 'l2', kind: 'service', deliveredAt: null, total: 5_000, tax: 763 });
    const lines = [aLine({ total: one.total, tax, quantity: one.quantity }), other];
    const shipping = { total: one.shipping, tax: Math.floor(one.shipping / 7) };
    // What a request by amount took before: its tax as it was counted then.
    const gross = Math.floor((one.total * one.before) / 10);
    const nothing = { gross: 0, tax: 0, units: 0 };
    const taken = { ...nothing, gross, tax: taxOfPart({ total: one.total, tax }, nothing, gross) };
    const shippingGross = Math.min(one.shipping, one.shippingBefore);
    const captured = one.total + 5_000 + one.shipping + 10_000;
    const first = Math.floor((captured * one.firstPayment) / 100);
    const payment = (ref: string, amount: number) => ({
      ...{ ref, gateway: 'stripe', gatewayRef: `pi_${ref}`, captured: amount, capturedAt: '2026-11-01T08:00:00Z' },
    });
    const payments =
      first === captured ? [payment('p1', first)] : [payment('p1', first), payment('p2', captured - first)];
    return someFacts({
      policy: STANDARD_POLICY.replace('bps: 500, max: 10000', `bps: ${String(one.bps)}, max: 70000`),
      taken: {
        lines: new Map([['l1', taken]]),
        shipping: { gross: shippingGross, tax: taxOfPart(shipping, nothing, shippingGross) },
      },
      sale: { lines, shipping, payments, jurisdiction: one.jurisdiction },
      request: {
        lines: [
          one.byAmount ? { ref: 'l1', amount: one.part * 100 } : { ref: 'l1', quantity: one.part },
          { ref: 'l2', quantity: 1 },
        ],
        ...(one.asksShipping !== undefined && { shipping: one.asksShipping }),
        ...(one.goodwill > 0 && { goodwill: { amount: one.goodwill } }),
        destination: one.destination,
      },
    });
  }

  it('counts every amount of the quote to the last minor unit, in both languages', () => {
    let seen = 0;
    fc.assert(
      fc.property(requests, (one) => {
        const decision = decideRefund(factsOf(one));
        if (decision.kind === 'refused') return;
        seen += 1;
        const { quote } = decision.decided;
        const counted = explain(decision.decided).filter(({ calculation }) => calculation !== null);
        for (const { pointer, calculation, he, en } of counted) {
          expect(at(quote, pointer ?? '')).toBe(calculation?.result);
          expect(calculation?.terms.reduce((sum, { amount }) => sum + amount, 0)).toBe(calculation?.result);
          expect(/[{}]|undefined|: -|-$/.test(he + en)).toBe(false);
        }
        const amounts = [
          ...['/payout', '/shipping/gross', '/shipping/tax', '/goodwill', '/fee'],
          ...quote.lines.flatMap((_, i) => [`/lines/${String(i)}/gross`, `/lines/${String(i)}/tax`]),
          ...quote.transfers.map((_, i) => `/transfers/${String(i)}/amount`),
        ].filter((pointer) => at(quote, pointer) !== 0);
        expect(counted.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(amounts));
      }),
      { numRuns: 80 },
    );
    expect(seen).toBeGreaterThan(15);
  });
});
