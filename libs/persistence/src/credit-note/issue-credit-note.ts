import {
  composeCreditNote,
  creditNoteDue,
  RefundError,
  type CreditNoteBody,
  type CreditNoteFacts,
} from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import type { LoadedRefund } from '../refund/loaded-refund';

type DocumentFacts = Pick<CreditNoteFacts, 'seller' | 'sale'>;

/**
 * Writes the credit note of a completion, with its number if the sale has an invoice. The number is taken from a locked
 * counter row in this very transaction: a transaction that is undone gives it back, so the series has no gap. Returns the
 * number as it is printed; null when there is no note, or it waits as a draft.
 */
export async function issueCreditNote(tx: Tx, refund: LoadedRefund): Promise<string | null> {
  const { seller, sale } = await documentFacts(tx, refund);
  const due = creditNoteDue(sale, refund.lines);
  if (due === 'none') return null;

  const { shipping, goodwill, fee } = refund.decided.quote;
  const body = composeCreditNote({
    seller,
    sale,
    refunded: { lines: refund.lines, shipping, goodwill, fee },
    settled: refund.transfers
      .filter(({ status }) => status === 'settled')
      .reduce((total, { amount }) => total + amount, 0),
  });
  return write(tx, refund, body, due === 'issued');
}

async function documentFacts(tx: Tx, { saleId, legalEntityId }: LoadedRefund): Promise<DocumentFacts> {
  const [facts] = await tx.query<DocumentFacts>(
    `SELECT jsonb_build_object('name', e.name, 'registrationNumber', e.registration_number, 'address', e.address) AS seller,
       s.snapshot AS sale
     FROM sale s, legal_entity e WHERE s.id = $1 AND e.id = $2`,
    [saleId, legalEntityId],
  );
  if (!facts) throw new RefundError('internal');
  return facts;
}

async function write(tx: Tx, refund: LoadedRefund, body: CreditNoteBody, isIssued: boolean): Promise<string | null> {
  const { net, tax, total, currency, type } = body;
  const [note] = await tx.query<{ displayNumber: string | null }>(WRITE, [
    newId(),
    refund.merchantId,
    refund.legalEntityId,
    type,
    isIssued,
    newId(),
    refund.id,
    currency,
    net,
    tax,
    total,
    JSON.stringify(body),
  ]);
  await failpoint('note.after_number');
  return note?.displayNumber ?? null;
}

// The upsert makes the series when it is needed first, and locks its row until COMMIT: one number at a time.
const WRITE = `
WITH series AS (
  INSERT INTO credit_note_series (id, merchant_id, legal_entity_id, document_type, prefix, next_number)
  VALUES ($1, $2, $3, $4::text, 'CN-', CASE WHEN $5::boolean THEN 2 ELSE 1 END)
  ON CONFLICT (legal_entity_id, document_type)
    DO UPDATE SET next_number = credit_note_series.next_number + CASE WHEN $5::boolean THEN 1 ELSE 0 END
  RETURNING id, prefix, next_number - 1 AS number
)
INSERT INTO credit_note (id, merchant_id, series_id, refund_id, document_type, completion, status, number, display_number, currency,
  net, tax, total, body, issued_at)
SELECT $6, $2, series.id, $7, $4::text,
  (SELECT coalesce(max(completion), 0) + 1 FROM credit_note WHERE refund_id = $7 AND document_type = $4::text),
  CASE WHEN $5::boolean THEN 'issued' ELSE 'draft' END, CASE WHEN $5::boolean THEN series.number END,
  CASE WHEN $5::boolean THEN series.prefix || series.number END, $8, $9, $10, $11, $12::jsonb, CASE WHEN $5::boolean THEN now() END
FROM series
RETURNING display_number AS "displayNumber"`;
