import {
  composeCreditNote,
  counterNotesDue,
  creditNoteDue,
  RefundError,
  repairNoteDue,
  type CreditNoteFacts,
  type DueNote,
} from '@zikui/domain';
import type { Tx } from '../database/database';
import type { LoadedRefund } from '../refund/loaded-refund';
import { SYSTEM, type Note } from '../refund/step';
import { writeNote, writtenNotes } from './write-note';

type DocumentFacts = Pick<CreditNoteFacts, 'seller' | 'sale'>;

/**
 * Writes the credit note of a completion, with its number if the sale has an invoice; that of a repair is over what was
 * paid anew. Returns the number as it is printed; null when there is no note, or it waits as a draft.
 */
export async function issueCreditNote(tx: Tx, refund: LoadedRefund): Promise<string | null> {
  if (refund.origin === 'external') return null;
  const notes = hasReversed(refund) ? await writtenNotes(tx, refund.id) : [];
  const due = notes.length === 0 ? await firstNoteDue(tx, refund) : repairNoteDue(notes, refund.transfers);
  return due && writeNote(tx, refund, due);
}

/** Writes a document for each transfer that came back since a credit note was written over it, and tells of it. */
export async function issueCounterNotes(tx: Tx, refund: LoadedRefund): Promise<readonly Note[]> {
  if (!hasReversed(refund)) return [];
  const told: Note[] = [];
  for (const due of counterNotesDue(await writtenNotes(tx, refund.id), refund.transfers)) {
    const counterNote = await writeNote(tx, refund, due);
    const transfer = refund.transfers.find(({ id }) => due.transfers.includes(id))?.no ?? null;
    const { total: amount, currency } = due.body;
    told.push({ kind: 'counter_note_issued', actor: SYSTEM, data: { transfer, amount, currency, counterNote } });
  }
  return told;
}

const hasReversed = ({ transfers }: LoadedRefund): boolean => transfers.some(({ status }) => status === 'reversed');

async function firstNoteDue(tx: Tx, refund: LoadedRefund): Promise<DueNote | null> {
  const { seller, sale } = await documentFacts(tx, refund);
  const due = creditNoteDue(sale, refund.lines);
  if (due === 'none') return null;

  const { shipping, goodwill, fee } = refund.decided.quote;
  const settled = refund.transfers.filter(({ status }) => status === 'settled');
  const body = composeCreditNote({
    seller,
    sale,
    refunded: { lines: refund.lines, shipping, goodwill, fee },
    settled: settled.reduce((total, { amount }) => total + amount, 0),
  });
  return { transfers: settled.map(({ id }) => id), isIssued: due === 'issued', body };
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
