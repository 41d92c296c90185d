import { ON_PAGE, type AuditCheck } from './audit-check';

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
    sentence:
      'the credit notes of a completed refund are over what settled, and counter notes over no more than came back',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r JOIN sale s ON s.id = r.sale_id,
        LATERAL (SELECT coalesce(sum(n.total) FILTER (WHERE n.document_type = 'credit_note'), 0) AS credited,
            coalesce(sum(n.total) FILTER (WHERE n.document_type = 'counter_note'), 0) AS countered FROM credit_note n WHERE n.refund_id = r.id) notes,
        LATERAL (SELECT coalesce(sum(t.amount) FILTER (WHERE t.settled_at IS NOT NULL), 0) AS settled,
            coalesce(sum(t.amount) FILTER (WHERE t.status = 'reversed'), 0) AS reversed FROM transfer t WHERE t.refund_id = r.id) moved
      WHERE ${ON_PAGE('r')} AND r.status = 'completed'
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(s.snapshot -> 'lines') line WHERE line ->> 'kind' = 'donation')
        AND (notes.credited <> moved.settled OR notes.countered > moved.reversed)`,
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
