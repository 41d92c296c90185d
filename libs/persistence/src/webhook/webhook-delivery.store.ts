import {
  DELIVERY_LIFE_MS,
  DELIVERY_NEXT,
  DELIVERY_STATUSES,
  publicId,
  RefundError,
  type DeliveryStatus,
  type Principal,
} from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import { cursorOf } from '../database/cursor';
import type { Database } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import type { Page } from '../database/page';
import { PLANNED_ANEW } from '../database/prepared-statement';
import type { WebhookDeliveryView } from './webhook-endpoint.view';

export type DeliveryFilter = Readonly<{ status?: DeliveryStatus; limit: number; after?: string }>;
type DeliveryRow = Omit<WebhookDeliveryView, 'eventId'> & Readonly<{ transactionNo: number; number: number }>;

/** What was told to endpoints, for the merchants who keep them. */
export class WebhookDeliveryStore {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(
    merchantId: string,
    endpointId: string,
    { status, limit, after }: DeliveryFilter,
  ): Promise<Page<WebhookDeliveryView>> {
    const from = idBehind(after);
    const params = [merchantId, endpointId, from, status ?? null, limit + 1];
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<DeliveryRow>(LIST, params));
    return pageById(rows, limit, deliveryView);
  }

  /**
   * Sends an event once more, under the same id, with a whole life of tries before it. One that is on its way is tried at
   * once. Safe to repeat. Throws `webhook_delivery_not_found`, `webhook_endpoint_disabled`.
   */
  async resend(principal: Principal, endpointId: string, id: string): Promise<WebhookDeliveryView> {
    const { merchantId } = principal;
    return this.database.write(principal, async (tx) => {
      const [known] = await tx.query<{ enabled: boolean; deleted: boolean }>(LOCK, [merchantId, endpointId, id]);
      if (!known || known.deleted)
        throw new RefundError('webhook_delivery_not_found', { webhookDelivery: publicId('webhookDelivery', id) });
      if (!known.enabled)
        throw new RefundError('webhook_endpoint_disabled', {
          webhookEndpoint: publicId('webhookEndpoint', endpointId),
        });
      await tx.query(RESEND, [id, DELIVERY_LIFE_MS, BEGINS_ANEW]);
      await appendAudit(tx, {
        ...doneBy(principal),
        refundId: null,
        action: 'webhook_delivery.resent',
        subject: publicId('webhookDelivery', id),
        data: {},
      });
      const [row] = await tx.query<DeliveryRow>(`${SELECT} AND d.id = $3`, [merchantId, endpointId, id]);
      if (!row) throw new RefundError('internal');
      return deliveryView(row);
    });
  }
}

/** What has an end, and may be sent again. */
const BEGINS_ANEW = DELIVERY_STATUSES.filter((status) => DELIVERY_NEXT[status].includes('pending'));

const deliveryView = ({ id, transactionNo, number, refundId, ...row }: DeliveryRow): WebhookDeliveryView => ({
  id: publicId('webhookDelivery', id),
  eventId: cursorOf(transactionNo, number),
  refundId: publicId('refund', refundId),
  sequence: row.sequence,
  status: row.status,
  tries: row.tries,
  nextTryAt: row.nextTryAt,
  owner: row.owner,
  log: row.log,
  createdAt: row.createdAt,
  endedAt: row.endedAt,
});

const SELECT = `
SELECT d.id, e.transaction_no AS "transactionNo", e.number, d.refund_id AS "refundId", d.sequence, d.status, d.tries, d.next_try_at AS "nextTryAt",
  d.owner, d.log, d.created_at AS "createdAt", d.ended_at AS "endedAt"
FROM webhook_delivery d JOIN outgoing_event e ON e.refund_id = d.refund_id AND e.sequence = d.sequence
WHERE d.merchant_id = $1 AND d.endpoint_id = $2`;
const LIST = `${PLANNED_ANEW} ${SELECT} AND ($3::uuid IS NULL OR d.id < $3) AND ($4::text IS NULL OR d.status = $4) ORDER BY d.id DESC LIMIT $5`;

const LOCK = `
SELECT w.status = 'enabled' AS enabled, w.deleted_at IS NOT NULL AS deleted
FROM webhook_delivery d JOIN webhook_endpoint w ON w.id = d.endpoint_id
WHERE d.merchant_id = $1 AND d.endpoint_id = $2 AND d.id = $3 FOR UPDATE OF d`;

// A try that runs right now goes on: the same delivery is never sent twice at once.
const RESEND = `
UPDATE webhook_delivery SET status = 'pending', tries_before = CASE WHEN status = 'pending' THEN tries_before ELSE tries END, owner = NULL, ended_at = NULL,
  next_try_at = greatest(now(), leased_until), expires_at = now() + $2 * interval '1 millisecond'
WHERE id = $1 AND (status = 'pending' OR status = ANY ($3))`;
