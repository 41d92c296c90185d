import fc from 'fast-check';
import { diffLines } from './diff-lines';
import { diffPolicies } from './diff-policies';
import { parsePolicy } from './parse-policy';
import { STANDARD_POLICY as STANDARD } from './standard-policy.builder';

function policy(from = '', to = '') {
  const parse = parsePolicy(STANDARD.replace(from, to));
  if (parse.kind === 'invalid') throw new Error(JSON.stringify(parse.faults));
  return parse.policy;
}

describe('what changes between two policies', () => {
  it('is nothing for the same rules in another layout', () =>
    expect(diffPolicies(policy(), policy('name: standard\n', 'name:    standard # the same\n\n'))).toEqual([]));

  it('is told rule by rule, field by field', () => {
    expect(diffPolicies(policy(), policy('payout <= 30000', 'payout <= 50000'))).toEqual([
      {
        path: 'approval.auto.when',
        from: 'payout <= 30000 && sums.customer30d + payout <= 60000',
        to: 'payout <= 50000 && sums.customer30d + payout <= 60000',
      },
    ]);
    expect(diffPolicies(policy(), policy('perSale: 3', 'perSale: 5'))).toEqual([
      { path: 'limits.perSale', from: '3', to: '5' },
    ]);
    expect(diffPolicies(policy(), policy('bps: 500', 'bps: 300'))).toEqual([
      { path: 'fee.mind.bps', from: '500', to: '300' },
    ]);
  });

  it('names a rule that is new and one that is gone', () => {
    const changes = diffPolicies(policy(), policy('id: keep_cheap', 'id: keep_small'));
    expect(changes).toContainEqual({ path: 'return.keep_cheap.when', from: 'goodsGross <= 3000', to: null });
    expect(changes).toContainEqual({ path: 'return.keep_small.when', from: null, to: 'goodsGross <= 3000' });
  });

  it('tells another order, which decides who speaks first', () => {
    const [first = '', second = ''] = STANDARD.split('\n').filter((line) => /id: (keep_cheap|trusted)/.test(line));
    const swapped = policy(`${first}\n${second}`, `${second}\n${first}`);
    expect(diffPolicies(policy(), swapped)).toEqual([
      { path: 'return.order', from: 'keep_cheap trusted default', to: 'trusted keep_cheap default' },
    ]);
  });

  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
  it('lets the new text be made of the old one, line by line', () =>
    fc.assert(
      fc.property(text, text, (from, to) => {
        const lines = diffLines(from, to);
        const side = (gone: string): string[] => lines.filter(({ kind }) => kind !== gone).map((line) => line.text);
        const linesOf = (whole: string): string[] => (whole === '' ? [] : whole.replace(/\n$/, '').split('\n'));
        expect(side('new')).toEqual(linesOf(from));
        expect(side('gone')).toEqual(linesOf(to));
      }),
    ));

  it('shows texts that are too long to be compared as replaced', () => {
    const long = (word: string): string => Array.from({ length: 1_600 }, (_, i) => `${word}${i}`).join('\n');
    expect(diffLines(long('a'), long('b'))).toHaveLength(3_200);
  });
});
