import {
  DIFFERENCE_OWNER,
  endOfDay,
  RefundError,
  startOfDay,
  type Difference,
  type GatewayMovement,
  type ReconciliationTotal,
} from '@zikui/domain';
import type { Reading } from '../audit/reading';
import type { Database } from '../database/database';
import type { RowScope } from '../database/row-scope';
import { newId } from '../database/new-id';
import { takeUpMovement } from '../transfer/unclaimed-movement';
import { ownersOfMovements, sentTransfers, type OwnerOfMovement, type SentTransfer } from './known-transfers';
import { firstReportedDay, isReported, reportedMovements } from './report-movements';
import type { ReconciliationSource } from './reconciliation.view';
import { toldMovements, type ToldAsk } from './told-movements';

/** What a comparison is about, with its local days as instants. */
export type ReconciliationTask = Readonly<{
  id: string;
  merchantId: string;
  gateway: string;
  source: ReconciliationSource;
  from: string;
  to: string;
  zone: string;
  isOver: boolean;
}>;
export type DueReconciliation = Readonly<{ merchantId: string; reconciliationId: string; gateway: string }>;

const UNCLAIMED_AFTER_MS = 10 * 60_000;

/** Comparisons as they are carried out. Each method is one transaction and safe to repeat. */
export class ReconciliationRunStore {
  constructor(private readonly database: Database) {}

  /**
   * Writes what the calendar asks for, the last local day of each merchant that is whole in the books of the gateway, and
   * gives up to `limit` comparisons that nobody carries out yet. `visibleWithinMs`: how long those books lag, by gateway.
   */
  async due(
    limit: number,
    visibleWithinMs: Readonly<Record<string, number>> = {},
  ): Promise<readonly DueReconciliation[]> {
    return this.database.write('reconciler', async (tx) => {
      await tx.query(FORGET_UNREAD);
      await tx.query(PLAN, [JSON.stringify(visibleWithinMs)]);
      return tx.query<DueReconciliation>(DUE, [limit]);
    });
  }

  /** Begins, or goes on. Throws `reconciliation_not_found`. */
  async begin(id: string): Promise<ReconciliationTask> {
    type Row = Readonly<{
      merchantId: string;
      gateway: string;
      source: ReconciliationSource;
      fromDay: string;
      toDay: string;
      zone: string;
      status: string;
    }>;
    const [row] = await this.database.write('reconciler', (tx) => tx.query<Row>(BEGIN, [id]));
    if (!row) throw new RefundError('reconciliation_not_found', { reconciliation: id });
    const { merchantId, gateway, source, fromDay, toDay, zone, status } = row;
    const days = { from: startOfDay(fromDay, zone), to: endOfDay(toDay, zone) };
    return { id, merchantId, gateway, source, ...days, zone, isOver: status === 'done' || status === 'failed' };
  }

  owners(task: ReconciliationTask, movements: readonly GatewayMovement[]): Promise<readonly OwnerOfMovement[]> {
    const [own, all] = [this.readingAs(task), this.readingAs('reconciler')];
    return ownersOfMovements(own, task, movements, all);
  }

  /** Transfers that left within the days of the comparison, or from an earlier moment on. */
  sent(
    task: ReconciliationTask,
    after: string | null,
    limit: number,
    from: string = task.from,
  ): Promise<readonly SentTransfer[]> {
    return this.database.read(task, (tx) => sentTransfers(tx, task, { from, to: task.to }, after, limit));
  }

  /** What the gateway announced and reported of those days. */
  told(task: ReconciliationTask, ask: ToldAsk): ReturnType<typeof toldMovements> {
    return this.database.read(task, (tx) => toldMovements(tx, task, ask));
  }

  /** From when on the account's reports are there: nothing that was sent before can be missing in them. */
  async reportedSince(task: ReconciliationTask): Promise<string> {
    const day = await this.database.read(task, (tx) => firstReportedDay(tx, task));
    return day === undefined ? task.from : startOfDay(day, task.zone);
  }

  /** Whether any imported report of the account names what moved for that transfer. */
  async isReported(task: ReconciliationTask, { gatewayRefundId }: SentTransfer): Promise<boolean> {
    if (gatewayRefundId === null) return false;
    return this.database.read(task, (tx) => isReported(tx, task, gatewayRefundId));
  }

  reported(task: ReconciliationTask, after: string | null, limit: number): ReturnType<typeof reportedMovements> {
    return this.database.read(task, (tx) => reportedMovements(tx, task.id, after, limit));
  }

  /** Writes differences. One that is known is seen again: its age goes on, and it is open again if it was resolved. */
  async found(task: ReconciliationTask, differences: readonly Difference[]): Promise<void> {
    if (differences.length === 0) return;
    const byName = new Map(differences.map((one) => [`${one.kind} ${one.subject}`, one]));
    const rows = [...byName.values()].map((one) => ({ id: newId(), ...one, owner: DIFFERENCE_OWNER[one.kind] }));
    await this.database.write(task, (tx) =>
      tx.query(FOUND, [task.merchantId, task.id, task.source, task.gateway, task.from, JSON.stringify(rows)]),
    );
  }

  /** Takes up movements that no transfer of ours answers for, and that are old enough that no call of ours can still be behind them. Safe to repeat. */
  async takeUp(task: ReconciliationTask, movements: readonly GatewayMovement[]): Promise<void> {
    const { merchantId, gateway } = task;
    for (const { gatewayRef, status, createdAt, amount, gatewayRefundId } of movements) {
      if (gatewayRef === null || status !== 'settled') continue;
      if (Date.now() - Date.parse(createdAt) < UNCLAIMED_AFTER_MS) continue;
      const movement = { merchantId, gateway, gatewayRef, gatewayRefundId, ...amount, movedAt: createdAt };
      await this.database.write(task, (tx) => takeUpMovement(tx, movement));
    }
  }

