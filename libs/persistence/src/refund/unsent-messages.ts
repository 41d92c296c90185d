import type { Tx } from '../database/database';
import type { QueuedMessage } from './refund-process.types';

/** The messages of a refund that wait for its process to send them. A run that lost the answers of its writes, or follows another run, finds here what was left to send. */
export const unsentMessages = (tx: Tx, refundId: string): Promise<readonly QueuedMessage[]> =>
  tx.query<QueuedMessage>(
    `SELECT id, kind FROM message WHERE refund_id = $1 AND status = 'queued' AND next_try_at IS NULL ORDER BY id`,
    [refundId],
  );

/** The same without what came after its completion: that is for the repair to send. */
export const unsentByCompletion = (tx: Tx, refundId: string): Promise<readonly QueuedMessage[]> =>
  tx.query<QueuedMessage>(
    `SELECT m.id, m.kind FROM message m JOIN refund r ON r.id = m.refund_id
     WHERE r.id = $1 AND m.status = 'queued' AND m.next_try_at IS NULL AND m.created_at <= r.completed_at ORDER BY m.id`,
    [refundId],
  );
