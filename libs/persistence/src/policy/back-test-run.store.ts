import { RefundError, type BackTestReport, type ReplayedRefund } from '@zikui/domain';
import type { Database } from '../database/database';
import { countPastRefunds, pastRefunds, type PastRefund, type PastSpan } from './past-refunds';

/** A back-test that is being carried out. */
export type BackTestTask = PastSpan &
  Readonly<{
    id: string;
    source: string;
    hash: string;
    total: number;
    /** Refunds that were looked at, and where that ended. */ done: number;
    reached: string | null;
    report: BackTestReport;
    /** How many changed refunds are listed. */ listed: number;
  }>;
export type BackTestStep = Readonly<{
  /** Refunds that this step looked at. */ looked: number;
  reached: string;
  report: BackTestReport;
  changes: readonly Readonly<{ refundId: string; before: ReplayedRefund; after: ReplayedRefund }>[];
}>;
export type DueBackTest = Readonly<{ merchantId: string; backTestId: string }>;

/** Changed refunds that one back-test lists; more are counted, and not listed. */
const MOST_LISTED = 10_000;

/** Back-tests as they are carried out. Each method is one transaction and safe to repeat. */
export class BackTestRunStore {
  constructor(private readonly database: Database) {}

  /** Begins, or goes on where it was left. Undefined when it is over. Throws `back_test_not_found`. */
  async begin(merchantId: string, id: string): Promise<BackTestTask | undefined> {
    return this.database.write({ merchantId }, async (tx) => {
      const [row] = await tx.query<TaskRow>(BEGIN, [id]);
      if (!row) {
        const [known] = await tx.query('SELECT FROM back_test WHERE id = $1', [id]);
        if (!known) throw new RefundError('back_test_not_found', { backTest: id });
        return undefined;
      }
      const total = row.total ?? (await countPastRefunds(tx, row));
      if (row.total === null) await tx.query('UPDATE back_test SET total = $2 WHERE id = $1', [id, total]);
      return { ...row, total };
    });
  }

  /** The refunds that come next. */
  next(task: BackTestTask, limit: number): Promise<readonly PastRefund[]> {
    return this.database.read(task, (tx) => pastRefunds(tx, task, task.reached, limit));
  }

  /** Writes what one step found; gives the task as it goes on, or undefined when somebody else went on with it. */
  async save(
    task: BackTestTask,
    { looked, reached, report, changes }: BackTestStep,
  ): Promise<BackTestTask | undefined> {
    const done = task.done + looked;
    const listed = changes
      .slice(0, MOST_LISTED - task.listed)
      .map((change, index) => ({ ...change, no: task.listed + index + 1 }));
    return this.database.write(task, async (tx) => {
      const values = [task.id, task.done, done, reached, JSON.stringify(report)];
      const [saved] = await tx.query(SAVE, values);
      if (!saved) return undefined;
      if (listed.length > 0) await tx.query(LIST, [task.id, task.merchantId, JSON.stringify(listed)]);
      return { ...task, done, reached, report, listed: task.listed + listed.length };
    });
  }

  /** Ends one that went through. */
  async finish({ merchantId, id }: BackTestTask): Promise<void> {
    await this.end(merchantId, id, 'done', null);
  }

  /** Ends one that could not go through, with a code that says why. */
  async fail(merchantId: string, id: string, failure: string): Promise<void> {
    await this.end(merchantId, id, 'failed', failure);
  }

  /** Takes up to `limit` that nobody works on, and that were left some time ago. */
  async due(limit: number): Promise<readonly DueBackTest[]> {
    return this.database.write('relay', (tx) => tx.query<DueBackTest>(DUE, [limit]));
  }

  private async end(merchantId: string, id: string, status: 'done' | 'failed', failure: string | null): Promise<void> {
    await this.database.write({ merchantId }, (tx) => tx.query(END, [id, status, failure]));
  }
}

type TaskRow = Omit<BackTestTask, 'total'> & Readonly<{ total: number | null }>;

const BEGIN = `
UPDATE back_test b SET status = 'running', touched_at = now() WHERE b.id = $1 AND b.status IN ('requested', 'running')
RETURNING b.id, b.merchant_id AS "merchantId", b.source, b.source_hash AS hash, b.currency, b.since, b.until, b.total, b.done,
  b.reached_id AS reached, b.report,
  (SELECT count(*) FROM back_test_change c WHERE c.back_test_id = b.id) AS listed`;
const SAVE = `
UPDATE back_test SET done = $3, reached_id = $4, report = $5, touched_at = now()
WHERE id = $1 AND done = $2 AND status = 'running' RETURNING id`;
const LIST = `
INSERT INTO back_test_change (back_test_id, merchant_id, refund_id, no, before, after)
SELECT $1, $2, "refundId", no, before, after FROM jsonb_to_recordset($3) AS c ("refundId" uuid, no integer, before jsonb, after jsonb)`;
const END = `
UPDATE back_test SET status = $2, failure = $3, ended_at = now() WHERE id = $1 AND status IN ('requested', 'running')`;
const DUE = `
UPDATE back_test SET touched_at = now() WHERE id IN (
  SELECT id FROM back_test WHERE status IN ('requested', 'running') AND touched_at < now() - interval '30 seconds'
  ORDER BY touched_at LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING merchant_id AS "merchantId", id AS "backTestId"`;
