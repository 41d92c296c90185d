import type {
  ApproverSlot,
  DecidedRefund,
  Destination,
  HoldReason,
  Mode,
  MoneyOn,
  QuoteBasis,
  Reason,
  RefundOrigin,
  RefundStatus,
  ReturnMode,
  Role,
  TransferStatus,
} from '@zikui/domain';
import type { DecisionView } from './refund.view';

/** A refund with all that belongs to it, as one row: UUIDs, amounts in minor units of `currency`, instants with any offset. */
export type RefundRecord = Readonly<{
  id: string;
  mode: Mode;
  saleRef: string;
  customerRef: string;
  status: RefundStatus;
  reviewReason: string | null;
  wasReversed: boolean;
  origin: RefundOrigin;
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
  currency: string;
  payout: number;
  shortAmount: number;
  shippingGross: number;
  shippingTax: number;
  goodwill: number;
  fee: number;
  payBy: string | null;
  payMissed: boolean;
  /** Of the sale: its legal dates are days there. */ zone: string;
  dueAt: string | null;
  snapshotHash: string;
  lawVersion: string;
  policy: Readonly<{ name: string; version: number; hash: string }>;
  decided: Readonly<{
    rule: string;
    machines: boolean;
    deadlines: DecidedRefund['deadlines'];
    explanation: DecidedRefund['explanation'];
    basis: QuoteBasis | null;
  }>;
  lines: readonly Readonly<{ ref: string; units: number; gross: number; tax: number }>[];
  transfers: readonly TransferRecord[];
  /** Of the newest round. */ steps: readonly StepRecord[];
  /** The newest return. */ goodsReturn: ReturnRecord | null;
  creditNotes: readonly CreditNoteRecord[];
  messages: readonly Readonly<{ id: string; kind: string; channel: string; status: string; sentAt: string | null }>[];
  /** True when an attempt was ever sent to a gateway. */ sent: boolean;
}>;

export type TransferRecord = Readonly<{
  id: string;
  no: number;
  /** Null for store credit. */ paymentRef: string | null;
  gateway: string;
  amount: number;
  status: TransferStatus;
  holdReason: HoldReason | null;
  heldAt: string | null;
  pendingReason: string | null;
  declineReason: string | null;
  gatewayRefundId: string | null;
  settledAt: string | null;
}>;
export type StepRecord = Readonly<{
  no: number;
  role: Role;
  /** Empty where one approval of the role is all. */ approvers: readonly ApproverSlot[];
  needed: number;
  status: string;
  openedAt: string | null;
  dueAt: string | null;
  escalateTo: Role | null;
  escalatedAt: string | null;
  assignedTo: string | null;
  /** In the order in which they were made. */ decisions: readonly DecisionView[];
}>;
export type ReturnRecord = Readonly<{
  id: string;
  mode: ReturnMode;
  moneyOn: MoneyOn;
  status: string;
  dueAt: string | null;
  items: readonly Readonly<{ ref: string; units: number; status: string }>[];
  parcels: readonly Readonly<{ id: string; carrier: string; trackingCode: string; labelUrl: string; status: string }>[];
}>;
export type CreditNoteRecord = Readonly<{
  id: string;
  number: string | null;
  documentType: string;
  status: 'draft' | 'issued';
  total: number;
  issuedAt: string | null;
}>;
