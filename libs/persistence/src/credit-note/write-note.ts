import type { CreditNoteType, DueNote, WrittenNote } from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import type { LoadedRefund } from '../refund/loaded-refund';

const PREFIX: Readonly<Record<CreditNoteType, string>> = { credit_note: 'CN-', counter_note: 'CT-' };

/** The documents of a refund, in the order in which they were written. */
export const writtenNotes = (tx: Tx, refundId: string): Promise<readonly WrittenNote[]> =>
  tx.query<WrittenNote>(WRITTEN, [refundId]);

/**
 * Writes a document with its number. The number is taken from a locked counter row in this very transaction: a
 * transaction that is undone gives it back, so the series has no gap. Returns the number as it is printed; null for a
 * draft.
 */
export async function writeNote(
  tx: Tx,
  refund: Pick<LoadedRefund, 'id' | 'merchantId' | 'legalEntityId'>,
  { transfers, isIssued, body }: DueNote,
): Promise<string | null> {
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
    JSON.stringify(transfers),
    PREFIX[type],
  ]);
  await failpoint('note.after_number');
  return note?.displayNumber ?? null;
}

const WRITTEN = `
SELECT transfers, status = 'issued' AS "isIssued", body FROM credit_note WHERE refund_id = $1
ORDER BY created_at, document_type DESC, completion`;

// The upsert makes the series when it is needed first, and locks its row until COMMIT: one number at a time.
const WRITE = `
WITH series AS (
  INSERT INTO credit_note_series (id, merchant_id, legal_entity_id, document_type, prefix, next_number)
  VALUES ($1, $2, $3, $4::text, $14::text, CASE WHEN $5::boolean THEN 2 ELSE 1 END)
  ON CONFLICT (legal_entity_id, document_type)
    DO UPDATE SET next_number = credit_note_series.next_number + CASE WHEN $5::boolean THEN 1 ELSE 0 END
  RETURNING id, prefix, next_number - 1 AS number
)
INSERT INTO credit_note (id, merchant_id, series_id, refund_id, document_type, completion, status, number, display_number, currency,
  net, tax, total, body, transfers, issued_at)
SELECT $6, $2, series.id, $7, $4::text,
  (SELECT coalesce(max(completion), 0) + 1 FROM credit_note WHERE refund_id = $7 AND document_type = $4::text),
  CASE WHEN $5::boolean THEN 'issued' ELSE 'draft' END, CASE WHEN $5::boolean THEN series.number END,
  CASE WHEN $5::boolean THEN series.prefix || series.number END, $8, $9, $10, $11, $12::jsonb, $13::jsonb,
  CASE WHEN $5::boolean THEN now() END
FROM series
RETURNING display_number AS "displayNumber"`;
