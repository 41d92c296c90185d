import { publicId, type CreditNoteBody, type CreditNoteType, type Money, type NoteAmounts } from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';

type NotePartView = Readonly<{ gross: Money; tax: Money; net: Money }>;
type NoteLineView = NotePartView & Readonly<{ ref: string; description: string; units: number }>;

/** A credit note or counter note, complete as it is printed. Names of the customer stand in no document. */
export type CreditNoteDocument = Readonly<{
  id: string;
  refundId: string;
  saleRef: string;
  /** Ref of the legal entity; with the type it names the series. */ legalEntity: string;
  documentType: CreditNoteType;
  status: 'draft' | 'issued';
  /** As printed; null while it waits for the invoice as a draft. */ number: string | null;
  seller: CreditNoteBody['seller'];
  buyerRef: string;
  /** The invoice that it lowers. */ invoice: CreditNoteBody['invoice'];
  lines: readonly NoteLineView[];
  shipping: NotePartView;
  goodwill: NotePartView;
  fee: NotePartView;
  net: Money;
  tax: Money;
  total: Money;
  createdAt: string;
  issuedAt: string | null;
}>;

/** A row of `SELECT_CREDIT_NOTES`. */
export type CreditNoteRecord = Readonly<{
  id: string;
  refundId: string;
  saleRef: string;
  legalEntity: string;
  documentType: CreditNoteType;
  status: 'draft' | 'issued';
  number: string | null;
  body: CreditNoteBody;
  createdAt: string;
  issuedAt: string | null;
}>;

export const SELECT_CREDIT_NOTES = `
SELECT n.id, n.refund_id AS "refundId", s.sale_ref AS "saleRef", e.ref AS "legalEntity", n.document_type AS "documentType", n.status,
  n.display_number AS number, n.body, n.created_at AS "createdAt", n.issued_at AS "issuedAt"
FROM credit_note n JOIN credit_note_series q ON q.id = n.series_id JOIN legal_entity e ON e.id = q.legal_entity_id
  JOIN refund r ON r.id = n.refund_id JOIN sale s ON s.id = r.sale_id`;

export function creditNoteDocumentOf({ body, ...record }: CreditNoteRecord): CreditNoteDocument {
  const { seller, buyerRef, invoice, lines, shipping, goodwill, fee, currency } = body;
  const money = (amount: number): Money => ({ amount, currency });
  const part = ({ gross, tax, net }: NoteAmounts): NotePartView => ({
    ...{ gross: money(gross), tax: money(tax), net: money(net) },
  });
  return {
    ...record,
    id: publicId('creditNote', record.id),
    refundId: publicId('refund', record.refundId),
    ...{ seller, buyerRef, invoice },
    lines: lines.map(({ ref, description, units, ...amounts }) => ({ ref, description, units, ...part(amounts) })),
    ...{ shipping: part(shipping), goodwill: part(goodwill), fee: part(fee) },
    ...{ net: money(body.net), tax: money(body.tax), total: money(body.total) },
    createdAt: instantText(record.createdAt),
    issuedAt: instantTextOrNull(record.issuedAt),
  };
}
