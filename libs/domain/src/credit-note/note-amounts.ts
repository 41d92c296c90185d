import type { CreditNoteBody, NoteAmounts, NoteParts } from './credit-note';

export const noteAmounts = (gross: number, tax: number): NoteAmounts => ({ gross, tax, net: gross - tax });

/** The totals of a document: lines, shipping and goodwill less the fee. */
export function noteTotals({
  lines,
  shipping,
  goodwill,
  fee,
}: NoteParts): Pick<CreditNoteBody, 'net' | 'tax' | 'total'> {
  const parts = [...lines, shipping, goodwill];
  const total = parts.reduce((sum, { gross }) => sum + gross, 0) - fee.gross;
  const tax = parts.reduce((sum, part) => sum + part.tax, 0) - fee.tax;
  return { net: total - tax, tax, total };
}
