import { AWAITS_REPAIR, ON_PAGE, type AuditCheck } from './audit-check';

/** Who decided, and what people and customers were told (P11, P5, P7, P16). */
export const PEOPLE: readonly AuditCheck[] = [
  {
    id: 'A12.approved',
    rule: 'P11',
    sentence: 'money is sent only after every step of the approval was given for what is paid',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.status IN ('processing', 'awaiting_gateway', 'in_doubt', 'completed')
        AND EXISTS (SELECT FROM transfer t WHERE t.refund_id = r.id AND (
          EXISTS (SELECT FROM attempt a WHERE a.transfer_id = t.id AND a.sends > 0) OR EXISTS (SELECT FROM bank_file_item i WHERE i.transfer_id = t.id)))
        AND EXISTS (SELECT FROM approval_step s
          WHERE s.refund_id = r.id AND s.round = (SELECT max(round) FROM approval_step WHERE refund_id = r.id)
            AND (SELECT count(DISTINCT lower(d.owner)) FROM decision d WHERE d.step_id = s.id AND d.outcome = 'approve' AND d.snapshot_hash = r.snapshot_hash) < s.needed)`,
  },
  {
    id: 'A12.persons',
    rule: 'P11',
    sentence: 'nobody approves what he requested or sent elsewhere, nor twice',
    subject: 'decision',
    broken: `
      SELECT d.id FROM decision d JOIN refund r ON r.id = d.refund_id JOIN approval_step s ON s.id = d.step_id
      WHERE ${ON_PAGE('d')} AND d.outcome = 'approve' AND (d.owner IN (r.requester_owner, r.requested_by) OR d.on_behalf_of IN (r.requester_owner, r.requested_by)
        OR (d.owner = r.decided -> 'destinationChange' ->> 'by' AND d.snapshot_hash = r.snapshot_hash) OR EXISTS (
        SELECT FROM decision other JOIN approval_step step ON step.id = other.step_id
        WHERE other.refund_id = d.refund_id AND step.round = s.round AND other.outcome = 'approve' AND other.id <> d.id
          AND (d.owner IN (other.owner, other.on_behalf_of) OR d.on_behalf_of IN (other.owner, other.on_behalf_of))))`,
  },
  {
    id: 'A13.owner',
    rule: 'P7',
    sentence: 'a refund that waits for a person says why',
    subject: 'refund',
    broken: `SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.status = 'needs_review' AND r.review_reason IS NULL`,
  },
  {
    id: 'A16.early',
    rule: 'P5',
    sentence: 'nobody is told that a refund is done before its money is',
    subject: 'message',
    broken: `
      SELECT m.id FROM message m WHERE ${ON_PAGE('m')} AND m.kind = 'refund_completed' AND m.sent_at IS NOT NULL
        AND EXISTS (SELECT FROM refund r WHERE r.id = m.refund_id AND NOT r.was_reversed)
        AND EXISTS (SELECT FROM transfer t WHERE t.refund_id = m.refund_id AND t.settled_at > m.sent_at)`,
  },
  {
    id: 'A16.returned',
    rule: 'P13',
    sentence: 'whoever was to have money that came back is told so',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.repairs > 0 AND NOT ${AWAITS_REPAIR('r')}
        AND NOT EXISTS (SELECT FROM message m WHERE m.refund_id = r.id AND m.kind = 'refund_returned')`,
  },
  {
    id: 'A16.missing',
    rule: 'P13',
    sentence: 'whoever got his money is told so',
    subject: 'refund',
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.status = 'completed' AND (r.origin = 'request' OR (r.repairs > 0 AND NOT ${AWAITS_REPAIR('r')}))
        AND NOT EXISTS (SELECT FROM message m WHERE m.refund_id = r.id AND m.kind IN ('refund_completed', 'credit_issued'))`,
  },
];
