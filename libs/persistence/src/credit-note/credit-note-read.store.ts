import type { CreditNoteType } from '@zikui/domain';
import type { Database } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import type { Page } from '../database/page';
import { PLANNED_ANEW } from '../database/prepared-statement';
import {
  creditNoteDocumentOf,
  SELECT_CREDIT_NOTES,
  type CreditNoteDocument,
  type CreditNoteRecord,
} from './credit-note-document';

/** All given ones must hold. Times are RFC 3339; `From` is inclusive, `To` exclusive. */
export type CreditNoteFilter = Readonly<{
  /** As printed. */ number?: string;
  /** UUID. */ refundId?: string;
  saleRef?: string;
  /** Ref of a legal entity; with `documentType` one series. */ legalEntity?: string;
  documentType?: CreditNoteType;
  status?: 'draft' | 'issued';
  issuedFrom?: string;
  issuedTo?: string;
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;

/** Documents as merchants and their accountants read them. */
export class CreditNoteReadStore {
  constructor(private readonly database: Database) {}

  async find(merchantId: string, id: string): Promise<CreditNoteDocument | undefined> {
    const [record] = await this.database.read({ merchantId }, (tx) =>
      tx.query<CreditNoteRecord>(FIND, [merchantId, id]),
    );
    return record && creditNoteDocumentOf(record);
  }

  /** Newest first. Throws `invalid_field` for a cursor that is none. */
  async list(merchantId: string, { limit, after, ...filter }: CreditNoteFilter): Promise<Page<CreditNoteDocument>> {
    const from = idBehind(after);
    const params: unknown[] = [merchantId];
    const parameter = (value: unknown): string => `$${String(params.push(value))}`;
    const conditions = Object.entries(CONDITIONS).flatMap(([name, condition]) => {
      const value = filter[name as keyof typeof CONDITIONS];
      return value === undefined ? [] : [condition(parameter(value))];
    });
    if (from !== null) conditions.push(`n.id < ${parameter(from)}::uuid`);
    const where = ['n.merchant_id = $1', ...conditions].join(' AND ');
    const sql = `${PLANNED_ANEW} ${SELECT_CREDIT_NOTES} WHERE ${where} ORDER BY n.id DESC LIMIT ${parameter(limit + 1)}`;
    const records = await this.database.read({ merchantId }, (tx) => tx.query<CreditNoteRecord>(sql, params));
    return pageById(records, limit, creditNoteDocumentOf);
  }
}

/** Each filter as a condition on note `n` of merchant $1; `value` is its parameter. */
const CONDITIONS: Readonly<Record<keyof Omit<CreditNoteFilter, 'limit' | 'after'>, (value: string) => string>> = {
  number: (value) => `n.display_number = ${value}`,
  refundId: (value) => `n.refund_id = ${value}::uuid`,
  saleRef: (value) =>
    `n.refund_id IN (SELECT f.id FROM refund f JOIN sale o ON o.id = f.sale_id WHERE o.merchant_id = $1 AND o.sale_ref = ${value})`,
  legalEntity: (value) => `e.ref = ${value}`,
  documentType: (value) => `n.document_type = ${value}`,
  status: (value) => `n.status = ${value}`,
  issuedFrom: (value) => `n.issued_at >= ${value}::timestamptz`,
  issuedTo: (value) => `n.issued_at < ${value}::timestamptz`,
};

const FIND = `${SELECT_CREDIT_NOTES} WHERE n.merchant_id = $1 AND n.id = $2`;
