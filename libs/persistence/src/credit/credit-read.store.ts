import { money, publicId, type Money } from '@zikui/domain';
import type { Database } from '../database/database';
import { instantText } from '../database/instant-text';

export type CreditEntryView = Readonly<{
  id: string;
  kind: 'refund' | 'bonus';
  amount: Money;
  available: Money;
  held: Money;
  status: string;
  /** Last local day on which it can be spent. */ expiresOn: string | null;
  /** The refund that issued it. */ refundId: string | null;
  createdAt: string;
}>;
/** `GET /v1/credit-accounts/{customerRef}`. */
export type CreditAccountView = Readonly<{
  customerRef: string;
  accounts: readonly Readonly<{
    id: string;
    currency: string;
    /** Ref of the legal entity that owes it. */ legalEntity: string;
    available: Money;
    held: Money;
    /** Newest first. */ entries: readonly CreditEntryView[];
  }>[];
}>;

type Amounts<View> = { readonly [K in keyof View]: View[K] extends Money ? number : View[K] };
type AccountRecord = Amounts<Omit<CreditAccountView['accounts'][number], 'entries'>> &
  Readonly<{ entries: readonly Amounts<CreditEntryView>[] }>;

/** Store credit as people see it. */
export class CreditReadStore {
  constructor(private readonly database: Database) {}

  /** All credit of a customer; `undefined` for an unknown customer, no accounts for one without credit. */
  async account(merchantId: string, customerRef: string): Promise<CreditAccountView | undefined> {
    const [row] = await this.database.read({ merchantId }, (tx) =>
      tx.query<{ accounts: readonly AccountRecord[] }>(ACCOUNTS, [merchantId, customerRef]),
    );
    return row && { customerRef, accounts: row.accounts.map(accountView) };
  }
}

function accountView(record: AccountRecord): CreditAccountView['accounts'][number] {
  const amount = (minor: number): Money => money(minor, record.currency);
  return {
    ...record,
    id: publicId('creditAccount', record.id),
    available: amount(record.available),
    held: amount(record.held),
    entries: record.entries.map((entry) => ({
      ...entry,
      id: publicId('creditEntry', entry.id),
      amount: amount(entry.amount),
      available: amount(entry.available),
      held: amount(entry.held),
      refundId: entry.refundId === null ? null : publicId('refund', entry.refundId),
      createdAt: instantText(entry.createdAt),
    })),
  };
}

const ENTRIES = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'amount', e.amount, 'available', e.available,
    'held', e.held, 'status', e.status, 'expiresOn', e.expires_on, 'refundId', t.refund_id, 'createdAt', e.created_at)
    ORDER BY e.created_at DESC, e.id DESC), '[]')
  FROM credit_entry e LEFT JOIN transfer t ON t.id = e.transfer_id WHERE e.account_id = a.id`;

const ACCOUNTS = `
  SELECT (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'currency', a.currency, 'legalEntity', l.ref,
      'available', a.available, 'held', a.held, 'entries', (${ENTRIES})) ORDER BY a.currency, l.ref), '[]')
    FROM credit_account a JOIN legal_entity l ON l.id = a.legal_entity_id WHERE a.customer_id = c.id
  ) AS accounts
  FROM customer c WHERE c.merchant_id = $1 AND c.ref = $2`;
