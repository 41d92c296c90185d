import { CLOSED_STATUSES, PORTAL_LINKS_OF_A_MERCHANT_PER_HOUR, PORTAL_LINKS_PER_HOUR } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database, Tx } from '../database/database';
import { queueOwnMessage } from '../message/queue-own-message';
import { CustomerVault } from '../sale/customer-vault';

/** By what somebody names a refund: its own number, or that of the order, which several shops may have given. */
export type NamedRefund = Readonly<{ refundId: string } | { saleRef: string }>;
/** What somebody says the shop knows of him. */
export type NamedContact = Readonly<{ email: string } | { phone: string }>;

/** Of one order number. */
const MOST_SHOPS = 1_000;
/** Whom one request may reach: guests of a shop are one customer for each of their references. */
const MOST_CUSTOMERS = 10;

type Named = Readonly<{ merchantId: string; customerId: string }>;

/** Requests for a new link to a customer's page. */
export class PortalLinkRequestStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /**
   * Queues a mail with a new link for each refund that is meant, open ones first, to the address that the shop knows of
   * its customer, and to no other: whoever asks learns nothing, whatever he names. At most three mails an hour to one
   * address of a shop, counted exactly; about a thousand to all of its customers. Tells nobody what it did.
   */
  async ask(refund: NamedRefund, contact: NamedContact): Promise<void> {
    for (const { merchantId, customerId } of await this.customers(refund, contact))
      await this.database.write({ merchantId }, (tx) => queueLinks(tx, { merchantId, customerId }, refund));
  }

  /** Whose refunds may be meant: customers with such an order or refund whom the shop knows by that contact. */
  private customers(refund: NamedRefund, contact: NamedContact): Promise<readonly Named[]> {
    return this.database.read('intake', async (tx) => {
      const named =
        'refundId' in refund
          ? await tx.query<Named>(BY_REFUND, [refund.refundId])
          : await tx.query<Named>(BY_SALE, [refund.saleRef, MOST_SHOPS]);
      if (named.length === 0) return [];
      const hashes = named.map(({ merchantId }) => this.hashOf(contact, merchantId));
      return tx.query<Named>(KNOWN, [named.map(({ customerId }) => customerId), hashes, MOST_CUSTOMERS]);
    });
  }

  /** Hashes are of one shop and one kind of contact: none passes for another. */
  private hashOf(contact: NamedContact, merchantId: string): string {
    const { email, phone } = this.vault.hashes({ name: null, email: null, phone: null, ...contact }, merchantId);
    return email ?? phone ?? '';
  }
}

async function queueLinks(tx: Tx, { merchantId, customerId }: Named, refund: NamedRefund): Promise<void> {
  const [customer] = await tx.query<{ email: string }>(REACHED, [customerId]);
  if (!customer) return;
  await tx.query(ONE_BY_ONE, [customer.email]);
  const [sent] = await tx.query<{ toShop: number; toAddress: number }>(SENT, [merchantId, customer.email]);
  if (!sent || sent.toShop >= PORTAL_LINKS_OF_A_MERCHANT_PER_HOUR) return;
  const left = Math.max(0, PORTAL_LINKS_PER_HOUR - sent.toAddress);
  const meant =
    'refundId' in refund
      ? await tx.query<{ id: string }>(ONE_REFUND, [customerId, left, refund.refundId])
      : await tx.query<{ id: string }>(REFUNDS_OF_SALE, [
          customerId,
          left,
          merchantId,
          refund.saleRef,
          CLOSED_STATUSES,
        ]);
  for (const { id } of meant) await queueOwnMessage(tx, { merchantId, refundId: id, kind: 'link_asked' });
}

const BY_REFUND = `SELECT merchant_id AS "merchantId", customer_id AS "customerId" FROM refund WHERE id = $1`;
const BY_SALE = `SELECT merchant_id AS "merchantId", customer_id AS "customerId" FROM sale WHERE sale_ref = $1 ORDER BY merchant_id LIMIT $2`;
const KNOWN = `
SELECT merchant_id AS "merchantId", id AS "customerId" FROM customer
WHERE id = ANY($1::uuid[]) AND (email_hash = ANY($2) OR phone_hash = ANY($2)) ORDER BY id LIMIT $3`;
/** Whom a mail reaches: to a customer without an address, or an erased one, nothing can go. */
const REACHED = `SELECT email_hash AS email FROM customer WHERE id = $1 AND data_key IS NOT NULL AND email_hash IS NOT NULL`;
// Requests of one address go one after the other, so that its limit counts all of them. That of the shop is generous, and may be passed by a few.
const ONE_BY_ONE = `SELECT pg_advisory_xact_lock(hashtextextended('portal link ' || $1, 0))`;
// What staff sent once more does not count: nobody outside can cause it.
const SENT = `
SELECT count(*)::int AS "toShop", count(*) FILTER (WHERE c.email_hash = $2)::int AS "toAddress"
FROM message m JOIN refund r ON r.id = m.refund_id JOIN customer c ON c.id = r.customer_id
WHERE m.merchant_id = $1 AND m.kind = 'link_asked' AND m.resend_of IS NULL AND m.created_at > now() - interval '1 hour'`;
const ONE_REFUND = `SELECT id FROM refund WHERE id = $3 AND customer_id = $1 LIMIT $2`;
// By the order: `=` would let the planner come by all refunds of the customer.
const REFUNDS_OF_SALE = `
SELECT r.id FROM sale s JOIN refund r ON r.sale_id = s.id WHERE s.merchant_id = $3 AND s.sale_ref = $4 AND r.customer_id IS NOT DISTINCT FROM $1
ORDER BY r.status = ANY($5), r.created_at DESC, r.id LIMIT $2`;
