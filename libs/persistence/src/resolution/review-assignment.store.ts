import { PERMISSIONS, publicId, RefundError, samePerson, timelineDepth, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import { STUCK } from './stuck';

export type ReviewAssignAsk = Readonly<{
  refundId: string;
  /** Null: nobody in particular. */ to: string | null;
}>;

/** Says who sees to refunds that do not go on by themselves. */
export class ReviewAssignmentStore {
  constructor(private readonly database: Database) {}

  /**
   * Hands a refund of the desk to somebody who may resolve it; others still may. He is told by mail, unless he took it
   * himself. Its status and its clocks stay. Safe to repeat. Throws `refund_not_found`, `invalid_state` (it goes on by
   * itself), `approver_not_found` (nobody of that name may resolve).
   */
  async assign(principal: Principal, { refundId, to }: ReviewAssignAsk): Promise<void> {
    const { merchantId } = principal;
    await this.database.write(principal, async (tx) => {
      const [refund] = await tx.query<{ status: string }>(LOCK, [merchantId, refundId]);
      if (!refund) throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
      const { status } = refund;
      if (!STUCK.some((one) => one === status)) throw new RefundError('invalid_state', { status });
      const person = to === null ? null : await resolverOf(tx, merchantId, to);
      const changed = await tx.query(ASSIGN, [refundId, person]);
      if (changed.length === 0) return;
      const kind = 'review_assigned';
      if (person !== null) {
        await tx.query(NOTE, [
          merchantId,
          refundId,
          kind,
          timelineDepth(kind),
          principal.actor,
          JSON.stringify({ to: person }),
        ]);
        if (!samePerson(person, principal.owner)) await tx.query(QUEUE, [newId(), refundId, person]);
      }
      await appendAudit(tx, {
        ...{ ...doneBy(principal), refundId, action: 'review.assigned', subject: publicId('refund', refundId) },
        data: { to: person },
      });
    });
  }
}

/** His name as the house writes it. */
async function resolverOf(tx: Tx, merchantId: string, to: string): Promise<string> {
  const found = await tx.query<{ person: string }>(RESOLVERS, [merchantId, PERMISSIONS['review.resolve']]);
  const one = found.find(({ person }) => samePerson(person, to));
  if (!one) throw new RefundError('approver_not_found', { person: to });
  return one.person;
}

const LOCK = `SELECT status FROM refund WHERE merchant_id = $1 AND id = $2 FOR NO KEY UPDATE`;
const RESOLVERS = `
SELECT DISTINCT k.owner AS person FROM credential k WHERE k.merchant_id = $1 AND k.valid AND k.role = ANY ($2::text[])
  AND k.scopes @> ARRAY['refunds:decide'] ORDER BY 1 LIMIT 200`;
const ASSIGN = `
UPDATE refund SET review_assigned_to = $2::text WHERE id = $1 AND review_assigned_to IS DISTINCT FROM $2::text RETURNING id`;
const NOTE = `INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data) VALUES ($1, $2, $3, $4, $5, $6)`;
// Handed on and back, he is told again.
const QUEUE = `
INSERT INTO staff_message (id, merchant_id, refund_id, person, kind, status, next_try_at)
SELECT $1::uuid, r.merchant_id, r.id, a.person, 'review_assigned', 'queued',
  CASE WHEN a.digest THEN (date_trunc('day', now() AT TIME ZONE m.time_zone) + interval '1 day 8 hours') AT TIME ZONE m.time_zone ELSE now() END
FROM refund r JOIN merchant m ON m.id = r.merchant_id
JOIN approver a ON a.merchant_id = r.merchant_id AND a.person = $3 AND a.email_hash IS NOT NULL WHERE r.id = $2
ON CONFLICT (refund_id, person) WHERE step_id IS NULL DO UPDATE SET id = excluded.id, status = 'queued', tries = 0,
  next_try_at = excluded.next_try_at, created_at = now(), ended_at = NULL WHERE staff_message.status <> 'queued'`;
