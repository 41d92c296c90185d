import {
  addMonths,
  creditIssues,
  localDate,
  postingsForBonusIssued,
  postingsForCreditIssued,
  type CreditIssue,
} from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { postTransactions, type LedgerEntry } from '../ledger/post-transactions';
import type { LoadedRefund, RefundTransfer } from '../refund/loaded-refund';

export type IssuedCredit = Readonly<{ amount: number; bonus: number; expiresOn: string | null }>;

/**
 * Issues the credit of a refund: account, one entry for what each transfer owes and one for the bonus, postings, and the
 * transfers as settled. Nothing can decline it, so it is one step with the completion.
 */
export async function issueCredits(
  tx: Tx,
  refund: LoadedRefund,
  transfers: readonly RefundTransfer[],
): Promise<IssuedCredit> {
  const { bonus, months } = refund.decided.storeCredit ?? { bonus: 0, months: null };
  const expiresOn = months === null ? null : addMonths(localDate(refund.now, refund.timeZone), months);
  for (const [index, transfer] of transfers.entries()) {
    // The bonus is over all of them: it is issued once.
    await issue(tx, refund, transfer, { bonus: index === 0 ? bonus : 0, expiresOn });
  }
  return { amount: transfers.reduce((sum, { amount }) => sum + amount, 0), bonus, expiresOn };
}

async function issue(
  tx: Tx,
  refund: LoadedRefund,
  transfer: RefundTransfer,
  { bonus, expiresOn }: Pick<IssuedCredit, 'bonus' | 'expiresOn'>,
): Promise<void> {
  const issues = creditIssues(transfer.amount, bonus);
  const [account] = await tx.query<{ id: string }>(ISSUE, [
    newId(),
    refund.merchantId,
    refund.customerId,
    refund.legalEntityId,
    refund.currency,
    transfer.id,
    expiresOn,
    JSON.stringify(issues.map((one) => ({ id: newId(), ...one }))),
  ]);
  await postTransactions(
    tx,
    refund,
    issues.map((one) => entryOf(one, transfer.id, refund.currency, account?.id ?? '')),
  );
}

function entryOf(
  { kind, amount }: CreditIssue,
  transferId: string,
  currency: string,
  creditAccountId: string,
): LedgerEntry {
  const money = { amount, currency };
  return kind === 'refund'
    ? {
        kind: 'credit_issued',
        key: `transfer:${transferId}:credit_issued`,
        postings: postingsForCreditIssued(money),
        creditAccountId,
      }
    : {
        kind: 'bonus_issued',
        key: `transfer:${transferId}:bonus_issued`,
        postings: postingsForBonusIssued(money),
        creditAccountId,
      };
}

// One account per customer, legal entity and currency; the upsert locks it, so that two issues add up.
const ISSUE = `
WITH issue AS (
  SELECT * FROM jsonb_to_recordset($8::jsonb) AS row (id uuid, kind text, amount bigint)
), account AS (
  INSERT INTO credit_account (id, merchant_id, customer_id, legal_entity_id, currency, available)
  SELECT $1, $2, $3, $4, $5, sum(amount) FROM issue
  ON CONFLICT (customer_id, legal_entity_id, currency) DO UPDATE SET available = credit_account.available + EXCLUDED.available
  RETURNING id
), entries AS (
  INSERT INTO credit_entry (id, merchant_id, account_id, transfer_id, kind, amount, available, expires_on, status)
  SELECT issue.id, $2, account.id, $6, issue.kind, issue.amount, issue.amount, $7, 'active' FROM issue, account
), settled AS (
  UPDATE transfer SET status = 'settled', settled_at = now(), updated_at = now() WHERE id = $6 AND status = 'planned'
)
SELECT id FROM account`;
