import { personOf, publicId, type Role } from '@zikui/domain';
import { appendAudit } from '../audit/append-audit';
import type { Database } from '../database/database';
import { newId } from '../database/new-id';
import { givePower, lockStaff } from './write-grants';

/** Somebody who may sign in before any administrator has. */
export type FirstStaff = Readonly<{ email: string; roles: readonly Role[]; amountLimit: number | null }>;

const BY = 'merchant command';

/** The first people of a merchant, as whoever runs the service sets him up. Who has such access to the database needs no second person here. */
export class FirstStaffStore {
  constructor(private readonly database: Database) {}

  /** One transaction. Safe to repeat. */
  async add(merchantId: string, people: readonly FirstStaff[]): Promise<void> {
    if (people.length === 0) return;
    await this.database.write({ merchantId }, async (tx) => {
      for (const { email, roles, amountLimit } of people) {
        const person = personOf(email);
        await tx.query(ADD, [newId(), merchantId, person, BY]);
        const [row] = await tx.query<{ id: string }>(FIND, [merchantId, person]);
        if (!row) throw new Error('somebody who was just added is there');
        const staff = { merchantId, id: row.id };
        await lockStaff(tx, merchantId, row.id);
        for (const role of [...roles, null])
          await givePower(tx, staff, { role, amountLimit }, { source: 'command', actor: BY });
        await appendAudit(tx, {
          ...{ merchantId, refundId: null, actor: BY, owner: BY, role: null, address: null },
          ...{ action: 'staff.set_up', subject: publicId('staff', row.id) },
          data: { roles: roles.join(' '), amountLimit },
        });
      }
    });
  }
}

const ADD = `
INSERT INTO staff_user (id, merchant_id, person, name, created_by) VALUES ($1, $2, $3, $3, $4) ON CONFLICT (merchant_id, person) DO NOTHING`;
const FIND = `SELECT id FROM staff_user WHERE merchant_id = $1 AND person = $2`;
