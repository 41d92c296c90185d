import {
  WAIVER_REASONS,
  WATCHED_LIMITS,
  type PolicyFacts,
  type RefundFacts,
  type RefundRequest,
  type Taken,
  type WatchedLimit,
  type WatchedSums,
} from '@zikui/domain';
import type { Tx } from '../database/database';
import { isActive } from '../refund/active-refund';
import type { RefundedSale } from './refunded-sale';

/** What happened before this request: on the sale, to the customer, by the member of staff, at the merchant. */
export type RefundHistory = Pick<RefundFacts, 'taken' | 'feesBefore' | 'cancelledBefore' | 'history'>;
export type HistoryQuestion = Readonly<{
  merchantId: string;
  saleRef: string;
  requestedBy: RefundRequest['requestedBy'];
  /** The merchant's sums of the last hour that are known already, by currency. */
  merchantHour: Readonly<Record<string, number>>;
  /** For which the request is made. */ reason: string;
  /** Of the policy that is tried; null = those of the policy in force. */ watched: readonly WatchedLimit[] | null;
}>;

/** Reads it in one statement. Ask for it after the locks, in the same transaction: only then does it miss nothing. */
export async function readHistory(tx: Tx, question: HistoryQuestion): Promise<HistoryRow> {
  const { merchantId, saleRef, requestedBy, merchantHour, reason, watched } = question;
  const values = [merchantId, saleRef, JSON.stringify(merchantHour), WAIVER_REASONS, reason, watched];
  const [row] = await (requestedBy === undefined
    ? tx.query<HistoryRow>(HISTORY, values)
    : tx.query<HistoryRow>(HISTORY_WITH_STAFF, [...values, requestedBy]));
  if (!row) throw new Error('a statement of aggregates gave no row');
  return row;
}

/** The history of a sale that was found. */
export function historyOf(row: HistoryRow, { snapshot }: RefundedSale): RefundHistory {
  const { customerRefunds } = row;
  return {
    taken: takenOf(row),
    feesBefore: row.feesBefore,
    cancelledBefore: row.cancelledBefore,
    history: {
      firstOrder: row.firstOrder,
      refundsOfSale: row.refundsOfSale,
      ...(row.watched && { watched: row.watched }),
      customer: {
        refundCount90d: customerRefunds.count90d,
        refundSum365d: customerRefunds.sum365d,
        orderCount365d: row.orderCount365d,
        protectedGroup: snapshot.customer.protectedGroup ?? '',
        // Nobody can be blocked yet; the fact stands in the vocabulary of policies from the start.
        blocked: false,
      },
      ...{ customerRefunds, staffRefunds: row.staffRefunds },
      sums: {
        customer30d: customerRefunds.sum30d,
        sale: row.saleSum,
        staffDay: row.staffDay,
        merchantHour: row.merchantHour,
      },
    },
  };
}

const takenOf = (row: HistoryRow): Taken => ({
  lines: new Map(row.lines.map(({ ref, ...taken }) => [ref, taken])),
  shipping: { gross: row.shippingGross, tax: row.shippingTax },
});

export type HistoryRow = Readonly<{
  lines: readonly Readonly<{ ref: string; units: number; gross: number; tax: number }>[];
  shippingGross: number;
  shippingTax: number;
  feesBefore: number;
  cancelledBefore: number;
  saleSum: number;
  refundsOfSale: number;
  orderCount365d: number;
  firstOrder: boolean;
  /** The policy in force as this statement saw it. */ policyId: string | null;
  /** Null where the policy watches none. */ watched: WatchedSums | null;
}> &
  Pick<PolicyFacts, 'customerRefunds' | 'staffRefunds'> &
  Pick<PolicyFacts['sums'], 'staffDay' | 'merchantHour'>;

/** A column of the sale that the request names. */
const asked = (column: string): string => `(SELECT ${column} FROM asked)`;

/** Counts and sums of refunds that are all of the last year; sums in the sale's currency. */
const counts = (refunds: string): string => {
  const fields = [30, 90, 365].flatMap((days) => {
    const young = `r.created_at > now() - interval '${days} days'`;
    return [
      `'count${days}d', count(*) FILTER (WHERE ${young})`,
      `'sum${days}d', coalesce(sum(r.payout) FILTER (WHERE r.currency = ${asked('currency')} AND ${young}), 0)::bigint`,
    ];
  });
  return `(SELECT jsonb_build_object(${fields.join(', ')}) FROM ${refunds} AND r.created_at > now() - interval '365 days' AND ${isActive('r')})`;
};
const NO_REFUNDS = `'{"count30d": 0, "sum30d": 0, "count90d": 0, "sum90d": 0, "count365d": 0, "sum365d": 0}'::jsonb`;

const sumOf = (staff: boolean): Readonly<Record<WatchedLimit, string>> => ({
  merchantDay: `r.created_at >= w.day_at`,
  perStaffHour: staff ? `r.requested_by = $7 AND r.created_at > now() - interval '1 hour'` : 'false',
  perReasonHour: `r.reason = $5 AND r.created_at > now() - interval '1 hour'`,
  perReasonDay: `r.reason = $5 AND r.created_at >= w.day_at`,
});
/** One walk over the merchant's refunds of the day, for those whose policy has such a limit. */
const watchedSums = (staff: boolean): string => `(
      SELECT jsonb_build_object(${WATCHED_LIMITS.map((name) => `'${name}', coalesce(sum(r.payout) FILTER (WHERE ${sumOf(staff)[name]}), 0)::bigint`).join(', ')})
      FROM watched w JOIN refund r ON r.merchant_id = $1 AND r.currency = ${asked('currency')} AND r.created_at >= w.since AND ${isActive('r')})`;

