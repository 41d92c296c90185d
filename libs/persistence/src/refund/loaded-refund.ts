import type {
  ApprovalStepStatus,
  ApproverSlot,
  AttemptStatus,
  DecidedRefund,
  ErrorCode,
  HoldReason,
  MoneyOn,
  RefundOrigin,
  RefundStatus,
  ReturnMode,
  ReturnStatus,
  Role,
  TransferStatus,
} from '@zikui/domain';
import type { Tx } from '../database/database';
import type { QueuedMessage, Transition } from './refund-process.types';

export type RefundTransfer = Readonly<{
  id: string;
  no: number;
  destination: 'payment' | 'store_credit' | 'manual';
  gateway: string;
  /** Null for store credit. */ paymentId: string | null;
  /** The gateway's own reference of the payment; null for store credit. */ gatewayRef: string | null;
  amount: number;
  status: TransferStatus;
  /** The reversed transfer in whose place it pays. */ replacesId: string | null;
  /** Why it waits although it is due; null while nothing holds it. */ holdReason: HoldReason | null;
  /** The newest one. */ attempt: Readonly<{
    id: string;
    no: number;
    status: AttemptStatus;
    /** The gateway told of another amount, or of a movement that may be its own. */ wrongAmount: boolean;
    /** An older one has moved the money. */ overtaken: boolean;
    sentAt: string | null;
  }> | null;
}>;
type LoadedLine = Readonly<{
  ref: string;
  kind: string;
  units: number;
  gross: number;
  tax: number;
}>;
export type LoadedStep = Readonly<{
  id: string;
  no: number;
  role: Role;
  hours: number;
  /** Empty where one approval of `role` is all. */ slots: readonly ApproverSlot[];
  needed: number;
  /** Approvals that were given. */ approvals: number;
  escalateTo: Role | null;
  status: ApprovalStepStatus;
  dueAt: string | null;
  escalatedAt: string | null;
  /** Null once it was reminded of. */ remindAt: string | null;
}>;
export type LoadedReturn = Readonly<{
  id: string;
  no: number;
  mode: ReturnMode;
  /** Whether a label is ordered; else the customer brings the goods himself. */ label: boolean;
  moneyOn: MoneyOn;
  status: ReturnStatus;
  dueAt: string | null;
}>;

/** A refund with all that its process looks at, read after the lock. */
export type LoadedRefund = Readonly<{
  id: string;
  merchantId: string;
  saleId: string;
  customerId: string;
  legalEntityId: string;
  policyVersionId: string;
  requestKey: string;
  saleRef: string;
  timeZone: string;
  customerRef: string;
  currency: string;
  payout: number;
  shortAmount: number;
  /** What the customer has beside what was owed, and nobody has seen to. */ surplus: number;
  status: RefundStatus;
  reviewReason: string | null;
  origin: RefundOrigin;
  /** How often a repair was begun. */ repairs: number;
  /** Why the policy refused the request itself; such a refund is rejected as it opens. */ refusal: ErrorCode | null;
  statutory: boolean;
  snapshotHash: string;
  requesterOwner: string;
  requestedBy: string | null;
  payBy: string | null;
  dueAt: string | null;
  version: number;
  decided: DecidedRefund;
  /** When the transaction began, by the database's clock. */ now: string;
  /** In the order of the request. */ lines: readonly LoadedLine[];
  transfers: readonly RefundTransfer[];
  /** Of the newest round. */ steps: readonly LoadedStep[];
  goods: LoadedReturn | null;
  /** What this very transition stored when it was written before. */ stored: Readonly<{
    kind: string;
    actor: string;
    toStatus: RefundStatus | null;
    messages: readonly QueuedMessage[];
  }> | null;
}>;

/** Reads a refund whose row is locked, in one statement. */
export async function loadRefund(tx: Tx, { refundId, runId, seq }: Transition): Promise<LoadedRefund | undefined> {
  const [refund] = await tx.query<LoadedRefund>(LOAD, [refundId, runId, seq]);
  return refund;
}

