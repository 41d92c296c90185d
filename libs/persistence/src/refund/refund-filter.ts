import type { RefundStatus } from '@zikui/domain';
import { partsOfCursor } from '../database/cursor';
import { isUuid } from '../database/uuid';
import { invalidField } from '../invalid-field';

export const REFUND_SORTS = ['createdAt', 'payBy'] as const;
type RefundSort = (typeof REFUND_SORTS)[number];

/** All given ones must hold. Times are RFC 3339; `From` is inclusive, `To` exclusive. */
export type RefundFilter = Readonly<{
  status?: RefundStatus;
  saleRef?: string;
  customerRef?: string;
  gateway?: string;
  externalRef?: string;
  createdFrom?: string;
  createdTo?: string;
  updatedFrom?: string;
  updatedTo?: string;
  /** Local dates; of refunds that have one. */ payByFrom?: string;
  payByTo?: string;
  /** Whether the legal date to pay by was missed. */ payMissed?: boolean;
  /** `payBy`: soonest first, of refunds that have such a date; also when left out beside a bound of `payBy`. Else newest first. */
  sort?: RefundSort;
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;

/** A list of refunds, without the place in it. */
export type RefundList = Omit<RefundFilter, 'limit' | 'after'>;
type RefundNarrowing = Omit<RefundList, 'sort'>;

/** Each filter as a condition on refund `r` of merchant $1; `value` is its parameter. Every one has an index. */
const CONDITIONS: Readonly<Record<keyof RefundNarrowing, (value: string) => string>> = {
  status: (value) => `r.status = ${value}`,
  saleRef: (value) => `r.sale_id = (SELECT id FROM sale WHERE merchant_id = $1 AND sale_ref = ${value})`,
  customerRef: (value) => `r.customer_id = (SELECT id FROM customer WHERE merchant_id = $1 AND ref = ${value})`,
  gateway: (value) =>
    `EXISTS (SELECT FROM transfer t WHERE t.merchant_id = $1 AND t.gateway = ${value} AND t.refund_id = r.id)`,
  externalRef: (value) => `r.external_ref = ${value}`,
  createdFrom: (value) => `r.created_at >= ${value}`,
  createdTo: (value) => `r.created_at < ${value}`,
  updatedFrom: (value) => `r.updated_at >= ${value}`,
  // Nothing changed before it was made, by which the index of the order begins there.
  updatedTo: (value) => `r.updated_at < ${value} AND r.created_at < ${value}`,
  payByFrom: (value) => `r.pay_by >= ${value}::date`,
  payByTo: (value) => `r.pay_by < ${value}::date`,
  payMissed: (value) => `r.pay_missed = ${value}::boolean`,
};

export type PageQuery = Readonly<{ sql: string; params: readonly unknown[] }>;
const CURSOR_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const CURSOR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** In which order a list is read: its column, what a cursor holds of it, and whether it falls. */
type Order = Readonly<{
  column: string;
  type: string;
  cursor: RegExp;
  falls: boolean;
  /** What an index of it asks for. */ only: readonly string[];
}>;
const ORDERS: Readonly<Record<RefundSort, Order>> = {
  createdAt: { column: 'r.created_at', type: 'timestamptz', cursor: CURSOR_INSTANT, falls: true, only: [] },
  payBy: { column: 'r.pay_by', type: 'date', cursor: CURSOR_DATE, falls: false, only: ['r.pay_by IS NOT NULL'] },
};

/** Newest first, a bound of legal dates would have all newer refunds read and passed by. */
export const sortOf = ({
  sort,
  payByFrom,
  payByTo,
}: Pick<RefundFilter, 'sort' | 'payByFrom' | 'payByTo'>): RefundSort =>
  sort ?? (payByFrom === undefined && payByTo === undefined ? 'createdAt' : 'payBy');

/** How the rows of a page are ordered, for whoever reads them by their ids. */
export function orderOf(filter: Pick<RefundFilter, 'sort' | 'payByFrom' | 'payByTo'>): string {
  const { column, falls } = ORDERS[sortOf(filter)];
  const direction = falls ? ' DESC' : '';
  return `ORDER BY ${column}${direction}, r.id${direction}`;
}

/** What each of the given filters asks of refund `r`. */
function conditionsOf(filter: RefundNarrowing, parameter: (value: unknown) => string): string[] {
  return Object.entries(CONDITIONS).flatMap(([name, condition]) => {
    const value = filter[name as keyof typeof CONDITIONS];
    return value === undefined ? [] : [condition(parameter(value))];
  });
}

/** Selects how many refunds fit and what they pay, by currency; of `most` and one more it reads nothing further. */
export function countQuery(merchantId: string, filter: RefundList, most: number): PageQuery {
  const params: unknown[] = [merchantId];
  const parameter = (value: unknown): string => `$${String(params.push(value))}`;
  const { only } = ORDERS[sortOf(filter)];
  const where = ['r.merchant_id = $1', ...only, ...conditionsOf(filter, parameter)].join(' AND ');
  const fitting = `SELECT r.currency, r.payout FROM refund r WHERE ${where} LIMIT ${parameter(most + 1)}`;
  const sql = `SELECT currency, count(*)::int AS count, sum(payout) AS payout FROM (${fitting}) f GROUP BY currency ORDER BY currency`;
  return { sql, params };
}

/** Selects the ids of one page, in its order, and one more that tells whether there is a next page. */
export function pageQuery(merchantId: string, filter: RefundFilter): PageQuery {
  const params: unknown[] = [merchantId];
  const parameter = (value: unknown): string => `$${String(params.push(value))}`;
  const { column, type, cursor, falls, only } = ORDERS[sortOf(filter)];
  const conditions = conditionsOf(filter, parameter);
  if (filter.after !== undefined) {
    const [at = '', id = ''] = partsOfCursor(filter.after, ['string', 'string']).map(String);
    if (!cursor.test(at) || !isUuid(id)) throw invalidField('/after', 'not a cursor of this list');
    const behind = `(${parameter(at)}::${type}, ${parameter(id)}::uuid)`;
    conditions.push(`(${column}, r.id) ${falls ? '<' : '>'} ${behind}`);
  }
  const where = ['r.merchant_id = $1', ...only, ...conditions].join(' AND ');
  const sql = `SELECT r.id FROM refund r WHERE ${where} ${orderOf(filter)} LIMIT ${parameter(filter.limit + 1)}`;
  return { sql, params };
}
