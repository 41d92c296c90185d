import type { RefundProcess } from '../refund/refund-process';

/** Waits for the decision of each step of the ladder. Nobody's silence approves anything: it expires the refund, or brings it to a person. */
export async function approvalPhase(refund: RefundProcess): Promise<void> {
  while (refund.status === 'awaiting_approval') {
    const step = refund.openStep;
    const waitsFor = step === null ? 'Time to decide' : `Time to decide step ${step.no} (${step.role})`;
    if (refund.isWithdrawn) await refund.lookAgain();
    else if (await refund.isAskedInTime(waitsFor)) await refund.carryOut();
    else if (refund.isStepDue) await refund.remindOfStep();
    else await refund.endWait({ kind: 'silence' }, 'Nobody decided in time');
  }
}
