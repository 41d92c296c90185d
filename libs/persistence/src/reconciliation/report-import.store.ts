import { RefundError, reportInvalid, type Principal, type ReportedMovement } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { brokenConstraint } from '../database/database-failure';
import { newId } from '../database/new-id';
import { addMovements } from './report-movements';
import { auditReconciliation } from './audit-reconciliation';
import { insertReconciliation, lockKey, viewOf } from './reconciliation-rows';
import type { AcceptedReconciliation, ReconciliationAsk } from './reconciliation.store';

/** An imported report: its movements as they are read, and the hash of all of it once it was read. */
export type ReportAsk = Omit<ReconciliationAsk, 'bodyHash'> &
  Readonly<{ movements: AsyncIterable<readonly ReportedMovement[]>; hash: () => string }>;
type Earlier = Readonly<{ id: string; bodyHash: string; status: string; isStale: boolean }>;

/** Takes reports in, page by page: no connection is held while the caller sends. */
export class ReportImportStore {
  constructor(private readonly database: Database) {}

  /**
   * Imports a report and writes that it is to be compared. The same report of the same account is imported once, under
   * whatever key. A report with a fault leaves nothing. Throws `report_invalid`, `idempotency_conflict`,
   * `request_in_progress` while another call reads under the same key, `gateway_not_configured`.
   */
  async importReport(principal: Principal, ask: ReportAsk): Promise<AcceptedReconciliation> {
    const { merchantId } = principal;
    const begun = await this.begin(principal, ask);
    if (begun.kind === 'earlier') {
      for await (const _ of ask.movements); // Only its hash is asked for.
      if (begun.bodyHash !== ask.hash()) throw new RefundError('idempotency_conflict');
      return this.replayOf(merchantId, begun.id);
    }
    try {
      for await (const movements of ask.movements)
        await this.database.write({ merchantId }, (tx) => addMovements(tx, merchantId, begun.id, movements));
      return await this.end(principal, begun.id, ask);
    } catch (error) {
      await this.discard(merchantId, begun.id);
      throw error;
    }
  }

  private async begin(
    { merchantId, actor }: Principal,
    ask: ReportAsk,
  ): Promise<Readonly<{ kind: 'new'; id: string } | { kind: 'earlier'; id: string; bodyHash: string }>> {
    return this.database.write({ merchantId }, async (tx) => {
      await lockKey(tx, merchantId, ask.key);
      const [earlier] = await tx.query<Earlier>(EARLIER, [merchantId, ask.key]);
      if (earlier && earlier.status !== 'reading') return { kind: 'earlier', ...earlier };
      if (earlier && !earlier.isStale) throw new RefundError('request_in_progress');
      if (earlier) await discard(tx, earlier.id);
      const id = newId();
      // What it holds is known at its end; until then it has a hash that no report has.
      const bodyHash = id.replaceAll('-', '').padEnd(64, 'x');
      await insertReconciliation(tx, { ...ask, id, merchantId, actor, bodyHash, source: 'report', status: 'reading' });
      return { kind: 'new', id };
    });
  }

  private async end(principal: Principal, id: string, ask: ReportAsk): Promise<AcceptedReconciliation> {
    const { merchantId } = principal;
    const { gateway, hash } = ask;
    try {
      await this.database.write({ merchantId }, async (tx) => {
        const [outside] = await tx.query<{ line: number }>(OUTSIDE, [id]);
        if (outside) throw reportInvalid(outside.line, 'created', 'lies outside of the days that the report is for');
        await tx.query(
          `UPDATE reconciliation SET body_hash = $2::text, status = 'requested' WHERE id = $1 AND status = 'reading'`,
          [id, hash()],
        );
        await auditReconciliation(tx, principal, { ...ask, id, source: 'report' });
      });
      return {
        id,
        view: await this.database.read({ merchantId }, (tx) => viewOf(tx, merchantId, id)),
        replayed: false,
      };
    } catch (error) {
      if (brokenConstraint(error) !== 'reconciliation_report_idx') throw error;
      // The report is there already: what was read of it now goes again.
      await this.discard(merchantId, id);
      const [same] = await this.database.read({ merchantId }, (tx) =>
        tx.query<{ id: string }>(SAME, [merchantId, gateway, hash()]),
      );
      return this.replayOf(merchantId, same?.id ?? id);
    }
  }

  private async replayOf(merchantId: string, id: string): Promise<AcceptedReconciliation> {
    return { id, view: await this.database.read({ merchantId }, (tx) => viewOf(tx, merchantId, id)), replayed: true };
  }

  private async discard(merchantId: string, id: string): Promise<void> {
    await this.database.write({ merchantId }, (tx) => discard(tx, id));
  }
}

async function discard(tx: Tx, id: string): Promise<void> {
  const unread = await tx.query(`SELECT id FROM reconciliation WHERE id = $1 AND status = 'reading' FOR UPDATE`, [id]);
  if (unread.length === 0) return;
  await tx.query('DELETE FROM report_movement WHERE reconciliation_id = $1', [id]);
  await tx.query('DELETE FROM reconciliation WHERE id = $1', [id]);
}

// A call lasts less than a minute: what is still being read after two was given up by a process that died.
const EARLIER = `
SELECT id, body_hash AS "bodyHash", status, created_at < now() - interval '2 minutes' AS "isStale"
FROM reconciliation WHERE merchant_id = $1 AND key = $2`;

const SAME = `SELECT id FROM reconciliation WHERE merchant_id = $1 AND gateway = $2 AND body_hash = $3 AND source = 'report'`;

const OUTSIDE = `
SELECT r.line FROM report_movement r JOIN reconciliation c ON c.id = r.reconciliation_id JOIN merchant m ON m.id = c.merchant_id
WHERE c.id = $1 AND (r.moved_at AT TIME ZONE m.time_zone)::date NOT BETWEEN c.from_day AND c.to_day ORDER BY r.line LIMIT 1`;
