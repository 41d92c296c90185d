/** What was found of one promise. */
export type ReportedCheck = Readonly<{
  check: string;
  rule: string;
  sentence: string;
  /** How often it is broken, and the first of what breaks it. */ count: number;
  ids: readonly string[];
}>;
export type AuditReport = Readonly<{
  at: string;
  strict: boolean;
  checks: readonly ReportedCheck[];
  /** What could not be looked at, each with its reason. */ notChecked: readonly string[];
}>;

/** 0 = everything that was asked for was looked at and holds, 1 = a promise is broken, 2 = it could not be finished. */
export function exitCodeOf({ checks, notChecked }: AuditReport): 0 | 1 | 2 {
  if (checks.some(({ count }) => count > 0)) return 1;
  return notChecked.length > 0 ? 2 : 0;
}

const RUNBOOK = 'docs/audit.md#what-to-do';

/** The report as people read it: what is broken first, each with the ids to look at, then one line that says it all. */
export function reportText(report: AuditReport): string {
  const { at, strict, checks, notChecked } = report;
  const broken = checks.filter(({ count }) => count > 0);
  const lines = [`Audit at ${at}${strict ? ', strict' : ''}`, ''];
  for (const { check, rule, sentence, count, ids } of broken)
    lines.push(
      `BROKEN ${check} (${rule}): ${sentence}`,
      `  ${count} ${count === 1 ? 'row' : 'rows'}: ${ids.join(', ')}${count > ids.length ? ', ...' : ''}`,
      `  ${RUNBOOK}`,
      '',
    );
  for (const what of notChecked) lines.push(`NOT CHECKED ${what}`);
  if (notChecked.length > 0) lines.push('');
  lines.push(
    `${checks.length} checks, ${broken.length} broken, ${notChecked.length} not checked: ${VERDICT[exitCodeOf(report)]}`,
  );
  return lines.join('\n');
}

const VERDICT = { 0: 'clean', 1: 'VIOLATION', 2: 'UNFINISHED' } as const;
