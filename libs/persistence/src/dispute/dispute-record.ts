import { publicId, type DisputeStatus, type Money } from '@zikui/domain';
import type { DisputeView } from './dispute.view';

/** A row of `SELECT_DISPUTES`. */
export type DisputeRecord = Readonly<{
  id: string;
  saleRef: string;
  payment: string;
  gateway: string;
  disputeRef: string;
  status: DisputeStatus;
  currency: string;
  amount: number;
  withdrawn: number;
  exceeds: number;
  reason: string | null;
  actor: string;
  openedAt: string;
  statusAt: string;
  createdAt: string;
  updatedAt: string;
  refundIds: readonly string[];
}>;

export function disputeViewOf(record: DisputeRecord): DisputeView {
  const { saleRef, payment, gateway, disputeRef, status, reason, openedAt, statusAt, createdAt, updatedAt } = record;
  const money = (amount: number): Money => ({ amount, currency: record.currency });
  return {
    id: publicId('dispute', record.id),
    ...{ saleRef, payment, gateway, disputeRef, status },
    amount: money(record.amount),
    withdrawn: money(record.withdrawn),
    exceeds: money(record.exceeds),
    reason,
    registeredBy: record.actor,
    ...{ openedAt, statusAt, createdAt, updatedAt },
    refunds: record.refundIds.map((id) => publicId('refund', id)),
  };
}

export const SELECT_DISPUTES = `
SELECT d.id, s.sale_ref AS "saleRef", p.ref AS payment, d.gateway, d.dispute_ref AS "disputeRef", d.status, d.currency, d.amount, d.withdrawn,
  CASE WHEN p.disputed > 0 THEN greatest(p.held + p.disputed - p.captured, 0) ELSE 0 END AS exceeds, d.reason, d.actor,
  d.opened_at AS "openedAt", d.status_at AS "statusAt", d.created_at AS "createdAt", d.updated_at AS "updatedAt",
  ARRAY(SELECT r.id FROM refund r WHERE r.sale_id = s.id AND EXISTS (
    SELECT FROM transfer t LEFT JOIN reservation v ON v.transfer_id = t.id
    WHERE t.refund_id = r.id AND (t.payment_id = p.id OR v.payment_id = p.id)) ORDER BY r.created_at, r.id) AS "refundIds"
FROM dispute d JOIN payment p ON p.id = d.payment_id JOIN sale s ON s.id = p.sale_id`;
