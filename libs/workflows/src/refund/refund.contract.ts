import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { NewDestination, RefundStatus, ResolutionAction } from '@zikui/domain';

export const REFUND_TASK_QUEUE = 'refunds';
export const CARRIER_TASK_QUEUE = 'carrier';
export const NOTIFY_TASK_QUEUE = 'notify';
export const gatewayTaskQueue = (gateway: string): string => `gateway.${gateway}`;
// Stores name the process they wake; the ids therefore live in the domain.
export { refundWorkflowId, repairWorkflowId, returnWorkflowId } from '@zikui/domain';

/** What the process needs to know: ids, the plan and durations; no personal data. Fields are only ever added. */
export type RefundInput = Readonly<{
  /** What the process does differently from one version on stands beside the number's use. */ v: 1 | 2 | 3;
  merchantId: string;
  refundId: string;
  /** Milliseconds after the first unanswered news at which the gateway is asked again; the last one ends in `needs_review`. */
  lookUpsMs: readonly number[];
  /** A pending transfer that stays so this long goes to a person. */
  pendingLimitMs: number;
  /** The same by gateway, where it has a limit of its own. */
  pendingLimitsMs?: Readonly<Record<string, number>>;
}>;

/** The same for the repair of a refund whose money came back after it was completed. */
export type RepairInput = RefundInput & Readonly<{ /** Counts the repairs of the refund from 1. */ repair: number }>;

export type DecideCommand = Readonly<{
  command: string;
  step: number;
  actor: string;
  outcome: 'approve' | 'reject';
  snapshotHash: string;
  reasonCode: string | null;
}>;
export type CancelCommand = Readonly<{ command: string; actor: string }>;
export type ChangeDeadlineCommand = Readonly<{
  command: string;
  actor: string;
  dueAtMs: number;
  /** The step whose escalation is moved; absent or null, what the refund waits for. */ step?: number | null;
}>;
/** What a person wants done about a refund that does not go on by itself. Evidence and texts stay in the rows that the ids name. */
export type ResolveReviewCommand = Readonly<{
  command: string;
  actor: string;
  action: ResolutionAction;
  /** Id of the row; null when it is about the refund. */ transfer: string | null;
  /** The proposal that this command confirms; null when one person may do it. */ proposal: string | null;
  /** Where the money is to go instead. */ destination?: NewDestination | null;
  /** Id of the row with the payee's details, where they are needed. */ payee?: string | null;
}>;
export type GatewayEvent = Readonly<{
  eventId: string;
  transferId: string;
  /** `recorded`: the rows changed beside the transfer's own story, and its process has to look. */
  status: 'pending' | 'settled' | 'declined' | 'recorded';
  gatewayRefundId: string;
  occurredAtMs: number;
}>;
/** Something that kept a transfer from being sent was lifted. */
export type HoldLifted = Readonly<{ transferId: string }>;
export type CarrierEvent = Readonly<{ eventId: string; status: string; occurredAtMs: number }>;
/** What a command is answered with: the state after it was carried out. */
export type RefundCommandAnswer = Readonly<{
  status: RefundStatus;
  /** The approval step that is open now, if any. */ openStep: number | null;
}>;
export type RefundSnapshot = Readonly<{
  status: RefundStatus;
  openStep: number | null;
  transfers: Readonly<Record<string, string>>;
  dueAtMs: number | null;
}>;

/** Questions someone waits on: each can be refused, with the error's type = the `code` of the error catalogue. */
export const decide = defineUpdate<RefundCommandAnswer, [DecideCommand]>('decide');
export const cancelRefund = defineUpdate<RefundCommandAnswer, [CancelCommand]>('cancelRefund');
export const changeDeadline = defineUpdate<RefundCommandAnswer, [ChangeDeadlineCommand]>('changeDeadline');
export const resolveReview = defineUpdate<RefundCommandAnswer, [ResolveReviewCommand]>('resolveReview');
/** Facts that already happened and are already recorded: they only wake the process. */
export const gatewayEvent = defineSignal<[GatewayEvent]>('gatewayEvent');
export const holdLifted = defineSignal<[HoldLifted]>('holdLifted');
export const carrierEvent = defineSignal<[CarrierEvent]>('carrierEvent');
/** For operators only; the product reads PostgreSQL. */
export const snapshot = defineQuery<RefundSnapshot>('snapshot');
/** Names of the commands, as stored in `refund_command`. */
export const REFUND_COMMANDS = ['decide', 'cancelRefund', 'changeDeadline', 'resolveReview'] as const;
export type RefundCommandName = (typeof REFUND_COMMANDS)[number];
