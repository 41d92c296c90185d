import { closingLine, isGreen, sumsOf, type JestResult } from './test-sums';

const test = (fullName: string, status: string) => ({ fullName, status });
const file = (name: string, status: string, ...assertionResults: ReturnType<typeof test>[]) => ({
  name,
  status,
  assertionResults,
});
const result = (...testResults: ReturnType<typeof file>[]): JestResult => ({
  numPassedTests: testResults.flatMap((one) => one.assertionResults).filter((one) => one.status === 'passed').length,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults,
});
const GREEN = result(file('a.spec.ts', 'passed', test('holds', 'passed'), test('holds too', 'passed')));

describe('the sums of a test run', () => {
  it('count what passed, failed and was skipped', () => {
    const red = result(file('a.spec.ts', 'failed', test('holds', 'passed'), test('breaks', 'failed')));
    expect(sumsOf(red, 1)).toEqual({ passed: 1, failed: 1, skipped: 2, failures: ['a.spec.ts: breaks'] });
  });

  it('count a file that could not even run', () => {
    expect(sumsOf(result(file('a.spec.ts', 'failed')), 1).failures).toEqual(['a.spec.ts: the file itself failed']);
  });

  it('are never green for a run that ended badly', () => {
    expect(sumsOf(GREEN, 1).failures).toEqual(['jest ended with 1 although no test failed']);
    expect(sumsOf(undefined, 'SIGKILL').failures).toEqual(['jest ended with SIGKILL and left no result']);
  });

  it('are never green for a run that left a file out that was expected', () => {
    expect(sumsOf(GREEN, 0, ['a.spec.ts', 'b.spec.ts']).failures).toEqual(['b.spec.ts: did not run']);
  });

  it('are green only when something ran', () => {
    expect(isGreen([sumsOf(GREEN, 0)])).toBe(true);
    expect(isGreen([sumsOf(result(), 0)])).toBe(false);
    expect(isGreen([sumsOf(GREEN, 0), sumsOf(undefined, 1)])).toBe(false);
  });

  it('close with one line over all projects', () => {
    expect(closingLine([sumsOf(GREEN, 0), sumsOf(undefined, 1)])).toBe('2 passed, 1 failed, 2 skipped');
  });
});
