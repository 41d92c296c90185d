import { CancellationScope, setHandler } from '@temporalio/workflow';
import { isClosed, type ErrorCode, type RefundStatus } from '@zikui/domain';
import { refusal } from './command-desk';
import {
  cancelRefund,
  changeDeadline,
  decide,
  resolveReview,
  type CancelCommand,
  type ChangeDeadlineCommand,
  type DecideCommand,
  type ResolveReviewCommand,
} from './refund.contract';
import type { RefundProcess } from './refund-process';

/** Lets people ask things of the process. What is surely refused is refused at once; the rows have the last word, and the first while a write is on its way. */
export function takeCommands(refund: RefundProcess): void {
  const { commands } = refund;
  setHandler(decide, (command) => commands.ask({ kind: 'decision', ...command }), {
    validator: (command: DecideCommand) => refuse(refusalOfDecision(refund, command)),
  });
  setHandler(cancelRefund, ({ command, actor }) => commands.ask({ kind: 'cancel', command, actor }), {
    validator: (_command: CancelCommand) => refuse(refusalOfCancel(refund)),
  });
  setHandler(changeDeadline, (command) => commands.ask({ kind: 'deadline', ...command }), {
    validator: (command: ChangeDeadlineCommand) => refuse(refusalOfDeadline(refund, command)),
  });
  setHandler(resolveReview, (command) => commands.ask({ kind: 'resolution', ...command, finding: null }), {
    validator: (_command: ResolveReviewCommand) => refuse(refusalOfResolution(refund)),
  });
}

/** An operator may cancel the workflow itself, past the product. The process answers to that as to a command. */
export function takeOperatorCancel({ commands }: RefundProcess): void {
  CancellationScope.current().cancelRequested.catch(() => {
    commands.operatorCancels = true;
  });
}

function refusalOfDecision(refund: RefundProcess, decision: DecideCommand): ErrorCode | null {
  // A step that waits for several approvals takes as many at once; of more the rows could not use any.
  const wanted = refund.openStep?.no === decision.step ? (refund.openStep.missing ?? 1) : 1;
  if (refund.commands.deciding(decision.step) >= wanted) return 'step_not_open';
  // Before it was opened in this task it may have been opened in one that was lost, and shown.
  if (refund.isWriting || refund.facts === undefined) return null;
  if (refund.openStep?.no !== decision.step) return 'step_not_open';
  if (decision.snapshotHash !== refund.facts.snapshotHash) return 'snapshot_changed';
  // The rows know persons, also behind several keys; here the same actor is caught before a task is spent.
  if (refund.approvers.has(decision.actor) || decision.actor === refund.facts.requesterOwner) return 'self_approval';
  return null;
}

function refusalOfCancel(refund: RefundProcess): ErrorCode | null {
  if (isClosed(refund.status)) return 'invalid_state';
  return refund.isCancellable ? null : 'too_late';
}

function refusalOfDeadline(
  { dueAtMs, facts, openStep }: RefundProcess,
  { dueAtMs: asked, step = null }: ChangeDeadlineCommand,
): ErrorCode | null {
  if (step === null ? dueAtMs === null : openStep?.no !== step) return 'invalid_state';
  const latest = facts?.reviewAtMs ?? Number.MAX_SAFE_INTEGER;
  return Number.isSafeInteger(asked) && asked > Date.now() && asked <= latest ? null : 'invalid_request';
}

/** The rows know what may be done about which transfer; here only refunds that nobody has to resolve are told so. */
function refusalOfResolution({ status, isWriting }: RefundProcess): ErrorCode | null {
  if (isWriting) return null;
  const resolvable: readonly RefundStatus[] = ['needs_review', 'in_doubt', 'awaiting_gateway', 'processing'];
  return resolvable.includes(status) ? null : 'invalid_state';
}

function refuse(code: ErrorCode | null): void {
  if (code !== null) throw refusal(code);
}
