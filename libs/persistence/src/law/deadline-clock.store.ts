import { readClock, timelineDepth, type ClockNews, type RefundStatus } from '@zikui/domain';
import { tellApprovers } from '../approval/tell-approvers';
import type { Database, Tx } from '../database/database';
import { PAY_BY_MISSED, PAY_BY_NEAR, type DeadlineEventBody } from '../webhook/status-event';

/** What the clock of one refund told. */
export type ToldDeadline = Readonly<{ refundId: string; merchantId: string; payBy: string }> & ClockNews;

/** Warns of legal dates to pay by that come near, and counts those that were missed. */
export class DeadlineClockStore {
  constructor(private readonly database: Database) {}

  /**
   * Reads up to `limit` clocks that are due, tells each once in timeline and event feed, and by mail to who could decide the step that it waits for, and sets when it speaks next, of
   * one merchant in one transaction: any number of workers may do so at once, and a repeat finds nothing. Whoever is paid
   * is not read.
   */
  async tell(limit: number): Promise<readonly ToldDeadline[]> {
    // Looking is cheap while there are none, and a write transaction is not.
    const due = await this.database.read('clock', (tx) => tx.query<FoundClock>(DUE, [limit]));
    const told: ToldDeadline[] = [];
    for (const merchantId of new Set(due.map((found) => found.merchantId))) {
      const refundIds = due.filter((found) => found.merchantId === merchantId).map(({ refundId }) => refundId);
      told.push(...(await this.database.write({ merchantId }, (tx) => tellDue(tx, refundIds))));
    }
    return told;
  }
}

type FoundClock = Readonly<{ refundId: string; merchantId: string }>;
type DueClock = Readonly<{
  refundId: string;
  merchantId: string;
  status: RefundStatus;
  payBy: string;
  timeZone: string;
  now: string;
  /** The approval that it waits for. */ openStep: Readonly<{ id: string; no: number }> | null;
}>;

async function tellDue(tx: Tx, refundIds: readonly string[]): Promise<readonly ToldDeadline[]> {
  const due = await tx.query<DueClock>(TAKE, [refundIds]);
  const read = due.map((clock) => ({ ...clock, ...readClock(clock, clock.now) }));
  if (read.length > 0) await tx.query(WRITE, [JSON.stringify(read.map(rowOf))]);
  for (const { refundId, news, openStep } of read)
    if (news !== null && openStep !== null) await tellApprovers(tx, refundId, openStep, news.kind);
  return read.flatMap(({ refundId, merchantId, payBy, news }) =>
    news === null ? [] : [{ refundId, merchantId, payBy, ...news }],
  );
}

function rowOf({ refundId, merchantId, status, payBy, news, next }: DueClock & ReturnType<typeof readClock>) {
  const row = { refund_id: refundId, merchant_id: merchantId, clock_at: next, missed: news?.kind === 'pay_by_missed' };
  if (news === null) return { ...row, kind: null, depth: null, data: null, type: null, body: null };
  const daysLeft = news.kind === 'pay_by_near' ? news.daysLeft : null;
  const body: DeadlineEventBody = { from: status, to: status, deadline: { payBy, daysLeft } };
  return {
    ...row,
    kind: news.kind,
    depth: timelineDepth(news.kind),
    data: daysLeft === null ? { payBy } : { payBy, daysLeft },
    type: news.kind === 'pay_by_near' ? PAY_BY_NEAR : PAY_BY_MISSED,
    body,
  };
}

/** As `refund_clock_at_idx` has them. */
const IS_DUE = `clock_at <= now() AND clock_at IS NOT NULL AND status NOT IN ('completed', 'rejected', 'expired', 'cancelled', 'failed')`;

const DUE = `SELECT id AS "refundId", merchant_id AS "merchantId" FROM refund WHERE ${IS_DUE} ORDER BY clock_at LIMIT $1`;

// One that another worker holds is told by that one; who waited for none may still be told in a later round.
const TAKE = `
SELECT r.id AS "refundId", r.merchant_id AS "merchantId", r.status, r.pay_by AS "payBy", s.snapshot ->> 'timeZone' AS "timeZone", now() AS now,
  (SELECT jsonb_build_object('id', a.id, 'no', a.no) FROM approval_step a WHERE a.refund_id = r.id AND a.status = 'open' LIMIT 1) AS "openStep"
FROM (SELECT id FROM refund WHERE id = ANY ($1::uuid[]) AND ${IS_DUE} ORDER BY id FOR NO KEY UPDATE SKIP LOCKED) due
JOIN refund r ON r.id = due.id JOIN sale s ON s.id = r.sale_id`;

// The feed numbers what it tells of a refund; the row is locked, so nobody else takes the number.
const WRITE = `
WITH told AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t (refund_id uuid, merchant_id uuid, clock_at timestamptz, missed boolean, kind text, depth text,
    data jsonb, type text, body jsonb)
), noted AS (
  INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
  SELECT merchant_id, refund_id, kind, depth, 'system', data FROM told WHERE kind IS NOT NULL
), announced AS (
  INSERT INTO outgoing_event (merchant_id, refund_id, sequence, type, body)
  SELECT merchant_id, refund_id, (SELECT coalesce(max(o.sequence), 0) + 1 FROM outgoing_event o WHERE o.refund_id = told.refund_id), type, body
  FROM told WHERE kind IS NOT NULL
)
UPDATE refund SET clock_at = told.clock_at, pay_missed = refund.pay_missed OR told.missed,
  updated_at = CASE WHEN told.kind IS NULL THEN refund.updated_at ELSE now() END
FROM told WHERE refund.id = told.refund_id`;
