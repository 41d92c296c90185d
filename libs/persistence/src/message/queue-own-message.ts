import type { MessageKind } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';

/** Messages that no process sends: a relay does, as soon as it can. */
type OwnMessageKind = Extract<MessageKind, 'question_asked' | 'link_asked'>;
type Ask = Readonly<{ merchantId: string; refundId: string; kind: OwnMessageKind }>;

/** Queues a message to the customer beside the refund's process, which never hears of it. Whoever calls holds a row that tells two of these apart. */
export async function queueOwnMessage(tx: Tx, { merchantId, refundId, kind }: Ask): Promise<void> {
  await tx.query(QUEUE, [newId(), merchantId, refundId, kind]);
}

const QUEUE = `
INSERT INTO message (id, merchant_id, refund_id, kind, no, status, next_try_at)
SELECT $1, $2, $3, $4::varchar, coalesce(max(no), 0) + 1, 'queued', now() FROM message WHERE refund_id = $3 AND kind = $4::varchar`;
