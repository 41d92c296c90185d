import { publicId, uuidOf, type CreditNoteType } from '@zikui/domain';
import { newId } from '@zikui/persistence';
import type { TestDatabase } from './database.builder';

type Note = Readonly<{ documentType?: CreditNoteType; completion?: number; issuedAt?: string | null }>;

/** A document of a refund, issued with the next number of its series unless `issuedAt` is null; its public id. */
export async function noteOf(
  { db }: Readonly<{ db: TestDatabase }>,
  refundId: string,
  note: Note = {},
): Promise<string> {
  const id = newId();
  const { documentType = 'credit_note', completion = 1, issuedAt = '2026-11-20T10:00:00Z' } = note;
  const params = [id, uuidOf('refund', refundId), documentType, completion, issuedAt, JSON.stringify(BODY)];
  await db.query(STORE, params);
  return publicId('creditNote', id);
}

const nothing = { gross: 0, tax: 0, net: 0 };
const BODY = {
  v: 1,
  seller: { name: 'Shop Ltd', registrationNumber: '515151515', address: 'Herzl 1, Tel Aviv' },
  buyerRef: 'c-1',
  invoice: { number: 'INV-7', issuedAt: '2026-11-01T10:00:00Z' },
  saleRef: 's-1',
  currency: 'ILS',
  lines: [{ ref: 'l1', description: 'Shirt', units: 1, gross: 118, tax: 18, net: 100 }],
  ...{ shipping: nothing, goodwill: nothing, fee: nothing },
  ...{ net: 100, tax: 18, total: 118 },
};

const STORE = `
WITH series AS (
  INSERT INTO credit_note_series (id, merchant_id, legal_entity_id, document_type, prefix)
  SELECT gen_random_uuid(), merchant_id, legal_entity_id, $3::varchar, CASE $3::varchar WHEN 'credit_note' THEN 'CN-' ELSE 'CT-' END FROM refund WHERE id = $2::uuid
  ON CONFLICT (legal_entity_id, document_type) DO UPDATE SET next_number = credit_note_series.next_number + CASE WHEN $5::timestamptz IS NULL THEN 0 ELSE 1 END
  RETURNING id, merchant_id, prefix, next_number - CASE WHEN $5::timestamptz IS NULL THEN 0 ELSE 1 END AS number
)
INSERT INTO credit_note (id, merchant_id, series_id, refund_id, document_type, completion, status, number, display_number, currency, net, tax, total, body, issued_at)
SELECT $1::uuid, merchant_id, id, $2::uuid, $3::varchar, $4::integer, CASE WHEN $5::timestamptz IS NULL THEN 'draft' ELSE 'issued' END,
  CASE WHEN $5::timestamptz IS NOT NULL THEN number END, CASE WHEN $5::timestamptz IS NOT NULL THEN prefix || number END,
  'ILS', 100, 18, 118, $6::jsonb, $5::timestamptz FROM series`;
