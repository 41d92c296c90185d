import fc from 'fast-check';
import { DESTINATIONS } from '../quote/quote';
import { overlay, type Rights, type Verdict } from './overlay';

const MONEY_ON = ['first_scan', 'delivered', 'received', 'inspected'] as const;
/** Later is worse for who waits for money; nothing to wait for is best. */
const wait = (moneyOn: Verdict['moneyOn']): number => (moneyOn === null ? -1 : MONEY_ON.indexOf(moneyOn));

const verdicts: fc.Arbitrary<Verdict> = fc.record({
  allowed: fc.boolean(),
  fee: fc.nat(),
  destinations: fc.subarray([...DESTINATIONS]),
  moneyOn: fc.constantFrom(null, ...MONEY_ON),
  creditMonths: fc.integer({ min: 1, max: 120 }),
});
const rights: fc.Arbitrary<Rights> = fc.record({
  statutory: fc.boolean(),
  feeCap: fc.option(fc.nat()),
  paysOnSending: fc.boolean(),
  creditMonths: fc.integer({ min: 0, max: 120 }),
});

describe('the law over a verdict of the shop', () => {
  it('is never worse for the customer than the shop was', () =>
    fc.assert(
      fc.property(verdicts, rights, (policy, law) => {
        const { verdict } = overlay(policy, law);
        expect(verdict.allowed || !policy.allowed).toBe(true);
        expect(verdict.fee).toBeLessThanOrEqual(policy.fee);
        expect(verdict.destinations).toEqual(expect.arrayContaining([...policy.destinations]));
        expect(wait(verdict.moneyOn)).toBeLessThanOrEqual(wait(policy.moneyOn));
        expect(verdict.creditMonths).toBeGreaterThanOrEqual(policy.creditMonths);
      }),
    ));

  it('is never worse for the customer than the law', () =>
    fc.assert(
      fc.property(verdicts, rights, (policy, law) => {
        const { verdict } = overlay(policy, law);
        if (law.statutory) expect(verdict).toMatchObject({ allowed: true });
        if (law.statutory) expect(verdict.destinations).toContain('original');
        if (law.feeCap !== null) expect(verdict.fee).toBeLessThanOrEqual(law.feeCap);
        if (law.paysOnSending) expect([null, 'first_scan']).toContain(verdict.moneyOn);
        expect(verdict.creditMonths).toBeGreaterThanOrEqual(law.creditMonths);
      }),
    ));

  it('names a point exactly when it changed what the shop said', () =>
    fc.assert(
      fc.property(verdicts, rights, (policy, law) => {
        const { verdict, overruled } = overlay(policy, law);
        expect(overruled.includes('law_over_policy')).toBe(verdict.allowed !== policy.allowed);
        expect(overruled.includes('fee_cap')).toBe(verdict.fee !== policy.fee);
        expect(overruled.includes('destination_over_policy')).toBe(
          verdict.destinations.length !== policy.destinations.length,
        );
        expect(overruled.includes('proof_of_sending')).toBe(verdict.moneyOn !== policy.moneyOn);
        expect(overruled.includes('credit_months')).toBe(verdict.creditMonths !== policy.creditMonths);
      }),
    ));

  it('changes nothing where the law gives nothing', () => {
    const none = { statutory: false, feeCap: null, paysOnSending: false, creditMonths: 0 };
    fc.assert(
      fc.property(verdicts, (policy) => expect(overlay(policy, none)).toEqual({ verdict: policy, overruled: [] })),
    );
  });
});
