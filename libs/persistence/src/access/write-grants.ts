import { RefundError, publicId, type GrantSource, type Role } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { SELECT_STAFF, type StaffRow } from './staff.view';

/** What somebody gets: a role, another limit, or both. */
export type Power = Readonly<{ role: Role | null; amountLimit: number | null }>;
export type GrantBy = Readonly<{ source: GrantSource; actor: string; proposalId?: string }>;

/** Locks a member of staff and reads him afterwards. Throws `staff_not_found`, also for another merchant's. */
export async function lockStaff(tx: Tx, merchantId: string, id: string): Promise<StaffRow> {
  await tx.query('SELECT FROM staff_user WHERE merchant_id = $1 AND id = $2 FOR UPDATE', [merchantId, id]);
  const [row] = await tx.query<StaffRow>(`${SELECT_STAFF} WHERE s.merchant_id = $1 AND s.id = $2`, [merchantId, id]);
  if (!row) throw new RefundError('staff_not_found', { staff: publicId('staff', id) });
  return row;
}

/** Gives a power; a role that is held already stays as it was given. Whoever was taken off the staff is on it again. */
export async function givePower(
  tx: Tx,
  staff: Readonly<{ merchantId: string; id: string }>,
  { role, amountLimit }: Power,
  { source, actor, proposalId }: GrantBy,
): Promise<void> {
  const { merchantId, id } = staff;
  await tx.query(
    'UPDATE staff_user SET amount_limit = coalesce($3, amount_limit), disabled_at = NULL WHERE merchant_id = $1 AND id = $2',
    [merchantId, id, amountLimit],
  );
  if (role !== null) await tx.query(GRANT, [newId(), merchantId, id, role, source, actor, proposalId ?? null]);
}

/** Takes a role away, or every role. Tells which there were. */
export async function takeRoles(
  tx: Tx,
  staffId: string,
  { role, actor }: Readonly<{ role: Role | null; actor: string }>,
): Promise<readonly Role[]> {
  const taken = await tx.query<{ role: Role }>(TAKE, [staffId, role, actor]);
  return taken.map((one) => one.role);
}

const GRANT = `
INSERT INTO role_grant (id, merchant_id, staff_id, role, source, granted_by, proposal_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (staff_id, role) WHERE ended_at IS NULL DO NOTHING`;

const TAKE = `
UPDATE role_grant SET ended_at = now(), ended_by = $3 WHERE staff_id = $1 AND ended_at IS NULL AND ($2::text IS NULL OR role = $2) RETURNING role`;
