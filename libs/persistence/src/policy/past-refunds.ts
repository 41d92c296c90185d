import {
  daysBetween,
  localDate,
  REFUSED,
  type DecisionGrounds,
  type PolicyFacts,
  type RecordedRefund,
  type ReplayedRefund,
} from '@zikui/domain';
import type { Tx } from '../database/database';

export type PastSpan = Readonly<{ merchantId: string; currency: string; since: string; until: string }>;
/** A refund of the past: the facts of that day, how it was decided, and whether its legal date was missed. */
export type PastRefund = Readonly<{
  id: string;
  reason: string;
  /** Null for one whose grounds were not recorded yet. */ recorded: RecordedRefund | null;
  before: ReplayedRefund;
  missed: boolean;
}>;

/** The next refunds behind one of them, or from the beginning, oldest first; those that were made past this house were never decided here. */
export async function pastRefunds(
  tx: Tx,
  { merchantId, currency, since, until }: PastSpan,
  after: string | null,
  limit: number,
): Promise<readonly PastRefund[]> {
  const rows = await tx.query<Row>(PAST, [merchantId, currency, since, after, until, limit]);
  return rows.map((row) => ({
    ...{ id: row.id, reason: row.reason, missed: row.missed },
    recorded: recordedOf(row),
    before: beforeOf(row),
  }));
}

export async function countPastRefunds(tx: Tx, { merchantId, currency, since, until }: PastSpan): Promise<number> {
  const [row] = await tx.query<{ count: number }>(COUNT, [merchantId, currency, since, until]);
  return row?.count ?? 0;
}

type Row = Pick<PastRefund, 'id' | 'reason' | 'missed'> &
  Readonly<{
    at: string;
    payout: number;
    fee: number;
    refused: boolean;
    statutory: boolean;
    payBy: string | null;
    zone: string;
    facts: PolicyFacts;
    grounds: DecisionGrounds | null;
    inTime: boolean | null;
    rule: string | null;
    steps: number | null;
    silentUntil: string | null;
    returnMode: string | null;
    erred: boolean;
  }>;

function recordedOf({ facts, grounds, at, inTime, payBy }: Row): RecordedRefund | null {
  return grounds === null ? null : { facts, grounds, at, inTime: inTime ?? false, payBy };
}

function beforeOf(row: Row): ReplayedRefund {
  const { refused, erred, rule, steps, payout, fee, returnMode, statutory, silentUntil, payBy, zone } = row;
  if (refused) return { ...REFUSED, rule: 'refused', erred };
  return {
    outcome: steps === null || steps === 0 ? 'auto' : 'approval',
    rule: rule ?? '',
    steps: steps ?? 0,
    ...{ payout, fee },
    returnMode: returnMode ?? 'none',
    erred,
    late: statutory && silentUntil !== null && payBy !== null && daysBetween(payBy, localDate(silentUntil, zone)) > 0,
  };
}

const NO_ID = '00000000-0000-0000-0000-000000000000';
const SPAN = `r.merchant_id = $1 AND r.currency = $2 AND r.origin = 'request'`;
const COUNT = `SELECT count(*) AS count FROM refund r WHERE ${SPAN} AND r.created_at >= $3 AND r.created_at < $4`;

// Taken apart once: each look into a long JSON document would unpack all of it anew.
const PAST = `
SELECT r.id, r.created_at AS at, r.reason, r.payout, r.fee, r.refusal IS NOT NULL AS refused, r.statutory, r.pay_by AS "payBy",
  m.time_zone AS zone,
  r.statutory AND r.pay_by IS NOT NULL AND r.status NOT IN ('rejected', 'cancelled', 'expired')
    AND (coalesce(r.completed_at, now()) AT TIME ZONE m.time_zone)::date > r.pay_by AS missed,
  d.facts, d.grounds, (d.deadlines ->> 'inTime')::boolean AS "inTime",
  d.approval ->> 'rule' AS rule, jsonb_array_length(d.approval -> 'steps') AS steps, d.approval ->> 'silentUntil' AS "silentUntil",
  d.return ->> 'mode' AS "returnMode", d.explanation @> '[{"rule": "policy_error"}]' AS erred
FROM refund r JOIN merchant m ON m.id = r.merchant_id,
  jsonb_to_record(r.decided) AS d (facts jsonb, grounds jsonb, deadlines jsonb, approval jsonb, return jsonb, explanation jsonb)
WHERE ${SPAN} AND (r.created_at, r.id) >
    (coalesce((SELECT x.created_at FROM refund x WHERE x.id = $4), $3::timestamptz), coalesce($4::uuid, '${NO_ID}')) AND r.created_at < $5
ORDER BY r.created_at, r.id LIMIT $6`;
