import type { Pool } from 'pg';

export type PeerActivities = ReturnType<typeof createPeerActivities>;

/** What the peers do: one small commit per write, one HTTP call to the same stand-in gateway that our own refunds use. */
export function createPeerActivities(pool: Pool, gatewayBase: string) {
  const mark = async (id: string, step: string): Promise<void> => {
    await pool.query('UPDATE peer_refund SET step = $2, updated_at = now() WHERE id = $1', [id, step]);
  };
  return {
    validate: (id: string) => mark(id, 'validated'),
    open: async (id: string): Promise<void> => {
      await pool.query(
        "INSERT INTO peer_refund (id, step) VALUES ($1, 'open') ON CONFLICT (id) DO UPDATE SET step = 'open'",
        [id],
      );
    },
    reserve: (id: string) => mark(id, 'reserved'),
    callGateway: async (id: string): Promise<void> => {
      const answer = await fetch(`${gatewayBase}/v1/refunds`, {
        method: 'POST',
        headers: { 'idempotency-key': id, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ payment_intent: 'pi_peer', amount: '100' }),
      });
      if (!answer.ok) throw new Error(`gateway answered ${String(answer.status)}`);
      await answer.json();
    },
    settle: (id: string) => mark(id, 'settled'),
    post: (id: string) => mark(id, 'posted'),
    finish: (id: string) => mark(id, 'finished'),
    notify: (id: string) => mark(id, 'notified'),
  };
}
