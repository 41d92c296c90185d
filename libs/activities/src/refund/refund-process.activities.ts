import { failpoint } from '@zikui/failpoint';
import type { OpenedRefund, OpenedRepair, Projected, ProjectMove, Transition } from '@zikui/persistence';
import { withFailures } from '../failure/failures';
import { merchantOfProcess } from '../process/merchant-of-process';

/** What the process of a refund writes: each call is one transaction, and a repeat returns what the first one stored. */
export interface RefundProcessBook {
  open(at: Transition): Promise<OpenedRefund>;
  openRepair(at: Transition, repair: number): Promise<OpenedRepair>;
  project(at: Transition, move: ProjectMove): Promise<Projected>;
  finish(at: Transition): Promise<Projected>;
}
/** Keeps what became of customer messages. */
export interface UnsentMessages {
  failed(merchantId: string, messageId: string, why: string): Promise<void>;
}
export type RefundProcessActivities = ReturnType<typeof createRefundProcessActivities>;

/** The short writes of a refund's process to our own database. */
export function createRefundProcessActivities(refunds: RefundProcessBook, messages: UnsentMessages) {
  return withFailures({
    /** Loads the recorded facts, deletes the outbox row and makes the first move. */
    openRefund: (at: Transition): Promise<OpenedRefund> => refunds.open(at),
    /** Takes a completed refund whose money came back to a person, with its counter documents and message. */
    openRepair: ({ at, repair }: { at: Transition; repair: number }): Promise<OpenedRepair> =>
      refunds.openRepair(at, repair),
    /** Writes one transition. */
    project: async ({ at, move }: { at: Transition; move: ProjectMove }): Promise<Projected> => {
      const projected = await refunds.project(at, move);
      await failpoint('project.after_commit');
      return projected;
    },
    /** Completes the refund with its document, message and outgoing event. */
    finishRefund: async (at: Transition): Promise<Projected> => {
      const projected = await refunds.finish(at);
      await failpoint('note.after_commit');
      return projected;
    },
    /** The same for store credit, whose entry and postings are part of the transaction. */
    issueStoreCredit: async (at: Transition): Promise<Projected> => {
      const projected = await refunds.finish(at);
      await failpoint('credit.after_commit');
      return projected;
    },
    /** Notes that a message will not be sent any more. */
    giveUpMessage: ({ messageId }: { messageId: string }): Promise<void> =>
      messages.failed(merchantOfProcess(), messageId, 'gave_up'),
  });
}
