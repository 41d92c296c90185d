import { carrierWorkflowId } from '@zikui/domain';
import type { Database } from '../database/database';
import { NEXT_TRY } from '../database/next-try';
import type { GatewaySignal } from '../webhook/inbox.types';

/** Tells the process of a refund that a transfer may be tried again (`HoldLifted` of the workflows' contract). */
export type HoldLiftedSignal = Readonly<{ transferId: string }>;
export type DueOutboxSignal = Readonly<{ id: string; workflowId: string }> &
  Readonly<{ name: 'holdLifted'; event: HoldLiftedSignal } | { name: 'gatewayEvent'; event: GatewaySignal }>;

/** Signals that were written with what they tell of, and that nobody has delivered yet. */
export class OutboxSignalStore {
  constructor(private readonly database: Database) {}

  /** Takes up to `limit` due signals, oldest first. Each is offered again later until it is `delivered`; two relays never get the same one at once. */
  async due(limit: number): Promise<DueOutboxSignal[]> {
    const rows = await this.database.write('relay', (tx) => tx.query<DueRow>(DUE, [limit]));
    return rows.map(({ merchantId, refundId, repairs, ...signal }) => ({
      ...signal,
      workflowId: carrierWorkflowId(merchantId, refundId, repairs),
    }));
  }

  /** The process was told, or is over. Safe to repeat. */
  async delivered(id: string): Promise<void> {
    await this.database.write('relay', (tx) => tx.query(`DELETE FROM outbox_signal WHERE id = $1`, [id]));
  }
}

type DueRow = DueOutboxSignal & Readonly<{ merchantId: string; refundId: string; repairs: number }>;

const DUE = `
UPDATE outbox_signal SET tries = tries + 1, next_try_at = ${NEXT_TRY}
WHERE id IN (SELECT id FROM outbox_signal WHERE next_try_at <= now() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING id, name, event, merchant_id AS "merchantId", refund_id AS "refundId",
  (SELECT r.repairs FROM refund r WHERE r.id = outbox_signal.refund_id) AS repairs`;
