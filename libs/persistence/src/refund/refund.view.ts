import type {
  ApproverSlot,
  Destination,
  ErrorValues,
  ExplainedEntry,
  Hold,
  Mode,
  Money,
  MoneyOn,
  Reason,
  RefundOrigin,
  RefundStatus,
  ReturnMode,
  Term,
  TransferStatus,
} from '@zikui/domain';

export type PartView = Readonly<{ gross: Money; tax: Money }>;
export type LineView = Readonly<{ ref: string; units: number }> & PartView;
export type PolicyView = Readonly<{ name: string; version: number; hash: string }>;
export type CalculationView = Readonly<{
  /** Signed: they sum to `result`. */ terms: readonly Readonly<{ name: Term['name']; amount: Money }>[];
  result: Money;
}>;
/** One rule that spoke: its id, the version of the rules that it belongs to, and what of the quote it decided. */
export type ExplanationView = Readonly<
  Omit<ExplainedEntry, 'values' | 'calculation'> & {
    values: ErrorValues;
    /** How the amount came about; null where nothing was counted. */ calculation: CalculationView | null;
  }
>;

export type TransferView = Readonly<{
  id: string;
  no: number;
  /** `store_credit` for a transfer to store credit, `manual` for one to a bank account. */ paymentRef: string;
  gateway: string;
  amount: Money;
  status: TransferStatus;
  holdReason: string | null;
  /** The wait of a transfer that is due and may not be sent yet. */ hold: Hold | null;
  pendingReason: string | null;
  declineReason: string | null;
  gatewayRefundId: string | null;
  settledAt: string | null;
}>;
export type DecisionView = Readonly<{
  outcome: 'approve' | 'reject';
  actor: string;
  /** Who had delegated the authority that was used. */ onBehalfOf: string | null;
  role: string;
  reasonCode: string | null;
  at: string;
}>;
export type StepView = Readonly<{
  step: number;
  /** The role that the step is named after. */ role: string;
  /** Whom it asks for. */ approvers: readonly ApproverSlot[];
  /** How many of them have to approve. */ needed: number;
  status: string;
  openedAt: string | null;
  dueAt: string | null;
  /** Who may decide too, since the step was silent for too long or nobody of those asked for could. */
  escalatedTo: string | null;
  /** Who is expected to decide; others who may still can. */ assignedTo: string | null;
  decisions: readonly DecisionView[];
  /** The last of them. */ decision: DecisionView | null;
}>;
export type ReturnView = Readonly<{
  id: string;
  mode: ReturnMode;
  moneyOn: MoneyOn;
  status: string;
  dueAt: string | null;
  items: readonly Readonly<{ ref: string; units: number; status: string }>[];
  parcels: readonly Readonly<{ id: string; carrier: string; trackingCode: string; labelUrl: string; status: string }>[];
}>;
export type CreditNoteView = Readonly<{
  id: string;
  /** As printed; null while it waits as a draft. */ number: string | null;
  documentType: string;
  status: 'draft' | 'issued';
  total: Money;
  issuedAt: string | null;
}>;
export type MessageView = Readonly<{
  id: string;
  kind: string;
  channel: string;
  status: string;
  sentAt: string | null;
}>;
export type DeadlinesView = Readonly<{
  right: 'none' | 'open' | 'until';
  /** Local dates of the sale's zone. */ cancelBy: string | null;
  cancelEndsAt: string | null;
  payBy: string | null;
  /** That zone. */ zone: string;
}>;
export type AllowedAction = 'decide' | 'cancel' | 'resolve';

/** `GET /v1/refunds/{id}`. Every id is a public one. */
export type RefundView = Readonly<{
  id: string;
  mode: Mode;
  saleRef: string;
  customerRef: string;
  status: RefundStatus;
  reviewReason: string | null;
  wasReversed: boolean;
  /** `external`: made at the gateway itself, and only recorded. */ origin: RefundOrigin;
  statutory: boolean;
  reason: Reason;
  destination: Destination;
  requester: 'customer' | 'staff' | 'merchant';
  requestedBy: string | null;
  externalRef: string | null;
  metadata: Readonly<Record<string, string>>;
  createdAt: string;
  updatedAt: string;
  completedAt: string | null;
  payout: Money;
  /** What of it was never paid, because two people closed it short. */ short: Money;
  lines: readonly LineView[];
  shipping: PartView;
  goodwill: Money;
  fee: Money;
  transfers: readonly TransferView[];
  approval: Readonly<{ rule: string; machines: boolean; steps: readonly StepView[] }>;
  return: ReturnView | null;
  creditNotes: readonly CreditNoteView[];
  /** `payMissed`: the legal date passed before the money was back. `dueAt`: the next limit that ends what the refund waits for. */
  deadlines: DeadlinesView & Readonly<{ payMissed: boolean; dueAt: string | null }>;
  explanation: readonly ExplanationView[];
  snapshotHash: string;
  policy: PolicyView;
  lawVersion: string;
  messages: readonly MessageView[];
  allowedActions: readonly AllowedAction[];
}>;
