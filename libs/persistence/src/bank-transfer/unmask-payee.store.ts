import { publicId, RefundError, refusePermission, type PayeeDetails, type Principal } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { lockOwner } from '../note/note-owner';
import { writeNote } from '../note/write-note';
import { CustomerVault } from '../sale/customer-vault';
import type { UnmaskedPayee } from './bank-transfer.view';

export type UnmaskAsk = Readonly<{
  refundId: string;
  payeeId: string;
  reason: string;
  key: string;
  bodyHash: string;
}>;

/** Enough for the work of a day, too little to carry the accounts of a shop away. */
const MOST_UNMASKINGS_AN_HOUR = 20;

/** Shows bank accounts in clear, to people who say why. */
export class UnmaskPayeeStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /**
   * The payee in clear. Each look is an entry in the book; the reason becomes a comment on the refund, once per key, and is
   * sealed like what it is about. Throws `permission_missing`, `refund_not_found`, `payee_not_found` (also of one whose
   * details were erased), `rate_limited`, `invalid_state` (more comments than a refund takes), `idempotency_conflict`.
   */
  async unmask(principal: Principal, ask: UnmaskAsk): Promise<UnmaskedPayee> {
    const refusal = refusePermission(principal, 'payee.unmask');
    if (refusal) throw new RefundError(refusal.code, refusal.values);
    const { merchantId } = principal;
    const { refundId, payeeId, reason, key, bodyHash } = ask;
    return this.database.write(principal, async (tx) => {
      await insistOnPace(tx, principal);
      const owner = await lockOwner(tx, merchantId, refundId);
      const [payee] = await tx.query<{ sealed: string | null }>(PAYEE, [merchantId, refundId, payeeId]);
      const { dataKey, customerId } = owner;
      if (payee === undefined || payee.sealed === null || dataKey === null)
        throw new RefundError('payee_not_found', { payee: publicId('payee', payeeId) });
      const comment = { kind: 'comment', text: reason, step: null, askedOf: null, replyTo: null } as const;
      const note = await writeNote(tx, this.vault, { principal, ask: { refundId, key, bodyHash, ...comment }, owner });
      await appendAudit(tx, {
        ...{ ...doneBy(principal), refundId, action: 'payee.unmasked', subject: publicId('payee', payeeId) },
        data: { reason: publicId('note', note.id) },
      });
      return inClear(this.vault.openPayee(payee.sealed, dataKey, { merchantId, customerId }), { refundId, payeeId });
    });
  }
}

/** Counted from the book, for all processes together; whoever looks in two windows at once is asked one after the other. */
async function insistOnPace(tx: Tx, { merchantId, owner }: Principal): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`unmask\n${merchantId}\n${owner}`]);
  const [seen] = await tx.query<{ count: number; seconds: number }>(SEEN, [merchantId, owner]);
  if (seen !== undefined && seen.count >= MOST_UNMASKINGS_AN_HOUR)
    throw new RefundError('rate_limited', { retryAfterSeconds: Math.max(1, seen.seconds) });
}

const inClear = (
  { name, account }: PayeeDetails,
  { refundId, payeeId }: Pick<UnmaskAsk, 'refundId' | 'payeeId'>,
): UnmaskedPayee => ({
  ...{ id: publicId('payee', payeeId), refundId: publicId('refund', refundId), format: account.format, name },
  ...{ iban: null, bank: null, branch: null, account: null },
  ...(account.format === 'iban'
    ? { iban: account.iban }
    : { bank: account.bank, branch: account.branch, account: account.account }),
});

const PAYEE = `SELECT sealed FROM payee WHERE merchant_id = $1 AND refund_id = $2 AND id = $3`;
// Until the oldest of this hour is an hour old.
const SEEN = `
SELECT count(*)::int AS count, ceil(extract(epoch FROM min(at) + interval '1 hour' - now()))::int AS seconds
FROM audit_entry WHERE action = 'payee.unmasked' AND merchant_id = $1 AND owner = $2 AND at > now() - interval '1 hour'`;