  /** Ends a comparison that went through: what it did not see again of its days is resolved. */
  async finish(task: ReconciliationTask, totals: readonly ReconciliationTotal[]): Promise<void> {
    await this.database.write(task, (tx) => tx.query(FINISH, [task.id, JSON.stringify(totals)]));
  }

  private readingAs(scope: RowScope): Reading {
    return { query: (sql, params) => this.database.read(scope, (tx) => tx.query(sql, params)) };
  }

  /** Ends one that could not go through: nothing is resolved. */
  async fail(id: string, failure: string): Promise<void> {
    await this.database.write('reconciler', (tx) =>
      tx.query(
        `UPDATE reconciliation SET status = 'failed', failure = $2, ended_at = now() WHERE id = $1 AND status IN ('requested', 'running')`,
        [id, failure],
      ),
    );
  }
}

// Left half read by a process that died.
const FORGET_UNREAD = `
WITH unread AS (
  SELECT id FROM reconciliation WHERE status = 'reading' AND created_at < now() - interval '1 hour' FOR UPDATE SKIP LOCKED
), emptied AS (
  DELETE FROM report_movement USING unread WHERE reconciliation_id = unread.id
)
UPDATE reconciliation SET status = 'failed', failure = 'not_read_to_its_end', ended_at = now() FROM unread WHERE reconciliation.id = unread.id`;

// An account whose days have open differences is compared again each day for five weeks.
const PLAN = `
INSERT INTO reconciliation (id, merchant_id, gateway, source, from_day, to_day, key, body_hash, actor, status)
SELECT gen_random_uuid(), plan.merchant_id, plan.gateway, 'gateway', plan.day, plan.day,
  'calendar:' || plan.gateway || ':' || plan.day || ':' || plan.today, repeat('0', 64), 'system', 'requested'
FROM (
  SELECT m.id AS merchant_id, account.gateway, today.day AS today, today.day - 1 AS day
  FROM merchant m, LATERAL jsonb_object_keys(m.gateways) AS account (gateway),
    LATERAL (SELECT ((now() - coalesce(($1::jsonb ->> account.gateway)::bigint, 0) * interval '1 millisecond') AT TIME ZONE m.time_zone)::date AS day) today
  UNION
  SELECT d.merchant_id, d.gateway, today.day, d.day
  FROM reconciliation_difference d JOIN merchant m ON m.id = d.merchant_id, LATERAL (SELECT (now() AT TIME ZONE m.time_zone)::date AS day) today
  WHERE d.resolved_at IS NULL AND d.source = 'gateway' AND d.day < today.day AND d.day >= today.day - 35
) plan
ON CONFLICT (merchant_id, key) DO NOTHING`;

const DUE = `
SELECT merchant_id AS "merchantId", id AS "reconciliationId", gateway FROM reconciliation
WHERE status IN ('requested', 'running') ORDER BY created_at, id LIMIT $1`;

const BEGIN = `
UPDATE reconciliation c SET status = CASE c.status WHEN 'requested' THEN 'running' ELSE c.status END FROM merchant m
WHERE c.id = $1 AND m.id = c.merchant_id
RETURNING c.merchant_id AS "merchantId", c.gateway, c.source, c.from_day AS "fromDay", c.to_day AS "toDay", m.time_zone AS zone, c.status`;

const FOUND = `
INSERT INTO reconciliation_difference AS known (id, merchant_id, reconciliation_id, source, gateway, kind, subject, owner, day, refund_id,
  transfer_id, gateway_refund_id, ours, theirs)
SELECT row.id, $1, $2, $3, $4, kind, subject, owner, (coalesce(at, $5::timestamptz) AT TIME ZONE m.time_zone)::date, "refundId", "transferId",
  "gatewayRefundId", ours, theirs
FROM merchant m, jsonb_to_recordset($6::jsonb) AS row (id uuid, kind text, subject text, owner text, at timestamptz, "refundId" uuid,
  "transferId" uuid, "gatewayRefundId" text, ours jsonb, theirs jsonb)
WHERE m.id = $1
ON CONFLICT (merchant_id, source, gateway, kind, subject) DO UPDATE SET reconciliation_id = EXCLUDED.reconciliation_id,
  last_seen_at = now(), resolved_at = NULL, ours = EXCLUDED.ours, theirs = EXCLUDED.theirs,
  first_seen_at = CASE WHEN known.resolved_at IS NULL THEN known.first_seen_at ELSE now() END`;

// A report is of a batch, and others may be of the same days: it ends what it names, and what was missing and is not any more.
const FINISH = `
WITH ended AS (
  UPDATE reconciliation SET status = 'done', totals = $2, ended_at = now() WHERE id = $1 AND status = 'running' RETURNING *
)
UPDATE reconciliation_difference d SET resolved_at = now() FROM ended
WHERE d.merchant_id = ended.merchant_id AND d.source = ended.source AND d.gateway = ended.gateway
  AND d.resolved_at IS NULL AND d.reconciliation_id IS DISTINCT FROM ended.id AND CASE
    WHEN EXISTS (SELECT FROM report_movement r WHERE r.reconciliation_id = ended.id AND r.gateway_refund_id = d.gateway_refund_id) THEN true
    WHEN ended.source = 'report' THEN d.kind IN ('missing_at_gateway', 'ledger_differs') AND d.day BETWEEN ended.from_day AND ended.to_day
    ELSE d.day BETWEEN ended.from_day AND ended.to_day END`;
