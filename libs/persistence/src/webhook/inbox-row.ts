import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import type { SignalToSend } from './inbox.types';

export type InboxEvent = Readonly<{
  merchantId: string;
  /** `gateway:stripe`, `carrier:easypost`. */ source: string;
  eventId: string;
  type: string;
  fact: object;
}>;
/** What became of an event: the process of a refund is to be woken, or it was written down, or it belongs to nothing yet. */
export type InboxResult =
  | Readonly<{ state: 'to_signal'; refundId: string; signal: SignalToSend }>
  | Readonly<{ state: 'recorded'; /** Null for what is about no refund. */ refundId: string | null }>
  | Readonly<{ state: 'unmatched' }>;

/** Stores an event once. `first` is false when it was told before; then it must change nothing. */
export async function storeEvent(tx: Tx, event: InboxEvent): Promise<Readonly<{ id: string; first: boolean }>> {
  const id = newId();
  const key = [event.merchantId, event.source, event.eventId];
  const [stored] = await tx.query(STORE, [...key, id, event.type, JSON.stringify(event.fact)]);
  if (stored) return { id, first: true };
  const [before] = await tx.query<{ id: string }>(
    `SELECT id FROM inbox_event WHERE merchant_id = $1 AND source = $2 AND event_id = $3`,
    key,
  );
  return { id: before?.id ?? id, first: false };
}

/** Writes what became of the event. Whoever took it tries the signal at once; the relay does only a moment later. */
export async function endEvent(tx: Tx, inboxId: string, result: InboxResult): Promise<void> {
  const signal = result.state === 'to_signal' ? result.signal : null;
  await tx.query(END, [
    inboxId,
    result.state,
    'refundId' in result ? result.refundId : null,
    signal?.workflowId ?? null,
    signal && JSON.stringify(signal),
  ]);
}

const STORE = `
INSERT INTO inbox_event (merchant_id, source, event_id, id, type, fact, state) VALUES ($1, $2, $3, $4, $5, $6, 'waiting')
ON CONFLICT (merchant_id, source, event_id) DO NOTHING RETURNING id`;

// What belongs to nothing yet is looked at again for ten minutes: news may come before the answer that makes them known.
const END = `
UPDATE inbox_event SET state = $2::text, refund_id = $3, workflow_id = $4, signal = $5, tries = tries + 1,
  next_try_at = CASE
    WHEN $2::text = 'to_signal' THEN now() + interval '3 seconds'
    WHEN $2::text = 'unmatched' AND received_at > now() - interval '10 minutes' THEN now() + make_interval(secs => power(2, least(tries, 6)))
  END
WHERE id = $1`;
