import { publicId, type Principal, type Role } from '@zikui/domain';
import { cursorOf, partsOfCursor } from '../database/cursor';
import type { Database } from '../database/database';
import { instantText } from '../database/instant-text';
import type { Page } from '../database/page';
import { appendAudit, doneBy } from './append-audit';

/** An entry of the audit log as auditors see it. */
export type AuditEntryView = Readonly<{
  /** Of the entry in its chain, from 1. */ no: number;
  /** `merchant` or the refund whose acts follow each other. */ chain: string;
  at: string;
  actor: string;
  owner: string | null;
  role: Role | null;
  address: string | null;
  action: string;
  subject: string;
  data: Readonly<Record<string, string | number | boolean | null>>;
  prevHash: string;
  hash: string;
}>;
export type AuditFilter = Readonly<{
  actor?: string;
  action?: string;
  subject?: string;
  /** UUID of the refund. */ refundId?: string;
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;
/** Whole days in UTC, both included. */
export type AuditDays = Readonly<{ fromDay: string; toDay: string }>;

const EXPORT_PAGE = 1_000;

/** The book of what people and keys did, for those who look on. */
export class AuditLogStore {
  constructor(private readonly database: Database) {}

  /** Newest first. Throws `invalid_field` for a cursor that is none. */
  async list(merchantId: string, filter: AuditFilter): Promise<Page<AuditEntryView>> {
    const { actor, action, subject, refundId, limit, after } = filter;
    const before = after === undefined ? null : Number(partsOfCursor(after, ['number'])[0]);
    const chain = refundId === undefined ? null : `refund:${refundId}`;
    const params = [merchantId, actor ?? null, action ?? null, subject ?? null, chain, before, limit + 1];
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<AuditRow>(LIST, params));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(viewOf), next: rows.length > limit && last ? cursorOf(last.id) : null };
  }

  /** Everything of those days, oldest first, page by page; that somebody took it is written down before the first one. */
  async *export(principal: Principal, days: AuditDays): AsyncGenerator<readonly AuditEntryView[]> {
    const { merchantId } = principal;
    const upTo = await this.begin(principal, days);
    for (let after = 0; ;) {
      const params = [merchantId, days.fromDay, days.toDay, after, upTo, EXPORT_PAGE];
      const rows = await this.database.read(principal, (tx) => tx.query<AuditRow>(EXPORT, params));
      if (rows.length === 0) return;
      yield rows.map(viewOf);
      after = rows.at(-1)?.id ?? upTo;
    }
  }

  private begin(principal: Principal, { fromDay, toDay }: AuditDays): Promise<number> {
    return this.database.write(principal, async (tx) => {
      const [last] = await tx.query<{ id: number | null }>(
        'SELECT max(id) AS id FROM audit_entry WHERE merchant_id = $1',
        [principal.merchantId],
      );
      const about = { refundId: null, action: 'audit.exported', subject: 'audit', data: { fromDay, toDay } };
      await appendAudit(tx, { ...doneBy(principal), ...about });
      return last?.id ?? 0;
    });
  }
}

type AuditRow = Omit<AuditEntryView, 'chain'> & Readonly<{ id: number; chain: string }>;

const viewOf = ({ id: _id, ...row }: AuditRow): AuditEntryView => ({
  ...row,
  chain: row.chain.startsWith('refund:') ? publicId('refund', row.chain.slice('refund:'.length)) : 'merchant',
  at: instantText(row.at),
});

const SELECT = `
SELECT id, no, chain, at, actor, owner, role, address, action, subject, data, prev_hash AS "prevHash", hash FROM audit_entry`;

const LIST = `${SELECT}
WHERE merchant_id = $1 AND ($2::text IS NULL OR actor = $2) AND ($3::text IS NULL OR action = $3) AND ($4::text IS NULL OR subject = $4)
  AND ($5::text IS NULL OR chain = $5) AND ($6::bigint IS NULL OR id < $6)
ORDER BY id DESC LIMIT $7`;

const EXPORT = `${SELECT}
WHERE merchant_id = $1 AND at >= $2::date::timestamp AT TIME ZONE 'UTC' AND at < ($3::date + 1)::timestamp AT TIME ZONE 'UTC' AND id > $4 AND id <= $5
ORDER BY id LIMIT $6`;
