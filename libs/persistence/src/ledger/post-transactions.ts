import type { DisputeEntry, Posting } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';

/** What the transactions belong to. */
export type LedgerOwner = Readonly<{
  id: string;
  /** Of what `id` is; absent = of a refund. */ of?: 'dispute';
  merchantId: string;
  legalEntityId: string;
  currency: string;
}>;
export type LedgerEntry = Readonly<{
  kind: 'approved' | 'closed' | 'settled' | 'reversed' | 'credit_issued' | 'bonus_issued' | DisputeEntry['kind'];
  /** Names the fact: one fact is posted once, however often it is told. */ key: string;
  postings: readonly Posting[];
  /** Whose credit the postings on `customer_credit` are. */ creditAccountId?: string;
}>;

/** Posts balanced transactions of a refund or a dispute. One whose key exists is left out: its fact was posted before. */
export async function postTransactions(tx: Tx, owner: LedgerOwner, entries: readonly LedgerEntry[]): Promise<void> {
  const transactions = entries
    .filter(({ postings }) => postings.length > 0)
    .map(({ kind, key, postings, creditAccountId }) => ({
      id: newId(),
      kind,
      key,
      postings: postings.map(({ account, amount }) => ({
        account,
        amount,
        credit: account === 'customer_credit' ? (creditAccountId ?? null) : null,
      })),
    }));
  if (transactions.length === 0) return;
  const { merchantId, legalEntityId, id, currency } = owner;
  const [refundId, disputeId] = owner.of === 'dispute' ? [null, id] : [id, null];
  await tx.query(POST, [merchantId, legalEntityId, refundId, currency, JSON.stringify(transactions), disputeId]);
}

const POST = `
WITH entry AS (
  SELECT * FROM jsonb_to_recordset($5::jsonb) AS row (id uuid, kind text, key text, postings jsonb)
), written AS (
  INSERT INTO ledger_transaction (id, merchant_id, legal_entity_id, refund_id, dispute_id, kind, key, currency)
  SELECT id, $1, $2, $3, $6, kind, key, $4 FROM entry
  ON CONFLICT (key) DO NOTHING RETURNING id
)
INSERT INTO posting (merchant_id, transaction_id, account, amount, currency, credit_account_id)
SELECT $1, entry.id, line.account, line.amount, $4, line.credit
FROM written JOIN entry ON entry.id = written.id,
  jsonb_to_recordset(entry.postings) AS line (account text, amount bigint, credit uuid)`;
