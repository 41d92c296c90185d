import { AWAITS_REPAIR, ON_PAGE, type AuditCheck } from './audit-check';

/** Documents: series without a gap, and notes over exactly what settled (I7, P10). */
export const CREDIT_NOTES: readonly AuditCheck[] = [
  {
    id: 'A7.series',
    rule: 'I7',
    sentence: 'a series of documents begins at 1 and has no gap',
    subject: 'credit_note_series',
    broken: `
      SELECT s.id FROM credit_note_series s,
        LATERAL (SELECT count(n.number) AS count, coalesce(min(n.number), 1) AS first, coalesce(max(n.number), 0) AS last
          FROM credit_note n WHERE n.series_id = s.id) notes
      WHERE ${ON_PAGE('s')} AND (notes.first <> 1 OR notes.last <> notes.count OR s.next_number <> notes.count + 1)`,
  },
  {
    id: 'A7.totals',
    rule: 'I7',
    sentence: 'the credit notes of a completed refund, less its counter notes, are over what settled',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r JOIN sale s ON s.id = r.sale_id,
        LATERAL (SELECT coalesce(sum(CASE n.document_type WHEN 'credit_note' THEN n.total ELSE -n.total END), 0) AS credited
          FROM credit_note n WHERE n.refund_id = r.id) notes,
        LATERAL (SELECT coalesce(sum(t.amount), 0) AS settled FROM transfer t WHERE t.refund_id = r.id AND t.status = 'settled') moved
      WHERE ${ON_PAGE('r')} AND r.status = 'completed' AND r.origin = 'request' AND NOT ${AWAITS_REPAIR('r')}
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(s.snapshot -> 'lines') line WHERE line ->> 'kind' = 'donation')
        AND notes.credited <> moved.settled`,
  },
  {
    id: 'A7.countered',
    rule: 'I7',
    sentence: 'a transfer that came back and that a credit note is over has one counter note, over its amount',
    subject: 'transfer',
    broken: `
      SELECT t.id FROM transfer t JOIN refund r ON r.id = t.refund_id,
        LATERAL (SELECT coalesce(sum(n.total), 0) AS total FROM credit_note n
          WHERE n.refund_id = t.refund_id AND n.document_type = 'counter_note' AND jsonb_exists(n.transfers, t.id::text)) counter
      WHERE ${ON_PAGE('t')} AND NOT ${AWAITS_REPAIR('r')} AND r.updated_at <= now() - make_interval(secs => $3)
        AND t.updated_at <= now() - make_interval(secs => $3)
        AND counter.total <> CASE WHEN t.status = 'reversed' AND EXISTS (SELECT FROM credit_note n
          WHERE n.refund_id = t.refund_id AND n.document_type = 'credit_note' AND jsonb_exists(n.transfers, t.id::text)) THEN t.amount ELSE 0 END`,
    // News of a further transfer that came back reach a repair that runs a moment later.
    mayLastSeconds: 60,
  },
  {
    id: 'A7.invoices',
    rule: 'I7',
    sentence: 'an issued document refers to an invoice',
    subject: 'credit_note',
    broken: `
      SELECT n.id FROM credit_note n JOIN refund r ON r.id = n.refund_id JOIN sale s ON s.id = r.sale_id
      WHERE ${ON_PAGE('n')} AND n.status = 'issued' AND coalesce(jsonb_typeof(s.snapshot -> 'invoice'), 'null') = 'null'`,
  },
  {
    id: 'A7.amounts',
    rule: 'P10',
    sentence: 'the amounts of a document add up and are those that it prints',
    subject: 'credit_note',
    broken: `
      SELECT n.id FROM credit_note n WHERE ${ON_PAGE('n')} AND (n.net + n.tax <> n.total
        OR (n.net, n.tax, n.total, n.currency::text) IS DISTINCT FROM
          ((n.body ->> 'net')::bigint, (n.body ->> 'tax')::bigint, (n.body ->> 'total')::bigint, n.body ->> 'currency'))`,
  },
];
