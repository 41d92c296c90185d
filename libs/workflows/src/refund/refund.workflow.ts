import {
  allHandlersFinished,
  CancellationScope,
  CancelledFailure,
  condition,
  patched,
  setHandler,
} from '@temporalio/workflow';
import type { RefundStatus } from '@zikui/domain';
import { approvalPhase } from '../approval/approval-phase';
import { reviewPhase } from '../approval/review-phase';
import { returnPhase, takeBackLabel } from '../return/return-phase';
import { takeNews } from '../transfer/gateway-news';
import { moneyPhase } from '../transfer/money-phase';
import { takeCommands, takeOperatorCancel } from './refund-commands';
import { RefundProcess } from './refund-process';
import { snapshot, type RefundInput } from './refund.contract';

/** Takes one refund from request to its end: approvals, goods, money, document, message. Returns the status it ended in. */
export async function refundWorkflow(input: RefundInput): Promise<RefundStatus> {
  const refund = new RefundProcess(input);
  takeCommands(refund);
  takeNews(refund);
  takeOperatorCancel(refund);
  setHandler(snapshot, () => refund.snapshot());

  // An operator's cancel is answered like a command; it never cuts off a step that was begun.
  await CancellationScope.nonCancellable(async () => {
    try {
      if (refund.isStirred) await refund.carryOut(); // Asked before the first step: a cancelled refund is not opened.
      if (!refund.isClosed()) await refund.open();
      // Once around for most; a person may send a refund back to its approvers, or to wait for its goods.
      while (!refund.isClosed()) {
        await approvalPhase(refund);
        await returnPhase(refund);
        await reviewPhase(refund);
        await moneyPhase(refund);
      }
      // Who asked too late is told now, and not when the last mail was sent, which may take a day.
      if (refund.commands.isAsked && patched('2026-11-refused-before-leaving')) refund.commands.refuseAll(OVER);
      await takeBackLabel(refund);
      await refund.leave();
    } finally {
      refund.commands.refuseAll(OVER);
      await condition(allHandlersFinished);
    }
  });
  if (refund.cancelledByOperator) throw new CancelledFailure('Cancelled by an operator before money moved');
  return refund.status;
}

const OVER = {
  decision: 'step_not_open',
  cancel: 'invalid_state',
  deadline: 'invalid_state',
  resolution: 'invalid_state',
} as const;
