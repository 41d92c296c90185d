import type { Tx } from '../database/database';
import type { QueuedMessage } from './refund-process.types';

/** The messages of a refund that wait to be sent. A run that lost the answers of its writes, or follows another run, finds here what was left to send. */
export const unsentMessages = (tx: Tx, refundId: string): Promise<readonly QueuedMessage[]> =>
  tx.query<QueuedMessage>(`SELECT id, kind FROM message WHERE refund_id = $1 AND status = 'queued' ORDER BY id`, [
    refundId,
  ]);
