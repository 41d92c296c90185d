import { invariant } from '../invariant';
import { roundedShare } from '../quote/share';
import type { CreditNoteBody, NoteAmounts } from './credit-note';
import { noteAmounts, noteTotals } from './note-amounts';

/** A stretch of the note's parts laid end to end: from, up to but not including. */
type Stretch = Readonly<{ from: number; to: number }>;

/**
 * The document over a transfer that was reversed: the part of the note that this transfer had filled. `transfers` are the
 * amounts that settled, in their order, and `index` the one that came back. Transfers fill lines, shipping and goodwill one
 * after the other; the fee stands on the first. The counter notes of all transfers sum to the note, part by part.
 */
export function composeCounterNote(note: CreditNoteBody, transfers: readonly number[], index: number): CreditNoteBody {
  const amount = transfers[index];
  invariant(amount !== undefined, `the reversed transfer is one of the note's, got index ${index}`);
  invariant(sum(transfers) === note.total, `transfers sum to the note (${note.total}), got ${sum(transfers)}`);

  // The first transfer fills the fee's worth more: the customer got that much less of it.
  const from = index === 0 ? 0 : note.fee.gross + sum(transfers.slice(0, index));
  const filled: Stretch = { from, to: note.fee.gross + sum(transfers.slice(0, index + 1)) };

  let start = 0;
  const cut = (part: NoteAmounts): NoteAmounts => {
    const piece = pieceOf(part, { from: filled.from - start, to: filled.to - start });
    start += part.gross;
    return piece;
  };
  const lines = note.lines.map((line) => {
    const piece = cut(line);
    const isFinished = start > filled.from && start <= filled.to;
    return { ref: line.ref, description: line.description, units: isFinished ? line.units : 0, ...piece };
  });
  const parts = {
    lines: lines.filter(({ gross }) => gross > 0),
    shipping: cut(note.shipping),
    goodwill: cut(note.goodwill),
    fee: index === 0 ? note.fee : noteAmounts(0, 0),
  };
  const totals = noteTotals(parts);
  invariant(totals.total === amount, `a counter note is over what came back (${amount}), got ${totals.total}`);
  return { ...note, type: 'counter_note', ...parts, ...totals };
}

/** The piece of a part inside a stretch, both counted from the part's beginning. Taxes of adjoining pieces sum exactly. */
function pieceOf(part: NoteAmounts, { from, to }: Stretch): NoteAmounts {
  const begin = Math.min(Math.max(from, 0), part.gross);
  const end = Math.min(Math.max(to, 0), part.gross);
  if (begin === end) return noteAmounts(0, 0);
  const taxUpTo = (gross: number): number => roundedShare(part.tax, gross, part.gross);
  return noteAmounts(end - begin, taxUpTo(end) - taxUpTo(begin));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
