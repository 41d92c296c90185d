import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { STANDARD_POLICY } from '../policy/standard-policy.builder';
import { REASONS } from '../quote/quote';
import { decideRefund } from './decide-refund';
import type { RefundFacts } from './decided-refund';
import { withPolicy } from './decision-of.builder';
import { aLine, someFacts } from './refund-facts.builder';

const LAB = readFileSync(path.join(__dirname, '../../../../policies/lab/ils.yaml'), 'utf8');

describe('every decision', () => {
  const jurisdictions = fc.constantFrom('IL', 'EU-DE', 'other');
  const policies = fc.constantFrom(STANDARD_POLICY, LAB, withPolicy(`'reason == "changed_mind"'`, "'true'"));
  const asked = fc.record({
    jurisdiction: jurisdictions,
    policy: policies,
    reason: fc.constantFrom(...REASONS),
    total: fc.integer({ min: 1, max: 900_000 }),
    days: fc.integer({ min: 0, max: 400 }),
    category: fc.constantFrom('clothing', 'perishable', 'books'),
    feesBefore: fc.integer({ min: 0, max: 12_000 }),
  });
  const factsOf = ({
    jurisdiction,
    policy,
    reason,
    total,
    days,
    category,
    feesBefore,
  }: typeof asked extends fc.Arbitrary<infer Case> ? Case : never): RefundFacts =>
    someFacts({
      policy,
      feesBefore,
      cancelledBefore: feesBefore * 10,
      now: new Date(Date.parse('2026-11-05T09:00:00Z') + days * 86_400_000).toISOString(),
      request: { reason },
      sale: { jurisdiction, lines: [aLine({ total, tax: 0, category })] },
    });

  it('is the same for the same facts', () =>
    fc.assert(
      fc.property(asked, (one) => expect(decideRefund(factsOf(one))).toEqual(decideRefund(factsOf(one)))),
      { numRuns: 40 },
    ));

  it('adds up, and leaves nobody with a legal right worse off than the policy alone', () =>
    fc.assert(
      fc.property(asked, (one) => {
        const byLaw = decideRefund(factsOf(one));
        const byPolicy = decideRefund(factsOf({ ...one, jurisdiction: 'other' }));
        if (byLaw.kind === 'refused') {
          expect(byPolicy.kind).toBe('refused');
          return;
        }
        const { quote, explanation } = byLaw.decided;
        expect(quote.payout).toBe(one.total - quote.fee);
        expect(explanation.every(({ he, en }) => he !== '' && en !== '' && !/[{}]/.test(he + en))).toBe(true);
        if (byPolicy.kind === 'decided') expect(quote.payout).toBeGreaterThanOrEqual(byPolicy.decided.quote.payout);
      }),
      { numRuns: 80 },
    ));
});
