import type { Tx } from '../../database/database';
import type { IssuedCredit } from '../../credit/issue-credit';
import { issueCreditNote } from '../../credit-note/issue-credit-note';
import type { LoadedRefund } from '../loaded-refund';
import { SYSTEM, type Note, type Step } from '../step';

/** The last step of a refund whose money is all there: its document and the message that tells the customer. */
export async function complete(tx: Tx, refund: LoadedRefund, credit?: IssuedCredit): Promise<Step> {
  const { currency } = refund;
  const creditNote = await issueCreditNote(tx, refund);
  const completed: Note = { kind: 'completed', actor: SYSTEM, data: { creditNote } };
  return {
    to: 'completed',
    reviewReason: null,
    dueAt: null,
    openStep: null,
    notes: credit ? [completed, { kind: 'credit_issued', actor: SYSTEM, data: { ...credit, currency } }] : [completed],
    // One message per transition: whoever gets credit is told of the credit.
    messages: [{ kind: credit ? 'credit_issued' : 'refund_completed', status: 'queued' }],
    transfers: refund.transfers,
  };
}
