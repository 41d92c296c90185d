import type { TransferStatus } from '../transfer/transfer-status';
import { composeCounterNote } from './compose-counter-note';
import { composeRepairNote } from './compose-repair-note';
import type { CreditNoteBody } from './credit-note';

/** A document of a refund that was written before. */
export type WrittenNote = Readonly<{
  /** Ids of the transfers that it is about, in their order: those that a credit note is over, the one that a counter note takes back. */
  transfers: readonly string[];
  isIssued: boolean;
  body: CreditNoteBody;
}>;
export type NotedTransfer = Readonly<{ id: string; amount: number; status: TransferStatus }>;
/** A document that is due, with the transfers that it is about. */
export type DueNote = Readonly<{ transfers: readonly string[]; isIssued: boolean; body: CreditNoteBody }>;

/** The counter notes that are due: one for each transfer that came back and that a credit note is over. `notes` in the order in which they were written. */
export function counterNotesDue(
  notes: readonly WrittenNote[],
  transfers: readonly NotedTransfer[],
): readonly DueNote[] {
  const countered = notes.filter(isCounter).flatMap((note) => note.transfers);
  const amounts = new Map(transfers.map(({ id, amount }) => [id, amount]));
  return transfers
    .filter(({ id, status }) => status === 'reversed' && !countered.includes(id))
    .flatMap(({ id }) => {
      const note = notes.find((one) => !isCounter(one) && one.transfers.includes(id));
      if (note === undefined) return [];
      const covered = note.transfers.map((one) => amounts.get(one) ?? 0);
      const body = composeCounterNote(note.body, covered, note.transfers.indexOf(id));
      // What was never issued is not taken back by a numbered document.
      return [{ transfers: [id], isIssued: note.isIssued, body }];
    });
}

/** The credit note that completes a repair: over what settled and no note is over yet; null when that is nothing. */
export function repairNoteDue(notes: readonly WrittenNote[], transfers: readonly NotedTransfer[]): DueNote | null {
  const noted = notes.filter((note) => !isCounter(note)).flatMap((note) => note.transfers);
  const anew = transfers.filter(({ id, status }) => status === 'settled' && !noted.includes(id));
  const settled = anew.reduce((total, { amount }) => total + amount, 0);
  if (settled === 0) return null;
  const counters = notes.slice(notes.findLastIndex((note) => !isCounter(note)) + 1);
  return {
    transfers: anew.map(({ id }) => id),
    isIssued: counters.every((counter) => counter.isIssued),
    body: composeRepairNote(
      counters.map(({ body }) => body),
      settled,
    ),
  };
}

const isCounter = ({ body }: WrittenNote): boolean => body.type === 'counter_note';