const LINES = `
SELECT coalesce(jsonb_agg(jsonb_build_object('ref', o.ref, 'kind', o.kind, 'units', l.units, 'gross', l.gross, 'tax', l.tax) ORDER BY l.no), '[]')
FROM refund_line l JOIN sale_line o ON o.id = l.sale_line_id WHERE l.refund_id = r.id`;

const TRANSFERS = `
SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'no', t.no, 'destination', t.destination, 'gateway', t.gateway,
  'paymentId', t.payment_id, 'gatewayRef', p.gateway_ref, 'amount', t.amount, 'status', t.status, 'replacesId', t.replaces_id,
  'holdReason', t.hold_reason, 'attempt', a.attempt) ORDER BY t.no), '[]')
FROM transfer t LEFT JOIN payment p ON p.id = t.payment_id
LEFT JOIN LATERAL (
  SELECT jsonb_build_object('id', n.id, 'no', n.no, 'status', n.status, 'sentAt', n.sent_at,
    'wrongAmount', coalesce(n.evidence->>'alert' IN ('wrong_amount', 'unclaimed_movement'), false),
    'overtaken', EXISTS (SELECT FROM attempt o WHERE o.transfer_id = t.id AND o.no < n.no AND o.status = 'succeeded')) AS attempt
  FROM attempt n WHERE n.transfer_id = t.id ORDER BY n.no DESC LIMIT 1
) a ON true
WHERE t.refund_id = r.id`;

const STEPS = `
SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'no', a.no, 'role', a.role, 'hours', a.hours, 'escalateTo', a.escalate_to,
  'slots', a.slots, 'needed', a.needed,
  'approvals', (SELECT count(*) FROM decision d WHERE d.step_id = a.id AND d.outcome = 'approve'), 'status', a.status, 'dueAt', a.due_at, 'escalatedAt', a.escalated_at, 'remindAt', CASE WHEN a.reminded_at IS NULL THEN a.remind_at END) ORDER BY a.no), '[]')
FROM approval_step a WHERE a.refund_id = r.id AND a.round = (SELECT max(round) FROM approval_step WHERE refund_id = r.id)`;

const GOODS = `
SELECT jsonb_build_object('id', g.id, 'no', g.no, 'mode', g.mode, 'label', g.method = 'carrier' AND m.carriers <> '{}', 'moneyOn', g.money_on, 'status', g.status, 'dueAt', g.due_at)
FROM goods_return g JOIN merchant m ON m.id = g.merchant_id WHERE g.refund_id = r.id ORDER BY g.no DESC LIMIT 1`;

// Rows of one transaction share its time: so are the messages of that transition found again.
const STORED = `
SELECT jsonb_build_object('kind', e.kind, 'actor', e.actor, 'toStatus', e.to_status, 'messages', (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind) ORDER BY m.id), '[]')
  FROM message m WHERE m.refund_id = r.id AND m.created_at = e.at AND m.status <> 'suppressed'))
FROM refund_event e WHERE e.refund_id = r.id AND e.run_id = $2 AND e.seq = $3`;

const LOAD = `
SELECT r.id, r.merchant_id AS "merchantId", r.sale_id AS "saleId", r.customer_id AS "customerId", r.legal_entity_id AS "legalEntityId",
  r.policy_version_id AS "policyVersionId", r.request_key AS "requestKey", s.sale_ref AS "saleRef",
  s.snapshot->>'timeZone' AS "timeZone", c.ref AS "customerRef", r.currency, r.payout, r.short_amount AS "shortAmount", r.surplus,
  r.status, r.review_reason AS "reviewReason", r.origin, r.repairs, r.refusal, r.statutory, r.snapshot_hash AS "snapshotHash",
  r.requester_owner AS "requesterOwner", r.requested_by AS "requestedBy", r.pay_by AS "payBy", r.due_at AS "dueAt",
  r.version, r.decided, now() AS now,
  (${LINES}) AS lines, (${TRANSFERS}) AS transfers, (${STEPS}) AS steps, (${GOODS}) AS goods, (${STORED}) AS stored
FROM refund r JOIN sale s ON s.id = r.sale_id JOIN customer c ON c.id = r.customer_id WHERE r.id = $1`;
