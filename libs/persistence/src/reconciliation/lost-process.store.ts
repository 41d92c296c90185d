import { DIFFERENCE_OWNER, type DifferenceKind, type ReviewReason } from '@zikui/domain';
import type { Database } from '../database/database';
import { newId } from '../database/new-id';
import type { ProcessDurations } from '../intake/process-durations';
import { startOfRepair } from '../outbox/start-repair';
import { lockRefund } from '../refund/lock-refund';
import { SYSTEM } from '../refund/step';
import { writeTransition } from '../refund/write-transition';

export type OpenRefund = Readonly<{
  refundId: string;
  merchantId: string;
  status: string;
  /** How often a repair was begun: the last one carries it. */ repairs: number;
  waitsForStart: boolean;
}>;
export type OrphanEvent = Readonly<{
  inboxId: string;
  merchantId: string;
  refundId: string | null;
  source: string;
  state: 'unmatched' | 'to_signal';
}>;
/** What the reconciler of processes saw; `note` says what it did about it. */
export type ProcessDifference = Readonly<{
  merchantId: string;
  kind: Extract<DifferenceKind, 'process_missing' | 'process_closed' | 'event_orphaned'>;
  subject: string;
  refundId: string | null;
  note: string;
}>;

/** Rows whose process may be lost, and what is done about them. Each method is one transaction and safe to repeat. */
export class LostProcessStore {
  constructor(private readonly database: Database) {}

  /** Open refunds that nothing touched for so long, by id after `after`. */
  openRefunds(untouchedMs: number, after: string | null, limit: number): Promise<readonly OpenRefund[]> {
    return this.database.read('reconciler', (tx) => tx.query<OpenRefund>(OPEN, [after, limit, untouchedMs / 1_000]));
  }

  /** Announced facts that belong to nothing we know, or whose process was not told for so long, by id after `after`. */
  orphanEvents(untoldMs: number, after: string | null, limit: number): Promise<readonly OrphanEvent[]> {
    return this.database.read('reconciler', (tx) => tx.query<OrphanEvent>(ORPHANS, [after, limit, untoldMs / 1_000]));
  }

  /** Puts the start of a process that does not exist back into the outbox: the relay starts it under the same id, and it goes on where the rows stand. Returns whether it was not there. */
  async startAgain(
    { refundId, merchantId, repairs }: OpenRefund,
    { lookUpsMs, pendingLimitMs }: ProcessDurations,
  ): Promise<boolean> {
    const input = { v: 1, merchantId, refundId, lookUpsMs, pendingLimitMs };
    const again = repairs === 0 ? START_AGAIN : REPAIR_AGAIN;
    const put = await this.database.write({ merchantId }, (tx) =>
      tx.query(again, [refundId, merchantId, JSON.stringify(input)]),
    );
    return put.length > 0;
  }

  /** A fact that waits to be told is due now. */
  async wake(inboxId: string): Promise<void> {
    await this.database.write('reconciler', (tx) =>
      tx.query(`UPDATE inbox_event SET next_try_at = now() WHERE id = $1 AND state = 'to_signal'`, [inboxId]),
    );
  }

  /** The process of an open refund has ended: the refund waits for a person. Returns false when it does already, or is closed by now. */
  async lost({ refundId, merchantId }: OpenRefund, closedRunId: string): Promise<boolean> {
    return this.database.write({ merchantId }, async (tx) => {
      const at = { merchantId, refundId, runId: `lost:${closedRunId}`.slice(0, 64), seq: 1, version: 0 };
      const refund = await lockRefund(tx, at);
      const reviewReason: ReviewReason = 'process_lost';
      if (refund.stored || refund.reviewReason === reviewReason || OVER.includes(refund.status)) return false;
      // Above whatever the lost process wrote last.
      const version = Math.max(refund.version + 1, Date.parse(refund.now));
      await writeTransition(
        tx,
        refund,
        { ...at, version },
        {
          to: 'needs_review',
          reviewReason,
          dueAt: null,
          openStep: null,
          notes: [{ kind: 'money_status', actor: SYSTEM, data: { status: 'needs_review', reviewReason } }],
          messages: [],
          transfers: refund.transfers,
        },
      );
      return true;
    });
  }

