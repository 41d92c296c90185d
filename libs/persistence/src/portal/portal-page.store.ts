import { money, publicId, type Locale, type Mode, type Money } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database, Tx } from '../database/database';
import { instantText } from '../database/instant-text';
import type { ShopContact } from '../merchant/merchant.types';
import { SELECT_REFUND_RECORDS } from '../refund/refund-record.sql';
import type { RefundRecord } from '../refund/refund.record';
import { refundViewOf } from '../refund/refund-view-of';
import type { RefundView } from '../refund/refund.view';
import { SELECT_TIMELINE, timelineEntryOf, type TimelineEntry, type TimelineRecord } from '../refund/timeline-entry';
import { CustomerVault } from '../sale/customer-vault';
import type { PortalVisit } from './portal-link.store';

/** A question to the customer, oldest first. */
export type AskedQuestion = Readonly<{
  id: string;
  /** Null once the customer was erased, as what he answered. */ text: string | null;
  isAnswered: boolean;
  answer: string | null;
  photos: number;
}>;
export type Shop = Readonly<{
  name: string;
  mode: Mode;
  contact: ShopContact;
  legalName: string;
  registrationNumber: string;
  address: string;
}>;
/** Everything that the customer's page of one refund is made of. */
export type PortalPage = Readonly<{
  refund: RefundView;
  /** What customers are told, oldest first. */ story: readonly TimelineEntry[];
  questions: readonly AskedQuestion[];
  shop: Shop;
  /** Nothing personal of the customer can be read any more, and nobody can be written to. */ isErased: boolean;
  locale: Locale;
  timeZone: string;
  /** What the lines of the sale are called, by their `ref`. */ lineNames: Readonly<Record<string, string>>;
  /** Transfers that were made anew. */ replaced: readonly string[];
  creditExpiresOn: string | null;
  /** What the customer has of store credit now, in the refund's currency; null where this refund gave none. */ creditBalance: Money | null;
}>;

/** The customer's page of one refund, for whoever comes by a link. */
export class PortalPageStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /** `undefined` when there is no such refund. Of an erased customer amounts, states and documents stay; his own links lead here no more. */
  async find({ merchantId, refundId }: Pick<PortalVisit, 'merchantId' | 'refundId'>): Promise<PortalPage | undefined> {
    const place = [merchantId, refundId];
    return this.database.read({ merchantId }, async (tx) => {
      const [[record], entries, [facts], notes] = await Promise.all([
        tx.query<RefundRecord>(`${SELECT_REFUND_RECORDS} WHERE r.merchant_id = $1 AND r.id = $2`, place),
        tx.query<TimelineRecord>(SELECT_TIMELINE, place),
        tx.query<Facts>(FACTS, place),
        tx.query<NoteRecord>(QUESTIONS, place),
      ]);
      if (!record || !facts) return undefined;
      const { customerId, dataKey, replaced, creditBalance, ...more } = facts;
      const refund = refundViewOf(record);
      const open = (sealed: string | null): string | null =>
        sealed === null ? null : (this.vault.openNote(sealed, dataKey, { merchantId, customerId }) ?? null);
      return {
        ...more,
        refund,
        isErased: dataKey === null,
        creditBalance: creditBalance === null ? null : money(Number(creditBalance), refund.payout.currency),
        replaced: replaced.map((id) => publicId('transfer', id)),
        story: entries.filter(({ depth }) => depth === 'customer').map(timelineEntryOf),
        questions: notes.map(({ id, sealed, answer, photos }) => ({
          ...{ id: publicId('note', id), text: open(sealed), photos },
          ...{ isAnswered: answer !== null, answer: open(answer) },
        })),
      };
    });
  }

  /** Changes whenever the page does; `undefined` as `find`. */
  async version({ merchantId, refundId }: Pick<PortalVisit, 'merchantId' | 'refundId'>): Promise<string | undefined> {
    const [row] = await this.database.read({ merchantId }, (tx) => versionOf(tx, merchantId, refundId));
    return row && `${instantText(row.updatedAt)}-${row.events}`;
  }
}

type Facts = Readonly<{
  customerId: string;
  dataKey: string | null;
  shop: Shop;
  locale: Locale;
  timeZone: string;
  lineNames: Readonly<Record<string, string>>;
  replaced: readonly string[];
  creditExpiresOn: string | null;
  /** Minor units. */ creditBalance: string | number | null;
}>;
type NoteRecord = Readonly<{ id: string; sealed: string; answer: string | null; photos: number }>;

const versionOf = (tx: Tx, merchantId: string, refundId: string) =>
  tx.query<{ updatedAt: string; events: number }>(VERSION, [merchantId, refundId]);

const FACTS = `
SELECT c.id AS "customerId", c.data_key AS "dataKey", c.locale, s.snapshot ->> 'timeZone' AS "timeZone",
  jsonb_build_object('name', m.name, 'mode', m.mode, 'contact', m.contact, 'legalName', e.name, 'registrationNumber', e.registration_number, 'address', e.address) AS shop,
  (SELECT coalesce(jsonb_object_agg(line ->> 'ref', line ->> 'description'), '{}') FROM jsonb_array_elements(s.snapshot -> 'lines') AS line) AS "lineNames",
  (SELECT coalesce(jsonb_agg(n.replaces_id), '[]') FROM transfer n WHERE n.refund_id = r.id AND n.replaces_id IS NOT NULL AND n.status <> 'released') AS replaced,
  (SELECT min(x.expires_on) FROM credit_entry x JOIN transfer t ON t.id = x.transfer_id WHERE t.refund_id = r.id) AS "creditExpiresOn",
  (SELECT a.available FROM credit_account a WHERE a.customer_id = r.customer_id AND a.legal_entity_id = r.legal_entity_id AND a.currency = r.currency
    AND EXISTS (SELECT FROM credit_entry x JOIN transfer t ON t.id = x.transfer_id WHERE t.refund_id = r.id)) AS "creditBalance"
FROM refund r JOIN merchant m ON m.id = r.merchant_id JOIN sale s ON s.id = r.sale_id JOIN customer c ON c.id = r.customer_id
JOIN legal_entity e ON e.id = r.legal_entity_id WHERE r.merchant_id = $1 AND r.id = $2`;
const QUESTIONS = `
SELECT q.id, q.sealed, (SELECT a.sealed FROM note a WHERE a.reply_to = q.id) AS answer,
  (SELECT count(*) FROM evidence v WHERE v.note_id = q.id)::int AS photos
FROM note q WHERE q.merchant_id = $1 AND q.refund_id = $2 AND q.kind = 'question' AND q.asked_of = 'customer' ORDER BY q.id LIMIT 200`;
const VERSION = `
SELECT r.updated_at AS "updatedAt", (SELECT count(*) FROM refund_event e WHERE e.refund_id = r.id)::int AS events
FROM refund r WHERE r.merchant_id = $1 AND r.id = $2`;
