/** What jest writes with `--json`, as far as sums go. */
export type JestResult = Readonly<{
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly Readonly<{
    name: string;
    status: string;
    assertionResults: readonly Readonly<{ status: string; fullName: string }>[];
  }>[];
}>;
export type Sums = Readonly<{ passed: number; failed: number; skipped: number; failures: readonly string[] }>;

/**
 * Sums up one run. `status` is how jest ended. A file that could not run, a run that left no result, and one that ended
 * badly although no test failed count as a failure each, and so does each of the `expected` files that did not run: such a
 * run must not look green.
 */
export function sumsOf(
  result: JestResult | undefined,
  status: number | string | null,
  expected: readonly string[] = [],
): Sums {
  const ended = `jest ended with ${String(status)}`;
  if (result === undefined) return { passed: 0, failed: 1, skipped: 0, failures: [`${ended} and left no result`] };
  const failures = result.testResults.flatMap(({ name, status: file, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed').map((one) => `${name}: ${one.fullName}`);
    return failed.length === 0 && file === 'failed' ? [`${name}: the file itself failed`] : failed;
  });
  const ran = new Set(result.testResults.map(({ name }) => name));
  failures.push(...expected.filter((file) => !ran.has(file)).map((file) => `${file}: did not run`));
  if (failures.length === 0 && status !== 0) failures.push(`${ended} although no test failed`);
  const { numPassedTests: passed, numPendingTests, numTodoTests } = result;
  return { passed, failed: failures.length, skipped: numPendingTests + numTodoTests, failures };
}

/** The last line of a run, in the form that every CI understands. */
export function closingLine(sums: readonly Sums[]): string {
  const total = (count: 'passed' | 'failed' | 'skipped'): number => sums.reduce((sum, one) => sum + one[count], 0);
  return `${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`;
}

/** A run is green when something ran and nothing failed. */
export const isGreen = (sums: readonly Sums[]): boolean =>
  sums.every(({ failed }) => failed === 0) && sums.some(({ passed }) => passed > 0);