const staffDay = `(SELECT coalesce(sum(r.payout), 0)::bigint FROM refund r
      WHERE r.merchant_id = $1 AND r.requested_by = $7 AND r.currency = ${asked('currency')} AND ${isActive('r')}
        AND r.created_at >= date_trunc('day', now() AT TIME ZONE ${asked('time_zone')}) AT TIME ZONE ${asked('time_zone')})`;

/** $1 merchant, $2 sale, $3 hours that are known, $4 reasons that waive, $5 reason, $6 limits of a policy that is tried, $7 who asks, where staff does. */
const history = (staff: boolean): string => `
  WITH asked AS MATERIALIZED (
    SELECT s.id, s.currency, s.placed_at, s.customer_id, c.email_hash, c.phone_hash, m.time_zone
    FROM sale s JOIN customer c ON c.id = s.customer_id JOIN merchant m ON m.id = s.merchant_id
    WHERE s.merchant_id = $1 AND s.sale_ref = $2
  ), on_sale AS MATERIALIZED (
    SELECT id, payout - short_amount AS payout, shipping_gross - given_back_shipping_gross AS shipping_gross,
      shipping_tax - given_back_shipping_tax AS shipping_tax, fee, reason FROM refund r WHERE r.sale_id = ${asked('id')} AND ${isActive('r')}
  ), on_line AS MATERIALIZED (
    SELECT sl.ref, sl.kind, r.reason, l.units - l.given_back_units AS units, l.gross - l.given_back_gross AS gross,
      l.tax - l.given_back_tax AS tax
    FROM on_sale r JOIN refund_line l ON l.refund_id = r.id JOIN sale_line sl ON sl.id = l.sale_line_id
  ), person AS MATERIALIZED (
    SELECT id FROM customer WHERE id = ${asked('customer_id')}
    UNION SELECT id FROM customer WHERE merchant_id = $1 AND email_hash = ${asked('email_hash')}
    UNION SELECT id FROM customer WHERE merchant_id = $1 AND phone_hash = ${asked('phone_hash')}
  ), in_force AS (
    SELECT id, watched_limits FROM policy_version WHERE merchant_id = $1 AND currency = ${asked('currency')} AND status = 'published'
  ), watched AS MATERIALIZED (
    SELECT coalesce($6::text[], (SELECT watched_limits FROM in_force), '{}') AS limits,
      least(day.at, now() - interval '1 hour') AS since, day.at AS day_at
    FROM (SELECT date_trunc('day', now() AT TIME ZONE ${asked('time_zone')}) AT TIME ZONE ${asked('time_zone')} AS at) day
  )
  SELECT sums.*,
    (SELECT id FROM in_force) AS "policyId",
    CASE WHEN (SELECT limits FROM watched) <> '{}' THEN ${watchedSums(staff)} END AS watched,
    (SELECT coalesce(jsonb_agg(t), '[]') FROM (
      SELECT ref, sum(units) AS units, sum(gross) AS gross, sum(tax) AS tax FROM on_line GROUP BY ref
    ) t) AS lines,
    (SELECT coalesce(sum(gross), 0)::bigint FROM on_line
      WHERE kind IN ('goods', 'service') AND reason <> ALL ($4::text[])) AS "cancelledBefore",
    ${counts('person JOIN refund r ON r.customer_id = person.id')} AS "customerRefunds",
    ${staff ? counts('refund r WHERE r.merchant_id = $1 AND r.requested_by = $7') : NO_REFUNDS} AS "staffRefunds",
    ${staff ? staffDay : '0::bigint'} AS "staffDay",
    (SELECT count(*) FROM sale s JOIN person ON person.id = s.customer_id
      WHERE s.placed_at > now() - interval '365 days') AS "orderCount365d",
    NOT EXISTS (SELECT FROM sale s JOIN person ON person.id = s.customer_id WHERE s.placed_at < ${asked('placed_at')}) AS "firstOrder",
    coalesce(($3::jsonb ->> ${asked('currency')})::bigint, (SELECT coalesce(sum(r.payout), 0)::bigint FROM refund r
      WHERE r.merchant_id = $1 AND r.currency = ${asked('currency')} AND r.created_at > now() - interval '1 hour' AND ${isActive('r')}
    )) AS "merchantHour"
  FROM (
    SELECT coalesce(sum(shipping_gross), 0)::bigint AS "shippingGross", coalesce(sum(shipping_tax), 0)::bigint AS "shippingTax",
      coalesce(sum(fee), 0)::bigint AS "feesBefore", coalesce(sum(payout), 0)::bigint AS "saleSum", count(*) AS "refundsOfSale"
    FROM on_sale
  ) sums`;
const HISTORY = history(false);
const HISTORY_WITH_STAFF = history(true);
