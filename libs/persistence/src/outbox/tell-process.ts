import type { Tx } from '../database/database';

/**
 * Tells the process of a transfer's refund that rows changed beside it: it looks at them, and its status follows. `event`
 * names what changed them, so that a process takes it once however often it is told. The relay delivers it; a refund that
 * is over has no process, and needs none.
 */
export async function tellProcess(
  tx: Tx,
  transferId: string,
  { event, reference }: Readonly<{ event: string; reference: string }>,
): Promise<void> {
  await tx.query(TELL, [transferId, event, reference]);
}

const TELL = `
INSERT INTO outbox_signal (id, merchant_id, refund_id, name, event)
SELECT gen_random_uuid(), t.merchant_id, t.refund_id, 'gatewayEvent', jsonb_build_object('eventId', $2::text, 'transferId', t.id,
  'status', 'recorded', 'gatewayRefundId', $3::text, 'occurredAtMs', floor(extract(epoch FROM now()) * 1000))
FROM transfer t WHERE t.id = $1`;
