import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPolicyCommand } from './policy-command';
import { runPolicyCommand, type PolicyOutcome } from './run-policy-command';

const STANDARD = path.join(__dirname, '../../policies/standard/ils.yaml');
const CASE = path.join(__dirname, '../../policies/standard/changed-mind.case.yaml');

describe('npm run policy', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'zikui-policy-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const written = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const changed = (name: string, file: string, from: string, to: string): string => {
    const text = readFileSync(file, 'utf8').replace(from, to);
    return written(name, text);
  };
  const run = (...words: readonly string[]): PolicyOutcome => {
    const command = readPolicyCommand(words);
    if (command === undefined) throw new Error('help was understood');
    return runPolicyCommand(command);
  };

  it('says that a policy is valid and ends with 0', () => {
    const { code, lines } = run('validate', STANDARD);
    expect([code, lines]).toEqual([0, [`${STANDARD}: valid (standard, ILS)`]]);
  });

  it('names file, line, column and what was meant, and ends with 1', () => {
    const broken = changed('broken.yaml', STANDARD, "when: 'statutory'", "when: 'statutry'");
    const { code, lines } = run('validate', STANDARD, broken);
    expect(code).toBe(1);
    expect(lines).toContain(`${broken}:5:27 cel_unknown_variable: there is no fact statutry; did you mean statutory?`);
  });

  it('tells what changes between two policies and ends with 1, and with 0 when nothing does', () => {
    const other = changed('other.yaml', STANDARD, 'payout <= 30000', 'payout <= 50000');
    const { code, lines } = run('diff', STANDARD, other);
    expect(code).toBe(1);
    expect(lines[0]).toBe(
      'approval.auto.when: payout <= 30000 && sums.customer30d + payout <= 60000 -> payout <= 50000 && sums.customer30d + payout <= 60000',
    );
    expect(run('diff', STANDARD, STANDARD)).toEqual({ code: 0, lines: [] });
  });

  it('decides a case and tells every rule that was asked', () => {
    const { code, lines } = run('explain', STANDARD, CASE);
    expect(code).toBe(0);
    expect(lines.slice(0, 3)).toEqual(['outcome  auto by auto', 'payout   ₪95.00 (fee ₪5.00)', 'return   required']);
    expect(lines).toContain('eligibility legal               matched');
    expect(lines).toContain('return      keep_cheap          passed');
  });

  it('ends with 1 when the policy refuses the case', () => {
    const late = changed('late.yaml', CASE, 'statutory: true', 'statutory: false');
    const refused = changed('refused.yaml', late, 'daysSinceDelivery: 6', 'daysSinceDelivery: 90');
    const { code, lines } = run('explain', STANDARD, refused);
    expect([code, lines[0]]).toEqual([1, 'outcome  refused by default']);
  });

  it('gives a case to people when a fact is missing that a rule asks for', () => {
    const missing = changed('missing.yaml', CASE, 'refundCount90d: 1, ', '');
    const small = changed('small.yaml', missing, 'goodsGross: 10000', 'goodsGross: 9000');
    const { code, lines } = run('explain', STANDARD, small);
    expect([code, lines[0]]).toEqual([0, 'outcome  approval by default, 2 steps']);
    expect(lines).toContain('missing  customer.refundCount90d');
    expect(lines.some((line) => line.startsWith('return      trusted             policy_error'))).toBe(true);
  });

  it('ends with 2 for a case with a wrong fact, with its place and what was meant', () => {
    const wrong = changed('wrong.yaml', CASE, 'firstOrder:', 'firstorder:');
    const { code, lines } = run('explain', STANDARD, wrong);
    expect(code).toBe(2);
    expect(lines[0]).toMatch(
      /wrong\.yaml:\d+:3 unknown_field: there is no fact firstorder; did you mean firstOrder\?$/,
    );
  });

  it('gives the same as JSON', () => {
    const { lines } = run('validate', '--json', STANDARD);
    expect(JSON.parse(lines.join('\n'))).toEqual([{ file: STANDARD, valid: true, faults: [], warnings: [] }]);
  });

  it.each([
    [['frobnicate', 'x'], 'There is no command frobnicate; see --help.'],
    [['validate'], 'validate needs 1 to 100 files.'],
    [['diff', 'one'], 'diff needs two files.'],
    [['explain', 'a', 'b', 'c'], 'explain needs two files.'],
  ])('says what is wrong with %j', (words, sentence) => expect(() => readPolicyCommand(words)).toThrow(sentence));

  it('understands a call for help', () => {
    expect(readPolicyCommand([])).toBeUndefined();
    expect(readPolicyCommand(['diff', '--help'])).toBeUndefined();
  });

  it('says which file cannot be read', () =>
    expect(() => run('validate', path.join(folder, 'nowhere.yaml'))).toThrow(/nowhere\.yaml cannot be read/));
});
