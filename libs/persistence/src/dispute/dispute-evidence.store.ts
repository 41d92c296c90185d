import {
  disputeSummary,
  publicId,
  timelineText,
  type Money,
  type RefundStatus,
  type TimelineData,
  type TimelineKind,
  type TransferStatus,
} from '@zikui/domain';
import type { Database } from '../database/database';
import { instantText, instantTextOrNull } from '../database/instant-text';
import { disputeViewOf, SELECT_DISPUTES, type DisputeRecord } from './dispute-record';
import type { DisputeView } from './dispute.view';

type EvidenceTransfer = Readonly<{
  no: number;
  status: TransferStatus;
  amount: Money;
  gatewayRefundId: string | null;
  /** Ours, as the gateway keeps it. */ reference: string | null;
  sentAt: string | null;
  settledAt: string | null;
}>;
type EvidenceRefund = Readonly<{
  id: string;
  status: RefundStatus;
  reason: string;
  payout: Money;
  requestedAt: string;
  completedAt: string | null;
  creditNote: string | null;
  /** Those to the disputed payment. */ transfers: readonly EvidenceTransfer[];
  timeline: readonly Readonly<{ at: string; actor: string; kind: TimelineKind; text: string }>[];
}>;
/** What a merchant shows his acquirer about a dispute. It holds no personal data. */
export type DisputeEvidence = Readonly<{
  madeAt: string;
  summary: string;
  dispute: DisputeView;
  payment: Readonly<{
    ref: string;
    gateway: string;
    gatewayRef: string;
    captured: Money;
    capturedAt: string | null;
    refunded: Money;
  }>;
  sale: Readonly<{
    saleRef: string;
    placedAt: string;
    invoice: string | null;
    lines: readonly Readonly<{
      ref: string;
      kind: string;
      quantity: number;
      total: Money;
      shippedAt: string | null;
      deliveredAt: string | null;
    }>[];
  }>;
  refunds: readonly EvidenceRefund[];
}>;

/** The evidence files of disputes, made from the rows whenever one is read. */
export class DisputeEvidenceStore {
  constructor(private readonly database: Database) {}

  /** The story of the payment and of every refund of it; `undefined` for an unknown dispute. */
  async find(merchantId: string, id: string): Promise<DisputeEvidence | undefined> {
    const [[record], [place], refunds] = await this.database.read({ merchantId }, (tx) =>
      Promise.all([
        tx.query<DisputeRecord>(`${SELECT_DISPUTES} WHERE d.merchant_id = $1 AND d.id = $2`, [merchantId, id]),
        tx.query<PlaceRow>(PLACE, [merchantId, id]),
        tx.query<RefundRecord>(REFUNDS, [merchantId, id]),
      ]),
    );
    return record && place && evidenceOf(record, place, refunds);
  }
}

type Line = Readonly<{
  ref: string;
  kind: string;
  quantity: number;
  total: number;
  shippedAt?: string | null;
  deliveredAt?: string | null;
}>;
type PlaceRow = Readonly<{
  now: string;
  currency: string;
  gatewayRef: string;
  captured: number;
  capturedAt: string | null;
  placedAt: string;
  invoice: string | null;
  lines: readonly Line[];
}>;
type RefundRecord = Readonly<{
  id: string;
  status: RefundStatus;
  reason: string;
  payout: number;
  createdAt: string;
  completedAt: string | null;
  creditNote: string | null;
  zone: string;
  transfers: readonly (Omit<EvidenceTransfer, 'amount'> & Readonly<{ amount: number }>)[];
  timeline: readonly Readonly<{ at: string; actor: string; kind: TimelineKind; data: TimelineData }>[];
}>;

