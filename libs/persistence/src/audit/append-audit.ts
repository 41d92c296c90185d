import type { Principal, Role } from '@zikui/domain';
import type { Tx } from '../database/database';

/** What a person did. No personal data and no free text: those stand in the row that `subject` names. */
export type AuditEntry = Readonly<{
  merchantId: string;
  /** Whose acts follow each other: of one refund, or of the merchant for everything else. */ refundId: string | null;
  actor: string;
  /** The person behind the credential. */ owner: string;
  role: Role | null;
  /** From which network address; null where nobody called. */ address: string | null;
  /** `proposal.made`, `resolution.retry`. */ action: string;
  subject: string;
  data: Readonly<Record<string, string | number | boolean | null>>;
}>;

/** Who does something that is written down. */
export type Doer = Pick<Principal, 'merchantId' | 'actor' | 'owner' | 'role' | 'address'>;
/** Who did it, as an entry says it. */
export const doneBy = ({ merchantId, actor, owner, role, address }: Doer) => ({
  ...{ merchantId, actor, owner, role },
  address: address ?? null,
});

/**
 * Writes down what a person did, in the transaction that does it. The database numbers the entry and chains its hash to
 * the one before; it locks the chain until COMMIT, so this comes after every row lock.
 */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { merchantId, refundId, actor, owner, role, address, action, subject, data } = entry;
  const chain = refundId === null ? `merchant:${merchantId}` : `refund:${refundId}`;
  await tx.query(APPEND, [merchantId, chain, actor, owner, role, address, action, subject, JSON.stringify(data)]);
}

const APPEND = `
INSERT INTO audit_entry (merchant_id, chain, actor, owner, role, address, action, subject, data)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
