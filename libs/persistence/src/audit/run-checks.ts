import type { Reading } from './reading';
import { AUDIT_SUBJECTS, type AuditCheck, type AuditSubject } from './audit-check';

/** What breaks one rule: how many rows, and the first of their ids. */
export type AuditFinding = Readonly<{ check: AuditCheck; count: number; ids: readonly string[] }>;
export type AuditWalk = Readonly<{
  /** Without any grace: for a system that is quiet. */ strict: boolean;
  /** Rows that one statement looks at. */ pageSize?: number;
}>;

const PAGE_SIZE = 2_000;
/** Ids that a finding keeps; the count goes on. */
const MOST_IDS = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Walks the rows of each subject once, page by page, with all of its checks: memory and statements stay bounded however many rows there are. Gives one finding per check, in the order of `checks`. */
export async function runChecks(
  tx: Reading,
  checks: readonly AuditCheck[],
  { strict, pageSize = PAGE_SIZE }: AuditWalk,
): Promise<readonly AuditFinding[]> {
  const found = new Map(checks.map((check) => [check, { count: 0, ids: [] as string[] }]));
  for (const subject of AUDIT_SUBJECTS) {
    const own = checks.filter((check) => check.subject === subject);
    if (own.length === 0) continue;
    for await (const [after, upTo] of pagesOf(tx, subject, pageSize)) {
      for (const check of own) {
        const broken = await brokenOn(tx, check, [after, upTo], strict);
        const finding = found.get(check);
        if (finding === undefined) continue;
        finding.count += broken.length;
        finding.ids.push(...broken.slice(0, MOST_IDS - finding.ids.length));
      }
    }
  }
  return [...found].map(([check, finding]) => ({ check, ...finding }));
}

/** Bounds `(after, upTo]` of the pages of a table; the last page also takes what was not there when it was bounded. */
async function* pagesOf(
  tx: Reading,
  subject: AuditSubject,
  pageSize: number,
): AsyncGenerator<readonly [after: string, upTo: string]> {
  let after = FIRST;
  while (after !== LAST) {
    const [end] = await tx.query<{ id: string }>(
      `SELECT id FROM ${subject} WHERE id > $1 ORDER BY id OFFSET $2 LIMIT 1`,
      [after, pageSize - 1],
    );
    const upTo = end?.id ?? LAST;
    yield [after, upTo];
    after = upTo;
  }
}

async function brokenOn(
  tx: Reading,
  { broken, mayLastSeconds, isBroken }: AuditCheck,
  page: readonly [string, string],
  strict: boolean,
): Promise<readonly string[]> {
  const params = mayLastSeconds === undefined ? page : [...page, strict ? 0 : mayLastSeconds];
  const rows = await tx.query<Readonly<Record<string, unknown>> & { id: string }>(broken, params);
  return rows.filter((row) => isBroken?.(row) ?? true).map(({ id }) => id);
}
