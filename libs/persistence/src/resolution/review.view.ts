import type {
  AttemptStatus,
  Money,
  PendingReason,
  RefundStatus,
  ResolutionAction,
  ResolutionFacts,
  Role,
  TransferStatus,
} from '@zikui/domain';

/** One intended call and what is known of it. Never the key itself. */
export type AttemptEvidence = Readonly<{
  no: number;
  status: AttemptStatus;
  /** Under which the gateway keeps it. */ reference: string;
  requestHash: string;
  sends: number;
  sentAt: string | null;
  answeredAt: string | null;
  gatewayRefundId: string | null;
  /** What the last answer, or its lack, said. */ evidence: Readonly<Record<string, string | number | null>> | null;
}>;
export type ReviewTransferView = Readonly<{
  id: string;
  no: number;
  gateway: string;
  amount: Money;
  status: TransferStatus;
  /** Why a pending one waits. */ pendingReason: PendingReason | null;
  declineReason: string | null;
  attempts: readonly AttemptEvidence[];
  /** Exactly what may be done about it now. */ allowedActions: readonly ResolutionAction[];
}>;
type LookUp = Readonly<{ transfer: number | null; finding: string | null; actor: string; at: string }>;
type Webhook = Readonly<{ source: string; eventId: string; type: string; state: string; receivedAt: string }>;

/** A refund that does not go on by itself, with the evidence to judge it. */
export type ReviewView = Readonly<{
  refundId: string;
  saleRef: string;
  status: RefundStatus;
  reviewReason: string | null;
  payout: Money;
  /** What the merchant's balance at its gateways has to be filled by for this refund; null when it need not be. */ fundingNeeded: Money | null;
  /** What the customer has beside what was owed, and nobody has seen to; null when there is none. */ surplus: Money | null;
  /** Since when it stands there. */ since: string;
  ageSeconds: number;
  /** Whose queue it is in. */ owner: Role;
  /** The person who is expected to see to it; null = nobody in particular. */ assignedTo: string | null;
  /** By when the customer must have the money, if a law says so. */ payBy: string | null;
  transfers: readonly ReviewTransferView[];
  /** Asked for by people, and by the schedule (`system`). */ lookUps: readonly LookUp[];
  /** What gateways announced about it, newest first. */ webhooks: readonly Webhook[];
  /** Ids of acts that wait for a second person. */ openProposals: readonly string[];
  /** Exactly what may be done about the refund as a whole now. */ allowedActions: readonly ResolutionAction[];
}>;
/** With what a resolution is checked against; ids are those of the rows. */
export type FoundReview = Readonly<{
  view: ReviewView;
  facts: ResolutionFacts;
  transfers: readonly Readonly<{ id: string; amount: number }>[];
  currency: string;
  payout: number;
}>;

export type ReviewFilter = Readonly<{
  status?: 'needs_review' | 'in_doubt';
  /** Instead: those of which a transfer is pending for that reason. */ pendingReason?: PendingReason;
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;
