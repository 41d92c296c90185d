import { allHandlersFinished, CancellationScope, condition, setHandler } from '@temporalio/workflow';
import type { RefundStatus } from '@zikui/domain';
import { approvalPhase } from '../approval/approval-phase';
import { takeNews } from '../transfer/gateway-news';
import { moneyPhase } from '../transfer/money-phase';
import { takeCommands, takeOperatorCancel } from './refund-commands';
import { RefundProcess } from './refund-process';
import { snapshot, type RepairInput } from './refund.contract';

/**
 * Repairs a completed refund whose money came back. The books were countered when it was told; here the documents
 * follow, the customer and the desk are told, and a person chooses: it is paid anew, another way is taken, or it ends
 * with what was paid. Returns the status that the refund ended in.
 */
export async function refundRepairWorkflow(input: RepairInput): Promise<RefundStatus> {
  const refund = new RefundProcess(input, 'completed');
  takeCommands(refund);
  takeNews(refund);
  takeOperatorCancel(refund);
  setHandler(snapshot, () => refund.snapshot());

  // The customer is owed money: an operator's cancel is noted, and ends nothing.
  await CancellationScope.nonCancellable(async () => {
    try {
      await refund.openRepair(input.repair);
      // A new destination asks its approvers first; then the money goes, until all that is owed was paid or given up.
      while (!refund.isClosed()) {
        await approvalPhase(refund);
        await moneyPhase(refund);
      }
      await refund.leave();
    } finally {
      refund.commands.refuseAll({
        decision: 'step_not_open',
        cancel: 'too_late',
        deadline: 'invalid_state',
        resolution: 'invalid_state',
      });
      await condition(allHandlersFinished);
    }
  });
  return refund.status;
}
