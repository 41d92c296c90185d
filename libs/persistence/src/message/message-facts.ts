import type {
  DecidedRefund,
  Locale,
  MessageKind,
  Mode,
  RefundStatus,
  ReturnStatus,
  TransferStatus,
} from '@zikui/domain';
import type { Tx } from '../database/database';

/** Everything a message may be made of, as it is now. */
export type MessageFacts = Readonly<{
  id: string;
  kind: MessageKind;
  status: 'queued' | 'sending' | 'sent' | 'delivered' | 'bounced' | 'failed' | 'suppressed';
  merchantId: string;
  merchantName: string;
  merchantSlug: string;
  mode: Mode;
  refundId: string;
  refundStatus: RefundStatus;
  saleRef: string;
  timeZone: string;
  currency: string;
  payout: number;
  payBy: string | null;
  explanation: DecidedRefund['explanation'];
  customerId: string;
  locale: Locale;
  dataKey: string | null;
  personal: string | null;
  transfers: readonly Readonly<{
    no: number;
    destination: 'payment' | 'store_credit' | 'manual';
    amount: number;
    status: TransferStatus;
    isReplaced: boolean;
    gatewayRefundId: string | null;
  }>[];
  rejection: Readonly<{ reasonCode: string | null; note: string | null }> | null;
  creditNote: string | null;
  counterNote: string | null;
  goods: Readonly<{ status: ReturnStatus; dueAt: string | null }> | null;
  parcel: Readonly<{ labelUrl: string; trackingCode: string }> | null;
  creditExpiresOn: string | null;
}>;

/** Reads all of it in one statement. */
export async function messageFacts(tx: Tx, messageId: string): Promise<MessageFacts | undefined> {
  const [facts] = await tx.query<MessageFacts>(FACTS, [messageId]);
  return facts;
}

/** `MessageFacts` of `m`, for the list of a SELECT. */
export const FACT_COLUMNS = `m.id, m.kind, m.status, m.merchant_id AS "merchantId", h.name AS "merchantName", h.slug AS "merchantSlug", h.mode,
  r.id AS "refundId", r.status AS "refundStatus", s.sale_ref AS "saleRef", s.snapshot->>'timeZone' AS "timeZone", r.currency,
  r.payout - r.short_amount AS payout, r.pay_by AS "payBy", r.decided->'explanation' AS explanation, c.id AS "customerId", c.locale,
  c.data_key AS "dataKey", c.personal,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('no', t.no, 'destination', t.destination, 'amount', t.amount, 'status', t.status,
     'gatewayRefundId', t.gateway_refund_id, 'isReplaced', EXISTS (SELECT FROM transfer n WHERE n.replaces_id = t.id AND n.status <> 'released'))
     ORDER BY t.no), '[]') FROM transfer t WHERE t.refund_id = r.id) AS transfers,
  (SELECT jsonb_build_object('reasonCode', d.reason_code, 'note', d.note) FROM decision d
   WHERE d.refund_id = r.id AND d.outcome = 'reject' ORDER BY d.at DESC LIMIT 1) AS rejection,
  (SELECT n.display_number FROM credit_note n WHERE n.refund_id = r.id AND n.document_type = 'credit_note'
   ORDER BY n.completion DESC LIMIT 1) AS "creditNote",
  (SELECT n.display_number FROM credit_note n WHERE n.refund_id = r.id AND n.document_type = 'counter_note'
   ORDER BY n.completion DESC LIMIT 1) AS "counterNote",
  (SELECT jsonb_build_object('status', g.status, 'dueAt', g.due_at) FROM goods_return g WHERE g.refund_id = r.id
   ORDER BY g.no DESC LIMIT 1) AS goods,
  (SELECT jsonb_build_object('labelUrl', p.label_url, 'trackingCode', p.tracking_code)
   FROM parcel p JOIN goods_return g ON g.id = p.return_id WHERE g.refund_id = r.id AND p.status <> 'cancelled'
   ORDER BY g.no DESC, p.no DESC LIMIT 1) AS parcel,
  (SELECT min(e.expires_on) FROM credit_entry e JOIN transfer t ON t.id = e.transfer_id WHERE t.refund_id = r.id) AS "creditExpiresOn"`;
/** The rows that they are of. */
export const FACT_ROWS = `message m JOIN merchant h ON h.id = m.merchant_id JOIN refund r ON r.id = m.refund_id
JOIN sale s ON s.id = r.sale_id JOIN customer c ON c.id = r.customer_id`;
const FACTS = `
SELECT ${FACT_COLUMNS}
FROM ${FACT_ROWS} WHERE m.id = $1`;
