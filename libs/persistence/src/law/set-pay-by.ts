import { firstWarningAt, payByOnSending, payEndsAt } from '@zikui/domain';
import type { Tx } from '../database/database';
import type { LoadedRefund } from '../refund/loaded-refund';
import { SYSTEM, type Note } from '../refund/step';

/**
 * Sets the legal date to pay by where it waited for the goods, now that they were sent back, and starts its clock (E72).
 * Gives what the timeline says of it: nothing where no law waits for goods, or the date stands already.
 */
export async function setPayByOnSending(tx: Tx, refund: LoadedRefund): Promise<readonly Note[]> {
  const { id, goods, statutory, timeZone, decided } = refund;
  if (!statutory || refund.payBy !== null || goods === null) return [];
  const [proof] = await tx.query<{ noticeAt: string; sentAt: string }>(PROOF, [id, goods.id]);
  if (proof === undefined) return [];
  const { noticeAt, sentAt } = proof;
  const payBy = payByOnSending(decided.facts.jurisdiction, { noticeAt, sentAt, timeZone });
  if (payBy === null) return [];
  const clock = { payBy, timeZone };
  await tx.query(SET, [id, payBy, payEndsAt(clock), firstWarningAt(clock)]);
  return [{ kind: 'pay_by_set', actor: SYSTEM, data: { payBy } }];
}

// Without a scan, or with one of the future, the goods were sent when we heard of it (`least` passes over NULL).
const PROOF = `
SELECT r.created_at AS "noticeAt", least(now(), (
  SELECT min(e.occurred_at) FROM parcel_event e JOIN parcel p ON p.id = e.parcel_id
  WHERE p.return_id = $2 AND e.status NOT IN ('label_created', 'cancelled'))) AS "sentAt"
FROM refund r WHERE r.id = $1`;

const SET = `UPDATE refund SET pay_by = $2, pay_ends_at = $3, clock_at = $4 WHERE id = $1 AND pay_by IS NULL`;
