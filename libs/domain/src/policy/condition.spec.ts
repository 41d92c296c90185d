import fc from 'fast-check';
import { decideRefund } from '../refund/decide-refund';
import { someFacts } from '../refund/refund-facts.builder';
import { compileCondition, conditionFacts } from './condition';
import type { PolicyFacts } from './policy';
import { VOCABULARY } from './vocabulary';

const decision = decideRefund(someFacts());
if (decision.kind === 'refused') throw new Error(decision.code);
const FACTS = decision.decided.facts;

function answerOf(text: string, facts: Partial<PolicyFacts> = {}): boolean | string {
  const result = compileCondition(text);
  if (result.kind === 'faulty') return result.code;
  const answer = result.condition.evaluate(conditionFacts({ ...FACTS, ...facts }));
  return answer.kind === 'answered' ? answer.holds : answer.error;
}
const costOf = (text: string, facts: Partial<PolicyFacts> = {}): number => {
  const result = compileCondition(text);
  if (result.kind === 'faulty') throw new Error(result.detail);
  return result.condition.cost(conditionFacts({ ...FACTS, ...facts }));
};

describe('a condition', () => {
  it.each(Object.entries(VOCABULARY))('knows the fact %s by its type', (name, type) => {
    const empty: Readonly<Record<string, string>> = {
      int: `${name} == -77`,
      bool: `${name} && !${name}`,
      string: `${name} == "?"`,
      'list<string>': `"?" in ${name}`,
    };
    if (typeof type === 'string') expect(answerOf(empty[type] ?? '')).toBe(false);
    else for (const part of Object.keys(type)) expect(answerOf(`${name}.${part} == ${name}.${part}`)).toBe(true);
  });

  it('counts in whole numbers, exact where floating point is not', () => {
    const payout = Number.MAX_SAFE_INTEGER;
    expect(answerOf('payout + payout - 1 == 18014398509481981', { payout })).toBe(true);
    expect(answerOf('payout / 2 * 2 == payout', { payout })).toBe(false);
  });

  it('answers an error, and nothing else, when it cannot be evaluated', () => {
    expect(answerOf('payout / goodwill > 1', { goodwill: 0 })).toBe('division_by_zero');
    expect(answerOf('skus[9] == "x"')).toBe('index_out_of_bounds');
    expect(answerOf('payout * payout * payout > 1', { payout: Number.MAX_SAFE_INTEGER })).toBe('numeric_overflow');
  });

  it('costs its parts times the lists that it walks through', () => {
    const skus = Array.from({ length: 100 }, (_, i) => `s${i}`);
    expect(costOf('payout > 1')).toBe(3);
    expect(costOf('skus.exists(a, a == "x")', { skus })).toBeGreaterThan(300);
    expect(costOf('skus.exists(a, skus.exists(b, a == b))', { skus })).toBeGreaterThan(30_000);
    expect(costOf('skus.filter(a, a != "x").exists(b, b == "y")', { skus })).toBeLessThan(1_000);
    expect(costOf('gateway.methods.all(m, m == "stripe")')).toBeLessThan(20);
    expect(costOf('skus.all(a, a == "x")', { skus: [...skus, ...skus, 'one more'] })).toBeGreaterThan(1e9);
  });

  it.each([
    'skus.map(a, a).size() > 1',
    'cel.bind(x, skus, x.size() > 1)',
    'skus.join(",").split(",").size() > 1',
    '[skus, skus].exists(list, list.exists(a, a == "x"))',
    'duration("1h") == duration("2h")',
    'dyn(payout) == 3',
  ])('may not say %s', (text) => expect(answerOf(text)).toBe('cel_syntax'));

  const words = fc.constantFrom(
    'payout',
    'reason',
    'skus',
    'customer',
    '.blocked',
    '.exists(a,',
    '.filter(a,',
    'a',
    '"x"',
    '7',
    '1.5',
    '(',
    ')',
    '[',
    ']',
    '&&',
    '||',
    '!',
    '==',
    '<',
    'in',
    '?',
    ':',
    '+',
    '-',
    '/',
    'true',
    'null',
    '{',
    '}',
    ',',
    '.size()',
    '.matches(',
    'has(',
    "r'",
    '\\',
    '\u0000',
  );
  it('never throws, whatever is written', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 12 }).map((some) => some.join(' ')),
        ),
        (text) => {
          expect(['boolean', 'string']).toContain(typeof answerOf(text));
        },
      ),
      { numRuns: 2_000 },
    ));
});
