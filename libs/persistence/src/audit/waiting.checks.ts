import { ON_PAGE, type AuditCheck } from './audit-check';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const OLDER = (at: string): string => `${at} <= now() - make_interval(secs => $3)`;

/** What may wait for a while, and no longer: once everything is quiet, nothing waits here (P3, P7). */
export const WAITING: readonly AuditCheck[] = [
  {
    id: 'A13.starts',
    rule: 'P3',
    sentence: 'no accepted refund waits for its process to start',
    subject: 'refund',
    mayLastSeconds: MINUTE,
    broken: `SELECT r.id FROM refund r JOIN outbox o ON o.refund_id = r.id WHERE ${ON_PAGE('r')} AND ${OLDER('o.created_at')}`,
  },
  {
    id: 'A13.facts',
    rule: 'P3',
    sentence: 'no announced fact waits to be told to its process',
    subject: 'inbox_event',
    mayLastSeconds: MINUTE,
    broken: `SELECT i.id FROM inbox_event i WHERE ${ON_PAGE('i')} AND i.state IN ('waiting', 'to_signal') AND ${OLDER('i.received_at')}`,
  },
  {
    id: 'A13.commands',
    rule: 'P3',
    sentence: 'no command waits for its answer',
    subject: 'refund_command',
    mayLastSeconds: 5 * MINUTE,
    broken: `SELECT c.id FROM refund_command c WHERE ${ON_PAGE('c')} AND c.state = 'pending' AND ${OLDER('c.created_at')}`,
  },
  {
    id: 'A13.calls',
    rule: 'P7',
    sentence: 'no call to a gateway stays without any outcome',
    subject: 'transfer',
    mayLastSeconds: 15 * MINUTE,
    broken: `SELECT t.id FROM transfer t WHERE ${ON_PAGE('t')} AND t.status = 'sending' AND ${OLDER('t.updated_at')}`,
  },
  {
    id: 'A13.held',
    rule: 'P7',
    sentence: 'a transfer that waits says since when, has sent nothing, and something holds it',
    subject: 'transfer',
    mayLastSeconds: MINUTE,
    broken: `
      SELECT t.id FROM transfer t JOIN refund r ON r.id = t.refund_id
      WHERE ${ON_PAGE('t')} AND t.hold_reason IN ('kill_switch', 'breaker', 'gateway_paused') AND (t.held_at IS NULL
        OR t.status NOT IN ('planned', 'declined')
        OR (${OLDER('t.updated_at')} AND NOT EXISTS (SELECT FROM sending_hold h
          WHERE h.reason = t.hold_reason AND (h.ended_at IS NULL OR h.ended_at > now() - make_interval(secs => $3))
            AND (h.merchant_id = t.merchant_id OR h.merchant_id IS NULL) AND (h.gateway = t.gateway OR h.gateway IS NULL)
            AND (h.currency = t.currency OR h.currency IS NULL) AND (h.requested_by = r.requested_by OR h.requested_by IS NULL)
            AND (h.refund_reason = r.reason OR h.refund_reason IS NULL))))`,
  },
  {
    id: 'A13.woken',
    rule: 'P7',
    sentence: 'no process waits to be told that a hold was lifted',
    subject: 'refund',
    mayLastSeconds: MINUTE,
    broken: `
      SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND EXISTS (SELECT FROM outbox_signal o WHERE o.refund_id = r.id AND ${OLDER('o.created_at')})`,
  },
  {
    id: 'A13.due',
    rule: 'P7',
    sentence: 'no refund waits for people or goods beyond its due time',
    subject: 'refund',
    mayLastSeconds: 10 * MINUTE,
    broken: `SELECT r.id FROM refund r WHERE ${ON_PAGE('r')} AND r.status IN ('awaiting_approval', 'awaiting_return') AND ${OLDER('r.due_at')}`,
  },
  {
    id: 'A16.waiting',
    rule: 'P13',
    sentence: 'no message to a customer waits longer than it is tried',
    subject: 'message',
    mayLastSeconds: 25 * HOUR,
    broken: `SELECT m.id FROM message m WHERE ${ON_PAGE('m')} AND m.status IN ('queued', 'sending') AND ${OLDER('m.created_at')}`,
  },
];
