import { ID_PREFIXES, money, publicId, uuidOf, type IdKind, type Money, type RefundStatus } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database } from '../database/database';
import { instantText } from '../database/instant-text';
import { CustomerVault } from '../sale/customer-vault';
import { FIND_OTHERS, FIND_REFUNDS, FIND_SALES, MOST_FOUND } from './search.sql';

/** By what somebody looked for something. */
export const SEARCH_KEYS = [
  'id',
  'order',
  'external_ref',
  'tracking',
  'document',
  'gateway_reference',
  'customer',
  'email',
  'phone',
] as const;
export type SearchKey = (typeof SEARCH_KEYS)[number];

/** What a search leads to; never what is only like it. */
export type Found = Readonly<{
  kind: 'refund' | 'sale' | 'proposal' | 'dispute';
  /** Public id; of a sale its `saleRef`. */ id: string;
  /** By what it was found. */ by: SearchKey;
  /** Of a refund what tells it from others; null for the rest. */
  refund: Readonly<{
    saleRef: string;
    customerRef: string;
    status: RefundStatus;
    payout: Money;
    createdAt: string;
  }> | null;
}>;
export type SearchAsk = Readonly<{
  text: string;
  /** Whether persons may be looked for by address and telephone. */ persons: boolean;
}>;

type RefundRow = Readonly<{
  id: string;
  by: SearchKey;
  saleRef: string;
  customerRef: string;
  status: RefundStatus;
  payout: number;
  currency: string;
  createdAt: string;
}>;

/** Finds what people have a name of: an id, an order, a tracking code, a document, a reference, a customer. */
export class SearchStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /** Exact names alone, at most twenty things, refunds first and the newest of them at the top. Personal data is sealed: it is found by its whole, never by a part. */
  async find(merchantId: string, { text, persons }: SearchAsk): Promise<readonly Found[]> {
    const [kind, uuid] = idIn(text);
    const { email, phone } = persons
      ? this.vault.hashes({ name: null, email: emailIn(text), phone: phoneIn(text) }, merchantId)
      : { email: null, phone: null };
    const [refunds, sales, others] = await this.database.read({ merchantId }, (tx) =>
      Promise.all([
        tx.query<RefundRow>(FIND_REFUNDS, [merchantId, text, kind, uuid, email, phone]),
        tx.query<{ id: string; by: SearchKey }>(FIND_SALES, [merchantId, text]),
        tx.query<{ kind: 'proposal' | 'dispute'; id: string }>(FIND_OTHERS, [merchantId, kind, uuid]),
      ]),
    );
    return [
      ...refunds.map(foundRefund),
      ...sales.map(({ id, by }): Found => ({ kind: 'sale', id, by, refund: null })),
      ...others.map(({ kind: of, id }): Found => ({ kind: of, id: publicId(of, id), by: 'id', refund: null })),
    ].slice(0, MOST_FOUND);
  }
}

const foundRefund = ({ id, by, saleRef, customerRef, status, payout, currency, createdAt }: RefundRow): Found => ({
  ...{ kind: 'refund', id: publicId('refund', id), by },
  refund: { saleRef, customerRef, status, payout: money(payout, currency), createdAt: instantText(createdAt) },
});

/** The kind and the UUID of a public id; nulls for any other text. */
function idIn(text: string): readonly [IdKind, string] | readonly [null, null] {
  const prefix = text.split('_', 1).join('');
  const kind = (Object.keys(ID_PREFIXES) as IdKind[]).find((one) => ID_PREFIXES[one] === prefix);
  const uuid = kind && uuidOf(kind, text);
  return kind === undefined || uuid === undefined ? [null, null] : [kind, uuid];
}

const emailIn = (text: string): string | null => (text.includes('@') ? text : null);
/** The shortest of what may be a whole telephone number. */
const LEAST_DIGITS = 9;
const phoneIn = (text: string): string | null =>
  /^\+?[0-9(][0-9 ().-]*$/.test(text) && text.replaceAll(/\D/g, '').length >= LEAST_DIGITS ? text : null;
