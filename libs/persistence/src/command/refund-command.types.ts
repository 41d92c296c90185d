import type { ErrorCode } from '@zikui/domain';

export type RefundCommandName = 'decide' | 'cancelRefund' | 'changeDeadline' | 'resolveReview';
export type Json = string | number | boolean | null | readonly Json[] | Readonly<{ [key: string]: Json }>;
export type JsonObject = Readonly<Record<string, Json>>;

/** A command as it came in: one HTTP call that some process has to carry out. */
export type NewRefundCommand = Readonly<{
  /** With the key it names the command: `POST /v1/refunds/{id}/decisions`, with the refund's id in it. */ route: string;
  key: string;
  bodyHash: string;
  refundId: string;
  name: RefundCommandName;
  /** The update's argument without `command` and `actor`, which are added here. */ payload: JsonObject;
  /** For people; never leaves PostgreSQL. */ note: string | null;
}>;

export type RefundCommand = Readonly<{
  /** Also the update's id, so that sending it again changes nothing. */ id: string;
  merchantId: string;
  refundId: string;
  name: RefundCommandName;
  workflowId: string;
  /** The update's whole argument. */ payload: JsonObject;
  state: 'pending' | 'done' | 'refused';
  /** Code of the error catalogue when `refused`. */ refusal: ErrorCode | null;
  /** What the process answered when `done`. */ answer: JsonObject | null;
}>;

export type AcceptedCommand =
  | Readonly<{ kind: 'new' | 'repeat'; command: RefundCommand }>
  /** The key was used with another body. */
  | Readonly<{ kind: 'conflict' }>;
