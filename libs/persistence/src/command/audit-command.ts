import { publicId, type Role } from '@zikui/domain';
import { appendAudit, type AuditEntry } from '../audit/append-audit';
import type { Tx } from '../database/database';

type CarriedOut = Pick<AuditEntry, 'action' | 'data'> &
  Readonly<{ merchantId: string; refundId: string; command: string; actor: string }>;
type By = Readonly<{ owner: string; role: Role | null; address: string | null }>;

/** Writes down that a command was carried out, by whom it was given and from where. After every row lock. */
export async function auditCommand(tx: Tx, carriedOut: CarriedOut): Promise<void> {
  const { merchantId, refundId, command, actor, action, data } = carriedOut;
  const [by] = await tx.query<By>(GIVEN_BY, [command, refundId]);
  // The command was stored before the process heard of it.
  if (!by) return;
  await appendAudit(tx, {
    ...{ merchantId, refundId, actor, ...by, action, subject: publicId('refund', refundId) },
    data: { command: publicId('command', command), ...data },
  });
}

const GIVEN_BY = `
SELECT coalesce(k.owner, s.person)::text AS owner, coalesce(c.role, k.role)::text AS role, c.address
FROM refund_command c LEFT JOIN api_key k ON k.id = c.key_id LEFT JOIN staff_user s ON s.id = c.staff_id
WHERE c.id = $1 AND c.refund_id = $2`;
