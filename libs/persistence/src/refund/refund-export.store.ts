import { publicId, type Principal, type RefundColumn, type TabledRefund } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import { cursorOf } from '../database/cursor';
import type { Database } from '../database/database';
import { instantText, instantTextOrNull } from '../database/instant-text';
import { PLANNED_ANEW } from '../database/prepared-statement';
import { orderOf, pageQuery, sortOf, type RefundList } from './refund-filter';

/** What leaves the house: which columns, how many rows, and whether there were more. */
type RefundExport = Readonly<{ columns: readonly RefundColumn[]; rows: number; more: boolean }>;

/** So many are read at once: a file of any length takes the memory of them. */
const PAGE = 500;

/** Lists of refunds that are taken out of the house. */
export class RefundExportStore {
  constructor(
    private readonly database: Database,
    private readonly page = PAGE,
  ) {}

  /**
   * The first `rows` of the list, page by page, by the query that the list itself is read with; each page is a reading
   * of its own and holds nothing in between. That somebody took them is written down before the first one.
   */
  async *export(principal: Principal, list: RefundList, taken: RefundExport): AsyncGenerator<readonly TabledRefund[]> {
    await this.begin(principal, list, taken);
    let after: string | undefined;
    for (let left = taken.rows; left > 0;) {
      const limit = Math.min(this.page, left);
      const filter = { ...list, limit, ...(after !== undefined && { after }) };
      const { sql, params } = pageQuery(principal.merchantId, filter);
      const statement = `${PLANNED_ANEW} ${TABLED} WHERE r.merchant_id = $1 AND r.id = ANY (ARRAY(${sql})) ${orderOf(filter)}`;
      const found = await this.database.read(principal, (tx) => tx.query<TabledRefund>(statement, params));
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(tabledOf);
      if (found.length <= limit) return;
      after = cursorOf(sortOf(filter) === 'payBy' ? (last.payBy ?? '') : instantText(last.createdAt), last.id);
      left -= rows.length;
    }
  }

  private begin(principal: Principal, list: RefundList, { columns, rows, more }: RefundExport): Promise<void> {
    const data = { ...toldOf(list), columns: columns.join(' '), rows, more };
    const about = { refundId: null, action: 'refunds.exported', subject: 'refunds', data };
    return this.database.write(principal, (tx) => appendAudit(tx, { ...doneBy(principal), ...about }));
  }
}

/** References may tell of a person, and the book keeps what it was told for ever: of them it holds only that they narrowed. */
const REFERENCES: ReadonlySet<string> = new Set<keyof RefundList>(['saleRef', 'customerRef', 'externalRef']);
const toldOf = (list: RefundList): Readonly<Record<string, string | boolean>> =>
  Object.fromEntries(
    Object.entries<string | boolean | undefined>(list).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, REFERENCES.has(name) ? true : value]],
    ),
  );

const tabledOf = ({ id, createdAt, updatedAt, completedAt, ...row }: TabledRefund): TabledRefund => ({
  ...row,
  id: publicId('refund', id),
  createdAt: instantText(createdAt),
  updatedAt: instantText(updatedAt),
  completedAt: instantTextOrNull(completedAt),
});

const TABLED = `
SELECT r.id, r.status, r.payout, r.fee, r.currency, s.sale_ref AS "saleRef", c.ref AS "customerRef", r.reason, r.pay_by AS "payBy",
  r.created_at AS "createdAt", r.updated_at AS "updatedAt", r.completed_at AS "completedAt", r.destination,
  coalesce((SELECT jsonb_agg(DISTINCT t.gateway) FROM transfer t WHERE t.refund_id = r.id), '[]') AS gateways,
  r.requester, r.external_ref AS "externalRef"
FROM refund r JOIN sale s ON s.id = r.sale_id JOIN customer c ON c.id = r.customer_id`;
