import { invariant } from '../invariant';
import { composeCounterNote } from './compose-counter-note';
import type { CreditNoteBody, NoteAmounts, NoteLine } from './credit-note';
import { noteAmounts, noteTotals } from './note-amounts';

/**
 * The credit note of a repair: the parts that counter notes took back, as far as they were paid anew. `counters` are
 * those since the last credit note, in their order, and `settled` is what the repair paid, from 1 to their sum. Paid in
 * full, it gives back exactly what they took.
 */
export function composeRepairNote(counters: readonly CreditNoteBody[], settled: number): CreditNoteBody {
  const [first] = counters;
  invariant(first !== undefined, 'a repair pays anew what a counter note took back');
  const parts = {
    lines: mergedLines(counters.flatMap(({ lines }) => lines)),
    shipping: merged(counters.map(({ shipping }) => shipping)),
    goodwill: merged(counters.map(({ goodwill }) => goodwill)),
    fee: merged(counters.map(({ fee }) => fee)),
  };
  const taken: CreditNoteBody = { ...first, ...parts, ...noteTotals(parts) };
  invariant(settled > 0 && settled <= taken.total, `a repair pays at most ${taken.total}, got ${settled}`);
  const rest = taken.total - settled;
  return { ...composeCounterNote(taken, rest === 0 ? [settled] : [settled, rest], 0), type: 'credit_note' };
}

const merged = (all: readonly NoteAmounts[]): NoteAmounts =>
  all.reduce((sum, { gross, tax }) => noteAmounts(sum.gross + gross, sum.tax + tax), noteAmounts(0, 0));

/** Two transfers may each have filled a piece of one line. */
function mergedLines(pieces: readonly NoteLine[]): readonly NoteLine[] {
  const lines = new Map<string, NoteLine>();
  for (const piece of pieces) {
    const before = lines.get(piece.ref);
    const units = (before?.units ?? 0) + piece.units;
    lines.set(piece.ref, { ...piece, units, ...merged(before ? [before, piece] : [piece]) });
  }
  return [...lines.values()];
}
