import { readAuditCommand } from './audit-command';
import { exitCodeOf, reportText, type AuditReport, type ReportedCheck } from './audit-report';

const check = (count: number): ReportedCheck => ({
  check: 'A1.held',
  rule: 'I1',
  sentence: 'a payment holds what is reserved',
  count,
  ids: Array.from({ length: Math.min(count, 2) }, (_, index) => `id-${index + 1}`),
});
const report = (over: Partial<AuditReport> = {}): AuditReport => ({
  at: '2026-11-22T08:00:00.000Z',
  strict: true,
  checks: [check(0)],
  notChecked: [],
  ...over,
});

describe('the report of an audit', () => {
  it('is one line where everything holds', () => {
    expect(exitCodeOf(report())).toBe(0);
    expect(reportText(report())).toBe(
      'Audit at 2026-11-22T08:00:00.000Z, strict\n\n1 checks, 0 broken, 0 not checked: clean',
    );
  });

  it('names each broken promise with the first ids and where to read on', () => {
    const broken = report({ checks: [check(0), check(3)], notChecked: ["demo's account"] });
    expect(exitCodeOf(broken)).toBe(1);
    expect(reportText(broken).split('\n').slice(2)).toEqual([
      'BROKEN A1.held (I1): a payment holds what is reserved',
      '  3 rows: id-1, id-2, ...',
      '  docs/audit.md#what-to-do',
      '',
      "NOT CHECKED demo's account",
      '',
      '2 checks, 1 broken, 1 not checked: VIOLATION',
    ]);
  });

  it('is not clean when something could not be looked at', () =>
    expect(exitCodeOf(report({ notChecked: ['the gateway'] }))).toBe(2));
});

describe('the command', () => {
  it('takes its options, and gives help', () => {
    expect(readAuditCommand(['--strict', '--json', '--database-url', 'postgres://a/b'])).toEqual({
      databaseUrl: 'postgres://a/b',
      strict: true,
      rowsOnly: false,
      json: true,
    });
    expect(readAuditCommand(['--help'])).toBeUndefined();
  });

  it('refuses what it does not know, and another kind of database', () => {
    expect(() => readAuditCommand(['--deep'])).toThrow('--deep');
    expect(() => readAuditCommand(['--database-url', 'mysql://a'])).toThrow('--database-url begins with postgres://');
  });
});