function evidenceOf(record: DisputeRecord, place: PlaceRow, refunds: readonly RefundRecord[]): DisputeEvidence {
  const { now, currency, gatewayRef, captured, capturedAt, placedAt, invoice, lines } = place;
  const money = (amount: number): Money => ({ amount, currency });
  const dispute = disputeViewOf(record);
  const transfers = refunds.flatMap((refund) => refund.transfers);
  const settled = transfers.flatMap(({ status, amount, settledAt }) =>
    status === 'settled' && settledAt !== null ? [{ amount, settledAt: instantText(settledAt) }] : [],
  );
  const sum = (parts: readonly Readonly<{ amount: number }>[]) =>
    parts.reduce((total, { amount }) => total + amount, 0);
  const summary = disputeSummary({
    ...{ status: record.status, currency, captured, disputed: record.amount, openedAt: record.openedAt },
    refunded: settled,
    underWay: sum(transfers.filter(({ status }) => UNDER_WAY.includes(status))),
  });
  return {
    madeAt: now,
    summary,
    dispute,
    payment: {
      ...{ ref: record.payment, gateway: record.gateway, gatewayRef, capturedAt },
      captured: money(captured),
      refunded: money(sum(settled)),
    },
    sale: { saleRef: record.saleRef, placedAt, invoice, lines: lines.map((line) => lineOf(line, currency)) },
    refunds: refunds.map((refund) => refundOf(refund, currency)),
  };
}

const UNDER_WAY: readonly TransferStatus[] = ['sending', 'pending', 'in_doubt'];

const lineOf = (line: Line, currency: string): DisputeEvidence['sale']['lines'][number] => ({
  ref: line.ref,
  kind: line.kind,
  quantity: line.quantity,
  total: { amount: line.total, currency },
  shippedAt: line.shippedAt ?? null,
  deliveredAt: line.deliveredAt ?? null,
});

const refundOf = (refund: RefundRecord, currency: string): EvidenceRefund => ({
  id: publicId('refund', refund.id),
  status: refund.status,
  reason: refund.reason,
  payout: { amount: refund.payout, currency },
  requestedAt: refund.createdAt,
  completedAt: refund.completedAt,
  creditNote: refund.creditNote,
  transfers: refund.transfers.map(({ amount, sentAt, settledAt, ...transfer }) => ({
    ...transfer,
    amount: { amount, currency },
    sentAt: instantTextOrNull(sentAt),
    settledAt: instantTextOrNull(settledAt),
  })),
  timeline: refund.timeline.map(({ at, actor, kind, data }) => ({
    ...{ at: instantText(at), actor, kind },
    text: timelineText(kind, data, refund.zone).en,
  })),
});

const PLACE = `
SELECT now() AS now, p.currency, p.gateway_ref AS "gatewayRef", p.captured, p.captured_at AS "capturedAt", s.placed_at AS "placedAt",
  s.snapshot #>> '{invoice,number}' AS invoice, coalesce(s.snapshot -> 'lines', '[]') AS lines
FROM dispute d JOIN payment p ON p.id = d.payment_id JOIN sale s ON s.id = p.sale_id WHERE d.merchant_id = $1 AND d.id = $2`;

/** What people said of a refund may name them: entries for operators and free texts are left out. */
const REFUNDS = `
SELECT r.id, r.status, r.reason, r.payout, r.created_at AS "createdAt", r.completed_at AS "completedAt", s.snapshot ->> 'timeZone' AS zone,
  (SELECT n.display_number FROM credit_note n WHERE n.refund_id = r.id AND n.status = 'issued' ORDER BY n.completion DESC, n.number DESC LIMIT 1) AS "creditNote",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('no', t.no, 'status', t.status, 'amount', t.amount, 'gatewayRefundId', t.gateway_refund_id,
     'reference', a.reference, 'sentAt', a.sent_at, 'settledAt', t.settled_at) ORDER BY t.no), '[]')
   FROM transfer t LEFT JOIN LATERAL (
     SELECT n.reference, n.sent_at FROM attempt n WHERE n.transfer_id = t.id AND n.sent_at IS NOT NULL ORDER BY n.no DESC LIMIT 1) a ON true
   WHERE t.refund_id = r.id AND t.payment_id = d.payment_id) AS transfers,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'actor', e.actor, 'kind', e.kind, 'data', e.data) ORDER BY e.id), '[]')
   FROM refund_event e WHERE e.refund_id = r.id AND e.depth <> 'technical') AS timeline
FROM dispute d JOIN payment p ON p.id = d.payment_id JOIN sale s ON s.id = p.sale_id JOIN refund r ON r.sale_id = s.id
WHERE d.merchant_id = $1 AND d.id = $2 AND EXISTS (
  SELECT FROM transfer t LEFT JOIN reservation v ON v.transfer_id = t.id
  WHERE t.refund_id = r.id AND (t.payment_id = d.payment_id OR v.payment_id = d.payment_id))
ORDER BY r.created_at, r.id LIMIT 200`;