  /** Writes what was seen. What is known is seen again: its age goes on. */
  async found(differences: readonly ProcessDifference[]): Promise<void> {
    if (differences.length === 0) return;
    const rows = differences.map((one) => ({ id: newId(), ...one, owner: DIFFERENCE_OWNER[one.kind] }));
    await this.database.write('reconciler', (tx) => tx.query(FOUND, [JSON.stringify(rows)]));
  }

  /** The database's time, by which a round knows what it saw. */
  async now(): Promise<string> {
    const [row] = await this.database.read('reconciler', (tx) =>
      tx.query<{ now: string }>(`SELECT now()::text AS now`),
    );
    return row?.now ?? '';
  }

  /** What a whole round did not see again is resolved. */
  async resolveUnseen(roundBegunAt: string): Promise<void> {
    await this.database.write('reconciler', (tx) =>
      tx.query(
        `UPDATE reconciliation_difference SET resolved_at = now() WHERE source = 'process' AND resolved_at IS NULL AND last_seen_at < $1::timestamptz`,
        [roundBegunAt],
      ),
    );
  }
}

const OVER: readonly string[] = ['completed', 'rejected', 'expired', 'cancelled', 'failed'];

const OPEN = `
SELECT r.id AS "refundId", r.merchant_id AS "merchantId", r.status, r.repairs, EXISTS (SELECT FROM outbox o WHERE o.refund_id = r.id) AS "waitsForStart"
FROM refund r
WHERE r.status NOT IN (${OVER.map((status) => `'${status}'`).join(', ')}) AND r.updated_at <= now() - make_interval(secs => $3)
  AND ($1::uuid IS NULL OR r.id > $1) ORDER BY r.id LIMIT $2`;

// A fact that belongs to nothing is looked at for ten minutes; then nobody looks at it any more.
const ORPHANS = `
SELECT i.id AS "inboxId", i.merchant_id AS "merchantId", i.refund_id AS "refundId", i.source, i.state FROM inbox_event i
WHERE ((i.state = 'unmatched' AND i.next_try_at IS NULL) OR (i.state = 'to_signal' AND i.received_at <= now() - make_interval(secs => $3)))
  AND ($1::uuid IS NULL OR i.id > $1) ORDER BY i.id LIMIT $2`;

const START_AGAIN = `
INSERT INTO outbox (refund_id, merchant_id, start)
SELECT r.id, r.merchant_id, jsonb_build_object('merchantId', r.merchant_id, 'refundId', r.id, 'input', $3::jsonb, 'searchAttributes', jsonb_build_object(
  'merchant', m.slug, 'saleRef', s.sale_ref, 'reason', r.reason, 'status', r.status, 'amountMinor', r.payout, 'dueAt', r.due_at,
  'gateway', (SELECT t.gateway FROM transfer t WHERE t.refund_id = r.id ORDER BY t.no LIMIT 1)))
FROM refund r JOIN merchant m ON m.id = r.merchant_id JOIN sale s ON s.id = r.sale_id WHERE r.id = $1 AND r.merchant_id = $2
ON CONFLICT (refund_id) DO NOTHING RETURNING refund_id`;

const REPAIR_AGAIN = `
INSERT INTO outbox (refund_id, merchant_id, start)
SELECT r.id, r.merchant_id, ${startOfRepair('r.repairs', '$3')} FROM refund r JOIN sale s ON s.id = r.sale_id WHERE r.id = $1 AND r.merchant_id = $2
ON CONFLICT (refund_id) DO NOTHING RETURNING refund_id`;

const FOUND = `
INSERT INTO reconciliation_difference AS known (id, merchant_id, source, gateway, kind, subject, owner, day, refund_id, note)
SELECT row.id, "merchantId", 'process', 'none', kind, subject, owner, (now() AT TIME ZONE m.time_zone)::date, "refundId", note
FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, "merchantId" uuid, kind text, subject text, owner text, "refundId" uuid, note text)
JOIN merchant m ON m.id = "merchantId"
ON CONFLICT (merchant_id, source, gateway, kind, subject) DO UPDATE SET last_seen_at = now(), resolved_at = NULL, note = EXCLUDED.note,
  first_seen_at = CASE WHEN known.resolved_at IS NULL THEN known.first_seen_at ELSE now() END`;
