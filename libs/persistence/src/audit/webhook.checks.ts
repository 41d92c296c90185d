import { ON_PAGE, type AuditCheck } from './audit-check';

const MINUTE = 60;

/** Outgoing webhooks: at least once, in a numbering without gap, and what was given up has somebody who looks (P13). */
export const WEBHOOKS: readonly AuditCheck[] = [
  {
    id: 'A20.owner',
    rule: 'P13',
    sentence: 'every webhook that was given up has an owner',
    subject: 'webhook_delivery',
    broken: `SELECT d.id FROM webhook_delivery d WHERE ${ON_PAGE('d')} AND d.status = 'dead' AND d.owner IS NULL`,
  },
  {
    id: 'A20.numbers',
    rule: 'P13',
    sentence: 'an endpoint that is told of a refund is told of each of its changes from then on',
    subject: 'webhook_delivery',
    broken: `
      SELECT d.id FROM webhook_delivery d WHERE ${ON_PAGE('d')}
        AND EXISTS (SELECT FROM webhook_delivery b WHERE b.endpoint_id = d.endpoint_id AND b.refund_id = d.refund_id AND b.sequence < d.sequence)
        AND NOT EXISTS (SELECT FROM webhook_delivery b WHERE b.endpoint_id = d.endpoint_id AND b.refund_id = d.refund_id AND b.sequence = d.sequence - 1)`,
  },
  {
    id: 'A13.events',
    rule: 'P13',
    sentence: 'no event waits to be told to an endpoint that is enabled',
    subject: 'webhook_endpoint',
    mayLastSeconds: MINUTE,
    broken: `
      SELECT w.id FROM webhook_endpoint w WHERE ${ON_PAGE('w')} AND w.status = 'enabled' AND w.deleted_at IS NULL
        AND EXISTS (SELECT FROM outgoing_event e WHERE e.merchant_id = w.merchant_id AND (e.transaction_no, e.number) > (w.transaction_no, w.number)
          AND e.at <= now() - make_interval(secs => $3))`,
  },
  {
    id: 'A13.deliveries',
    rule: 'P13',
    sentence: 'no webhook is tried for longer than its 72 hours',
    subject: 'webhook_delivery',
    mayLastSeconds: 5 * MINUTE,
    broken: `
      SELECT d.id FROM webhook_delivery d WHERE ${ON_PAGE('d')} AND d.status = 'pending' AND d.expires_at <= now() - make_interval(secs => $3)`,
  },
];
