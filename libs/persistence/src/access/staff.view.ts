import { publicId, type GrantSource, type Role } from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';

/** A member of staff, as administrators and auditors see him. */
export type StaffView = Readonly<{
  id: string;
  /** His verified mail address, by which he is one person in all that he does and owns. */ person: string;
  name: string;
  roles: readonly Readonly<{ role: Role; source: GrantSource; grantedBy: string; grantedAt: string }>[];
  /** The highest payout that he may decide, in minor units; null = none. */ amountLimit: number | null;
  lastSignInAt: string | null;
  /** He was taken off the staff. */ disabledAt: string | null;
  createdAt: string;
}>;

export type StaffRow = Omit<StaffView, 'id'> & Readonly<{ id: string }>;

export const SELECT_STAFF = `
SELECT s.id, s.person, s.name, s.amount_limit AS "amountLimit", s.last_sign_in_at AS "lastSignInAt", s.disabled_at AS "disabledAt", s.created_at AS "createdAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'source', g.source, 'grantedBy', g.granted_by, 'grantedAt', g.granted_at) ORDER BY g.role), '[]')
   FROM role_grant g WHERE g.staff_id = s.id AND g.ended_at IS NULL) AS roles
FROM staff_user s`;

export const staffView = (row: StaffRow): StaffView => ({
  id: publicId('staff', row.id),
  person: row.person,
  name: row.name,
  roles: row.roles.map(({ grantedAt, ...grant }) => ({ ...grant, grantedAt: instantText(grantedAt) })),
  amountLimit: row.amountLimit,
  lastSignInAt: instantTextOrNull(row.lastSignInAt),
  disabledAt: instantTextOrNull(row.disabledAt),
  createdAt: instantText(row.createdAt),
});
