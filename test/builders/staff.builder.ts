import type { Role } from '@zikui/domain';
import { newId, StaffSessionStore, type Database, type PersistenceSecrets } from '@zikui/persistence';
import { pageTokenOf } from '../../apps/api/src/access/own-page';
import { newRef } from './sale.builder';

export type StoredStaff = Readonly<{
  id: string;
  person: string;
  /** Of a session that is open. */ token: string;
}>;
export type StaffSpec = Readonly<{ roles: readonly Role[]; person?: string; amountLimit?: number | null }>;

/** A member of staff with his roles, as if he had just signed in. */
export async function storeStaff(
  database: Database,
  secrets: PersistenceSecrets,
  merchantId: string,
  { roles, person = `${newRef('staff')}@shop.test`.toLowerCase(), amountLimit = null }: StaffSpec,
): Promise<StoredStaff> {
  const id = newId();
  const sessions = new StaffSessionStore(database, secrets);
  const token = await database.write({ merchantId }, async (tx) => {
    await tx.query(
      `INSERT INTO staff_user (id, merchant_id, person, name, amount_limit, created_by) VALUES ($1, $2, $3, $3, $4, 'test')`,
      [id, merchantId, person, amountLimit],
    );
    for (const role of roles)
      await tx.query(
        `INSERT INTO role_grant (id, merchant_id, staff_id, role, source, granted_by) VALUES ($1, $2, $3, $4, 'command', 'test')`,
        [newId(), merchantId, id, role],
      );
    return sessions.open(tx, { merchantId, staffId: id, address: null, refreshToken: null, authenticatedAt: null });
  });
  return { id, person, token };
}

/** What a page of ours sends along with each call. */
export const staffHeaders = (token: string): Readonly<Record<string, string>> => ({
  cookie: `zikui=${token}`,
  'sec-fetch-site': 'same-origin',
  'x-zikui-token': pageTokenOf(token),
});
