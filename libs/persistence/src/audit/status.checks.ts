import { REFUND_NEXT, statusOfMoney, type MoneyTransfer, type RefundStatus } from '@zikui/domain';
import { AWAITS_REPAIR, ON_PAGE, type AuditCheck } from './audit-check';

const MOVES = Object.entries(REFUND_NEXT)
  .flatMap(([from, next]) => next.map((to) => `('${from}', '${to}')`))
  .join(', ');

type MoneyRow = Readonly<{ status: RefundStatus; owed: number; transfers: readonly MoneyTransfer[] }>;

/** Where refunds and transfers stand, and whether what happened leads there (P5, P6, P8). */
export const STATUSES: readonly AuditCheck[] = [
  {
    id: 'A9.chain',
    rule: 'P8',
    sentence: 'what a refund went through is a chain that ends where it stands',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND EXISTS (
        SELECT FROM (
          SELECT from_status, to_status, lag(to_status) OVER w AS before, lead(id) OVER w IS NULL AS is_last
          FROM refund_event WHERE refund_id = r.id AND to_status IS NOT NULL AND from_status IS DISTINCT FROM to_status WINDOW w AS (ORDER BY id)
        ) move WHERE move.from_status IS DISTINCT FROM move.before OR (move.is_last AND move.to_status <> r.status))`,
  },
  {
    id: 'A9.moves',
    rule: 'P8',
    sentence: 'a refund takes only ways that the table of its states knows',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND EXISTS (
        SELECT FROM refund_event e WHERE e.refund_id = r.id AND e.from_status IS NOT NULL AND e.to_status IS NOT NULL
          AND e.from_status <> e.to_status AND (e.from_status, e.to_status) NOT IN (VALUES ${MOVES}))`,
  },
  {
    id: 'A9.money',
    rule: 'P8',
    sentence: 'a refund whose money is on its way stands where its transfers put it',
    subject: 'refund',
    mayLastSeconds: 60,
    broken: `
      SELECT r.id, r.status, r.payout - r.short_amount AS owed,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('status', t.status, 'amount', t.amount)), '[]') FROM transfer t WHERE t.refund_id = r.id) AS transfers
      FROM refund r WHERE ${ON_PAGE('r')} AND r.status IN ('processing', 'awaiting_gateway', 'in_doubt', 'completed') AND NOT ${AWAITS_REPAIR('r')}
        AND r.updated_at <= now() - make_interval(secs => $3)
        AND NOT EXISTS (SELECT FROM transfer t WHERE t.refund_id = r.id AND t.updated_at > now() - make_interval(secs => $3))`,
    isBroken: (row) => {
      const { status, owed, transfers } = row as unknown as MoneyRow;
      return statusOfMoney(transfers, owed).status !== status;
    },
  },
  {
    id: 'A9.repaired',
    rule: 'P8',
    sentence: 'money of a completed refund that came back is repaired: its repair carries it, or waits to be started',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.status = 'completed' AND r.payout - r.short_amount >
          (SELECT coalesce(sum(t.amount), 0) FROM transfer t WHERE t.refund_id = r.id AND t.status NOT IN ('reversed', 'released'))
        AND EXISTS (SELECT FROM transfer t WHERE t.refund_id = r.id AND t.status = 'reversed') AND (r.repairs = 0 OR NOT ${AWAITS_REPAIR('r')})`,
  },
  {
    id: 'A9.evidence',
    rule: 'P5',
    sentence:
      'a transfer through a gateway is settled only when an attempt succeeded, and open only while an attempt is',
    subject: 'transfer',
    broken: `
      SELECT t.id FROM transfer t WHERE ${ON_PAGE('t')} AND t.destination = 'payment' AND (
        (t.status IN ('settled', 'reversed') AND NOT EXISTS (SELECT FROM attempt a WHERE a.transfer_id = t.id AND a.status = 'succeeded'))
        OR (t.status IN ('sending', 'pending', 'in_doubt') AND NOT EXISTS (SELECT FROM attempt a WHERE a.transfer_id = t.id AND a.status IN ('sent', 'pending', 'unknown'))))`,
  },
  {
    id: 'A9.told',
    rule: 'P13',
    sentence: 'every change of a refund is told once, in order',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND EXISTS (
        SELECT FROM outgoing_event o WHERE o.refund_id = r.id
        HAVING coalesce(min(o.sequence), 0) <> 1 OR max(o.sequence) <> count(*)
          OR (array_agg(o.body ->> 'to' ORDER BY o.sequence DESC))[1] IS DISTINCT FROM r.status)`,
  },
];
