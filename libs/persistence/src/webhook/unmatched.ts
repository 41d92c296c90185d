import type { Database } from '../database/database';

export type UnmatchedEvent<Fact> = Readonly<{
  id: string;
  merchantId: string;
  source: string;
  fact: Fact;
  /** Since it came. */ ageMs: number;
}>;

/** Takes one event of that kind that belonged to nothing when it came, and is due to be looked at again. Two relays never take the same one at once. */
export async function takeUnmatched<Fact>(
  database: Database,
  kind: 'gateway' | 'carrier' | 'dispute',
): Promise<UnmatchedEvent<Fact> | undefined> {
  const [event] = await database.write('relay', (tx) => tx.query<UnmatchedEvent<Fact>>(TAKE, [`${kind}:%`]));
  return event;
}

// The next time is written when the event was looked at; until then, half a minute lets a relay that dies lose nothing.
const TAKE = `
UPDATE inbox_event SET next_try_at = now() + interval '30 seconds'
WHERE id = (SELECT id FROM inbox_event WHERE next_try_at <= now() AND state = 'unmatched' AND source LIKE $1
  ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, merchant_id AS "merchantId", source, fact, (extract(epoch FROM now() - received_at) * 1000)::bigint AS "ageMs"`;
