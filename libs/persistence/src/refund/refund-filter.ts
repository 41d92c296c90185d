import type { RefundStatus } from '@zikui/domain';
import { partsOfCursor } from '../database/cursor';
import { isUuid } from '../database/uuid';
import { invalidField } from '../invalid-field';

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
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;

/** Each filter as a condition on refund `r` of merchant $1; `value` is its parameter. Every one has an index. */
const CONDITIONS: Readonly<Record<keyof Omit<RefundFilter, 'limit' | 'after'>, (value: string) => string>> = {
  status: (value) => `r.status = ${value}`,
  saleRef: (value) => `r.sale_id = (SELECT id FROM sale WHERE merchant_id = $1 AND sale_ref = ${value})`,
  customerRef: (value) => `r.customer_id = (SELECT id FROM customer WHERE merchant_id = $1 AND ref = ${value})`,
  gateway: (value) =>
    `EXISTS (SELECT FROM transfer t WHERE t.merchant_id = $1 AND t.gateway = ${value} AND t.refund_id = r.id)`,
  externalRef: (value) => `r.external_ref = ${value}`,
  createdFrom: (value) => `r.created_at >= ${value}`,
  createdTo: (value) => `r.created_at < ${value}`,
  updatedFrom: (value) => `r.updated_at >= ${value}`,
  updatedTo: (value) => `r.updated_at < ${value}`,
};

export type PageQuery = Readonly<{ sql: string; params: readonly unknown[] }>;
const CURSOR_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Selects the ids of one page, newest first, and one more that tells whether there is a next page. */
export function pageQuery(merchantId: string, filter: RefundFilter): PageQuery {
  const params: unknown[] = [merchantId];
  const parameter = (value: unknown): string => `$${String(params.push(value))}`;
  const conditions = Object.entries(CONDITIONS).flatMap(([name, condition]) => {
    const value = filter[name as keyof typeof CONDITIONS];
    return value === undefined ? [] : [condition(parameter(value))];
  });
  if (filter.after !== undefined) {
    const [createdAt = '', id = ''] = partsOfCursor(filter.after, ['string', 'string']).map(String);
    if (!CURSOR_INSTANT.test(createdAt) || !isUuid(id)) throw invalidField('/after', 'not a cursor of this list');
    conditions.push(`(r.created_at, r.id) < (${parameter(createdAt)}::timestamptz, ${parameter(id)}::uuid)`);
  }
  const where = ['r.merchant_id = $1', ...conditions].join(' AND ');
  const sql = `SELECT r.id FROM refund r WHERE ${where} ORDER BY r.created_at DESC, r.id DESC LIMIT ${parameter(filter.limit + 1)}`;
  return { sql, params };
}
