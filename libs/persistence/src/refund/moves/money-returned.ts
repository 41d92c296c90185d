import { issueCounterNotes } from '../../credit-note/issue-credit-note';
import type { Tx } from '../../database/database';
import type { LoadedRefund } from '../loaded-refund';
import type { NewMessage, Note } from '../step';

type Returned = Readonly<{ notes: readonly Note[]; messages: readonly NewMessage[] }>;

/** What follows when transfers came back: a document over each that a credit note is over, and word to the customer, who is asked for another way. Nothing a second time. */
export async function moneyReturned(tx: Tx, refund: LoadedRefund): Promise<Returned> {
  if (!refund.transfers.some(({ status }) => status === 'reversed')) return { notes: [], messages: [] };
  const notes = await issueCounterNotes(tx, refund);
  const [untold] = await tx.query(UNTOLD, [refund.id]);
  return { notes, messages: untold ? [{ kind: 'refund_returned', status: 'queued' }] : [] };
}

// Several that come back before the status changes are told in one message: its number is that of the next status.
const UNTOLD = `
SELECT r.id FROM refund r, LATERAL (
  SELECT max(created_at) AS at, coalesce(max(no), 0) AS no FROM message WHERE refund_id = r.id AND kind = 'refund_returned' AND resend_of IS NULL
) told
WHERE r.id = $1 AND told.no <= (SELECT coalesce(max(sequence), 0) FROM outgoing_event WHERE refund_id = r.id)
  AND EXISTS (SELECT FROM refund_event e WHERE e.refund_id = r.id AND e.kind = 'transfer_reversed' AND (told.at IS NULL OR e.at > told.at))`;
