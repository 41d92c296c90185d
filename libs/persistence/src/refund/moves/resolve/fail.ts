import { releaseTransfers } from '../../../transfer/release-transfers';
import { step, type Moved } from '../../step';
import { closeReturn } from '../close-return';
import { closeApprovalSteps } from '../open-step';
import { withdrawPayment } from '../withdraw-payment';
import type { Resolution } from './resolution';

/** Nothing was paid, and nothing will be: the refund ends and gives back what it held. */
export async function fail({ tx, refund, note }: Resolution): Promise<Moved> {
  await closeApprovalSteps(tx, refund.id, 'superseded');
  const closed = await closeReturn(tx, refund, 'cancelled');
  await withdrawPayment(tx, refund);
  return step({
    to: 'failed',
    reviewReason: null,
    dueAt: null,
    openStep: null,
    notes: [note, ...closed],
    messages: [{ kind: 'refund_cancelled', status: 'queued' }],
    transfers: await releaseTransfers(tx, refund.id, refund.transfers),
  });
}
