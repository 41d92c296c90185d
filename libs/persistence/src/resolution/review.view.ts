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
/** One transfer with every call that was made for it. */
export type TransferEvidence = Readonly<{
  id: string;
  no: number;
  gateway: string;
  amount: Money;
  status: TransferStatus;
  /** Why a pending one waits. */ pendingReason: PendingReason | null;
  declineReason: string | null;
  attempts: readonly AttemptEvidence[];
  /** When the gateway is asked next by itself; null where nothing is open, or waiting is over and a person decides. */
  nextLookUpAt: string | null;
  /** Until when the gateway surely knows the key of what was sent, so that sending again moves the money once; null where nothing is open, or it keeps no keys. */
  sameKeyUntil: string | null;
}>;
export type ReviewTransferView = TransferEvidence &
  Readonly<{ /** Exactly what may be done about it now. */ allowedActions: readonly ResolutionAction[] }>;
type LookUp = Readonly<{ transfer: number | null; finding: string | null; actor: string; at: string }>;
type Webhook = Readonly<{ source: string; eventId: string; type: string; state: string; receivedAt: string }>;

/** What was sent for a refund, and what is known of it since. */
export type MoneyEvidence = Readonly<{
  transfers: readonly TransferEvidence[];
  /** Asked for by people, and by the schedule, newest first. */ lookUps: readonly LookUp[];
  /** What gateways announced about it, newest first. */ webhooks: readonly Webhook[];
}>;

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
  /** In which zone that is a day. */ payByZone: string;
  transfers: readonly ReviewTransferView[];
  lookUps: MoneyEvidence['lookUps'];
  webhooks: MoneyEvidence['webhooks'];
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
  /** A row's id: that refund alone. */ refundId?: string;
  /** Instead: those of which a transfer is pending for that reason. */ pendingReason?: PendingReason;
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;
