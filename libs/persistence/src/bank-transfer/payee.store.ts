import {
  isClosed,
  maskedAccount,
  maskedName,
  PAYEE_ROLES,
  publicId,
  RefundError,
  type PayeeDetails,
  type Principal,
  type RefundStatus,
} from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { instantText, instantTextOrNull } from '../database/instant-text';
import { newId } from '../database/new-id';
import { CustomerVault } from '../sale/customer-vault';
import type { PayeeView } from './bank-transfer.view';

export type PayeeAsk = Readonly<{ refundId: string; details: PayeeDetails; key: string; bodyHash: string }>;
export type AcceptedPayee = Readonly<{ payee: PayeeView; replayed: boolean }>;

/** More than this nobody needs to find an account that takes the money. */
const MOST_OF_A_REFUND = 20;

/** Whom transfers by hand pay: kept under the key of the customer who is owed the money, shown masked. */
export class PayeeStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /**
   * Keeps a payee of a refund, once per key. Pays nothing: the approvers decide on it with the change of destination that
   * names it. Throws `refund_not_found`, `permission_missing`, `invalid_state` (of a refund that ended unpaid, of an erased customer, or with too
   * many payees), `idempotency_conflict`.
   */
  async add(principal: Principal, ask: PayeeAsk): Promise<AcceptedPayee> {
    const { merchantId } = principal;
    return this.database.write(principal, async (tx) => {
      const owner = await lockOwner(tx, merchantId, ask.refundId);
      if (principal.role === null || !PAYEE_ROLES.includes(principal.role))
        throw new RefundError('permission_missing', { permission: PAYEE_ROLES.join(' or ') });
      const [earlier] = await tx.query<{ id: string; bodyHash: string }>(EARLIER, [ask.refundId, ask.key]);
      if (earlier && earlier.bodyHash !== ask.bodyHash) throw new RefundError('idempotency_conflict');
      const id = earlier?.id ?? newId();
      if (!earlier) await this.insert(tx, principal, ask, { ...owner, id });
      const [payee] = await tx.query<PayeeView>(`${SELECT_PAYEES} AND y.id = $3`, [merchantId, ask.refundId, id]);
      if (!payee) throw new RefundError('internal');
      return { payee: shown(payee), replayed: earlier !== undefined };
    });
  }

  /** In the order in which they were given; `undefined` for an unknown refund or another merchant's. */
  async list(merchantId: string, refundId: string): Promise<readonly PayeeView[] | undefined> {
    return this.database.read({ merchantId }, async (tx) => {
      const [refund] = await tx.query(OWNER, [merchantId, refundId]);
      if (!refund) return undefined;
      const found = await tx.query<PayeeView>(LIST, [merchantId, refundId]);
      return found.map(shown);
    });
  }

  private async insert(tx: Tx, principal: Principal, ask: PayeeAsk, owner: Owner & { id: string }): Promise<void> {
    const { id, customerId, dataKey, status, payees } = owner;
    const { merchantId, actor } = principal;
    const { refundId, details, key, bodyHash } = ask;
    const isOver = isClosed(status) && status !== 'completed';
    if (isOver || dataKey === null || payees >= MOST_OF_A_REFUND) throw new RefundError('invalid_state', { status });
    const sealed = this.vault.sealPayee(details, dataKey, { merchantId, customerId });
    const masked = [maskedName(details.name), maskedAccount(details.account)];
    await tx.query(INSERT, [
      ...[id, merchantId, refundId, customerId, details.account.format, sealed, ...masked],
      ...[this.vault.payeeHash(details, merchantId), actor, key, bodyHash],
    ]);
    await appendAudit(tx, {
      ...doneBy(principal),
      refundId,
      action: 'payee.given',
      subject: publicId('payee', id),
      data: { format: details.account.format },
    });
  }
}

type Owner = Readonly<{ customerId: string; dataKey: string | null; status: RefundStatus; payees: number }>;

async function lockOwner(tx: Tx, merchantId: string, refundId: string): Promise<Owner> {
  await tx.query(`SELECT id FROM refund WHERE id = $1 AND merchant_id = $2 FOR NO KEY UPDATE`, [refundId, merchantId]);
  const [owner] = await tx.query<Owner>(OWNER, [merchantId, refundId]);
  if (!owner) throw new RefundError('refund_not_found', { refund: publicId('refund', refundId) });
  return owner;
}

const shown = (payee: PayeeView): PayeeView => ({
  ...payee,
  id: publicId('payee', payee.id),
  refundId: publicId('refund', payee.refundId),
  createdAt: instantText(payee.createdAt),
  erasedAt: instantTextOrNull(payee.erasedAt),
});

const OWNER = `
SELECT c.id AS "customerId", c.data_key AS "dataKey", r.status, (SELECT count(*) FROM payee y WHERE y.refund_id = r.id)::int AS payees
FROM refund r JOIN customer c ON c.id = r.customer_id WHERE r.merchant_id = $1 AND r.id = $2`;
const EARLIER = `SELECT id, body_hash AS "bodyHash" FROM payee WHERE refund_id = $1 AND key = $2`;
const INSERT = `
INSERT INTO payee (id, merchant_id, refund_id, customer_id, format, sealed, masked_name, masked_account, details_hash, actor, key, body_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const SELECT_PAYEES = `
SELECT y.id, y.refund_id AS "refundId", y.format, y.masked_name AS name, y.masked_account AS account, y.created_at AS "createdAt", y.erased_at AS "erasedAt"
FROM payee y WHERE y.merchant_id = $1 AND y.refund_id = $2`;
const LIST = `${SELECT_PAYEES} ORDER BY y.id LIMIT ${String(MOST_OF_A_REFUND)}`;
