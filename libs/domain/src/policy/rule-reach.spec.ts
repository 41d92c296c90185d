import fc from 'fast-check';
import { decideRefund } from '../refund/decide-refund';
import { someFacts } from '../refund/refund-facts.builder';
import { compileCondition, conditionFacts, type Condition } from './condition';
import { casesOf } from './rule-cases';
import { reachFaults } from './rule-reach';

const decision = decideRefund(someFacts());
if (decision.kind === 'refused') throw new Error(decision.code);
const FACTS = decision.decided.facts;

function compiled(text: string): Condition {
  const result = compileCondition(text);
  if (result.kind === 'faulty') throw new Error(`${text}: ${result.detail}`);
  return result.condition;
}
const faultsOf = (...conditions: readonly string[]): readonly string[] =>
  reachFaults(
    conditions.map((text, index) => {
      const { root } = compiled(text);
      return { id: `r${index}`, cases: root && casesOf(root) };
    }),
  ).map(({ kind, id }) => `${kind} ${id}`);

describe('the order of rules', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['the same again, spaced otherwise', ['payout<=5', 'payout  <= 5'], ['unreachable r1']],
    ['the same, turned around', ['payout < 6', '5 >= payout'], ['unreachable r1']],
    ['one word of several', ['reason in ["late", "other"]', 'reason == "late" && firstOrder'], ['unreachable r1']],
    ['both sides of a truth', ['firstOrder', '!firstOrder && payout > 1', '!firstOrder', 'true'], ['unreachable r3']],
    ['all words that there are', ['requester == "customer"', 'requester != "customer"', 'true'], ['unreachable r2']],
    ['all but one number', ['payout != 7', 'payout == 7', 'goodwill > 3'], ['unreachable r2']],
    [
      'numbers used up in parts',
      ['payout <= 10', 'payout > 20', 'payout > 10 && payout <= 20', 'true'],
      ['unreachable r3'],
    ],
    ['what it does not follow, again', ['payout % 2 == 0', 'payout % 2 == 0 && firstOrder'], ['unreachable r1']],
    ['an open list of words', ['"x" in skus', '!("x" in skus)', 'true'], ['unreachable r2']],
    ['places that are not all known', ['jurisdiction == "IL"', 'jurisdiction != "IL" && payout > 1', 'true'], []],
  ])('sees %s', (_, conditions, expected) => expect(faultsOf(...conditions)).toEqual(expected));

  const number = fc.integer({ min: -1, max: 6 });
  const atom = fc.oneof(
    fc
      .tuple(fc.constantFrom('payout', 'goodwill'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), number)
      .map(([fact, op, n]) => `${fact} ${op} ${n}`),
    fc.constantFrom('firstOrder', '!firstOrder', 'statutory', 'requester == "staff"', 'requester != "staff"', 'true'),
    fc.constant('payout % 2 == 0'),
  );
  const condition = fc.oneof(
    atom,
    fc.tuple(atom, fc.constantFrom('&&', '||'), atom).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    fc.tuple(atom, atom, atom).map(([a, b, c]) => `!((${a}) && (${b})) || (${c})`),
  );
  const facts = fc.record({
    payout: number,
    goodwill: number,
    firstOrder: fc.boolean(),
    statutory: fc.boolean(),
    requester: fc.constantFrom('customer', 'staff', 'merchant'),
  });

  it('never calls a rule unreachable that some request would reach', () =>
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 5 }),
        fc.array(facts, { minLength: 20 }),
        (texts, some) => {
          const rules = texts.map(compiled);
          const unreachable = faultsOf(...texts).filter((fault) => fault.startsWith('unreachable'));
          for (const one of some) {
            const read = conditionFacts({ ...FACTS, ...one });
            const first = rules.findIndex((rule) => {
              const answer = rule.evaluate(read);
              return answer.kind === 'answered' && answer.holds;
            });
            expect(unreachable).not.toContain(`unreachable r${first}`);
          }
        },
      ),
      { numRuns: 300 },
    ));
});
