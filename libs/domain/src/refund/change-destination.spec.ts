import fc from 'fast-check';
import { canonicalJson } from '../identity/canonical-json';
import { compiledPolicy } from '../policy/policy-cache';
import { STANDARD_POLICY } from '../policy/standard-policy.builder';
import { changeDestination, changedSnapshot } from './change-destination';
import { decideRefund } from './decide-refund';
import type { DecidedRefund, DestinationChange } from './decided-refund';
import { someFacts } from './refund-facts.builder';

const NOW = '2026-11-15T09:00:00Z';
const CHANGE: DestinationChange = { instead: 1, transfer: 2, to: 'store_credit', by: 'yael', payeeHash: null };

function changed(change: Partial<DestinationChange> = {}, text = STANDARD_POLICY, creditAmount = 9_500): DecidedRefund {
  const decision = decideRefund(someFacts({ policy: text }));
  if (decision.kind === 'refused') throw new Error(decision.code);
  const policy = compiledPolicy({ text, hash: text });
  return changeDestination({
    decided: decision.decided,
    policy,
    change: { ...CHANGE, ...change },
    creditAmount,
    now: NOW,
  });
}
const withLadder = (ladder: string): string =>
  STANDARD_POLICY.replace(/approval:\n(.*\n){3}/, `approval:\n${ladder}\n`);

describe('money that goes elsewhere', () => {
  it('is looked at by somebody, also where the policy would have asked nobody', () =>
    expect(changed().approval).toMatchObject({
      rule: 'auto',
      steps: [{ no: 1, role: 'lead', hours: 8, then: 'manager' }],
    }));

  it('is asked about by the rule for its new destination', () => {
    const policy = withLadder(
      `  - { id: bank, when: 'destination == "manual"', steps: [{ role: cfo, hours: 4, then: cfo }] }
  - { id: auto, when: 'payout <= 20000', steps: [] }
  - { id: rest, when: 'true', steps: [{ role: cfo, hours: 8, then: cfo }] }`,
    );
    expect(changed({ to: 'manual' }, policy, 0).approval).toMatchObject({ rule: 'bank', steps: [{ role: 'cfo' }] });
    expect(changed({}, policy).approval).toMatchObject({ rule: 'auto', steps: [{ role: 'cfo' }] });
  });

  it('never asks fewer people than the refund itself did', () => {
    const policy = withLadder(
      `  - { id: credit, when: 'destination == "store_credit"', steps: [{ role: lead, hours: 4, then: manager }] }
  - { id: rest, when: 'true', steps: [{ role: lead, hours: 4, then: manager }, { role: finance, hours: 4, then: cfo }] }`,
    );
    expect(changed({}, policy).approval.steps.map(({ role }) => role)).toEqual(['lead', 'finance']);
  });

  it('waits for approval by the working calendar, counted from now', () =>
    expect(Date.parse(changed().approval.silentUntil ?? '')).toBeGreaterThan(Date.parse(NOW)));

  it('as store credit gets the bonus and the life that the policy promises to all who take it', () => {
    expect(changed().storeCredit).toEqual({ bonus: 475, months: 60 });
    expect(changed({ to: 'manual' }, STANDARD_POLICY, 0).storeCredit).toBeNull();
  });

  it('leaves lines, amounts, fee and deadlines as they were approved', () => {
    const decision = decideRefund(someFacts());
    if (decision.kind === 'refused') throw new Error(decision.code);
    const { quote, deadlines, lawVersion } = decision.decided;
    expect(changed()).toMatchObject({ quote, deadlines, lawVersion });
  });
});

describe('the snapshot of a change', () => {
  const transfers = [{ no: 2, destination: 'store_credit', amount: 9_500 }];
  const of = (before: string, decided = changed(), some = transfers): string =>
    canonicalJson(changedSnapshot(before, decided, some));

  it('differs by all that was approved before, by destination, payee, amount and number', () => {
    const others = [
      of('b'),
      of('a', changed({ to: 'manual', payeeHash: 'x' }, STANDARD_POLICY, 0)),
      of('a', changed({ to: 'manual', payeeHash: 'y' }, STANDARD_POLICY, 0)),
      of('a', changed(), [{ no: 3, destination: 'store_credit', amount: 9_500 }]),
      of('a', changed(), [{ no: 2, destination: 'store_credit', amount: 9_400 }]),
    ];
    expect(new Set([of('a'), ...others]).size).toBe(others.length + 1);
  });

  it('is never one of an earlier change, however often the same way is chosen', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('store_credit' as const, 'manual' as const), { maxLength: 20 }), (ways) => {
        const seen = new Set<string>(['first']);
        let before = 'first';
        for (const [index, to] of ways.entries()) {
          before = of(before, changed({ to, transfer: index + 2 }), [{ no: index + 2, destination: to, amount: 1 }]);
          expect(seen.has(before)).toBe(false);
          seen.add(before);
        }
      }),
      { numRuns: 30 },
    ));
});
