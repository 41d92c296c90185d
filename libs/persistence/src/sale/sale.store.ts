import {
  RefundError,
  canonicalJson,
  checkSaleAmounts,
  checkSaleBalance,
  mayChangeFrozen,
  type Principal,
  type Sale,
} from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database, Tx } from '../database/database';
import { brokenConstraint } from '../database/database-failure';
import { newId } from '../database/new-id';
import { invalidField } from '../invalid-field';
import { CustomerVault, type SealedCustomer } from './customer-vault';
import { writeCustomer } from './sale-customer';
import { fillSale, writeSale } from './sale-rows';
import { saleViewOf, type SaleRecord } from './sale-view-of';
import type { SaleView } from './sale.view';

export type PutSale = Readonly<{ created: boolean; sale: SaleView }>;

/** Snapshots of what was bought and paid; the only source of amounts. */
export class SaleStore {
  private readonly box: SecretBox;
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.box = new SecretBox(secrets.masterKey);
    this.vault = new CustomerVault(this.box);
  }

  /**
   * Registers a sale, or replaces it as long as it has no refund and no dispute; then only dates and an invoice that were empty and the
   * customer's contact may change. Safe to repeat. Throws `sale_unbalanced`, `sale_locked`, `gateway_not_configured`,
   * `invalid_field`.
   */
  async put({ merchantId }: Principal, sale: Sale): Promise<PutSale> {
    checkAmounts(sale);
    // Two callers may tell of a new sale or customer at once; the one who comes second finds the other's row.
    for (let met = 0; ; met += 1) {
      try {
        return await this.database.write({ merchantId }, (tx) => this.putOnce(tx, merchantId, sale));
      } catch (error) {
        if (met === MEETINGS.length || !MEETINGS.includes(brokenConstraint(error) ?? '')) throw error;
      }
    }
  }

  async find(merchantId: string, saleRef: string): Promise<SaleView | undefined> {
    return this.database.read({ merchantId }, (tx) => this.view(tx, merchantId, saleRef));
  }

  private async putOnce(tx: Tx, merchantId: string, sale: Sale): Promise<PutSale> {
    const bodyHash = this.box.keyedHash(canonicalJson(sale), `${merchantId}:sale`);
    const [stored] = await tx.query<StoredSale>(LOCK, [merchantId, sale.saleRef]);
    if (stored?.bodyHash !== bodyHash) await this.write(tx, merchantId, sale, bodyHash, stored);
    const view = await this.view(tx, merchantId, sale.saleRef);
    if (!view) throw new Error('a sale that was just written is there');
    return { created: stored === undefined, sale: view };
  }

  private async write(
    tx: Tx,
    merchantId: string,
    sale: Sale,
    bodyHash: string,
    stored: StoredSale | undefined,
  ): Promise<void> {
    const frozen = stored !== undefined && stored.firstRefundAt !== null;
    if (frozen && !mayChangeFrozen(stored.snapshot, sale)) {
      throw new RefundError('sale_locked', { saleRef: sale.saleRef });
    }
    const legalEntityId = await this.checkAccounts(tx, merchantId, sale);
    const customerId = await writeCustomer(tx, this.vault, merchantId, sale.customer);
    const id = stored?.id ?? newId();
    const rows = { id, merchantId, legalEntityId, customerId, snapshot: withoutContact(sale), bodyHash };
    if (frozen) await fillSale(tx, rows);
    else await writeSale(tx, rows, stored !== undefined);
  }

  /** The legal entity of the sale; every payment's gateway must have an account, or its money could never go back. */
  private async checkAccounts(tx: Tx, merchantId: string, sale: Sale): Promise<string> {
    const [merchant] = await tx.query<{ legalEntityId: string | null; gateways: string[] }>(ACCOUNTS, [
      merchantId,
      sale.legalEntity ?? null,
    ]);
    const unknown = sale.payments.find(({ gateway }) => !merchant?.gateways.includes(gateway));
    if (unknown) throw new RefundError('gateway_not_configured', { gateway: unknown.gateway });
    if (!merchant?.legalEntityId) throw invalidField('/legalEntity', 'the merchant has no such legal entity');
    return merchant.legalEntityId;
  }

  private async view(tx: Tx, merchantId: string, saleRef: string): Promise<SaleView | undefined> {
    const [row] = await tx.query<SaleRecord & SealedCustomer & { customerId: string }>(FIND, [merchantId, saleRef]);
    return row && saleViewOf(row, this.vault.openContact(row, { merchantId, customerId: row.customerId }));
  }
}

type StoredSale = Readonly<{ id: string; bodyHash: string; firstRefundAt: string | null; snapshot: Sale }>;

const MEETINGS = ['sale_merchant_id_sale_ref_key', 'customer_merchant_id_ref_key'];

function checkAmounts(sale: Sale): void {
  const faults = checkSaleAmounts(sale);
  if (faults.length > 0) throw new RefundError('invalid_field', {}, faults);
  const unbalanced = checkSaleBalance(sale);
  if (unbalanced) throw new RefundError(unbalanced.code, unbalanced.values);
}

const withoutContact = (sale: Sale): Sale => ({
  ...sale,
  customer: { ...sale.customer, name: null, email: null, phone: null },
});

const LOCK = `
  SELECT id, body_hash AS "bodyHash", snapshot, coalesce(first_refund_at, (
      SELECT min(d.created_at) FROM payment p JOIN dispute d ON d.payment_id = p.id WHERE p.sale_id = sale.id
    )) AS "firstRefundAt"
  FROM sale
  WHERE merchant_id = $1 AND sale_ref = $2 FOR NO KEY UPDATE`;

const ACCOUNTS = `
  SELECT ARRAY(SELECT jsonb_object_keys(m.gateways)) AS gateways, (
    SELECT e.id FROM legal_entity e WHERE e.merchant_id = m.id AND ($2::text IS NULL OR e.ref = $2)
    ORDER BY e.created_at, e.id LIMIT 1
  ) AS "legalEntityId"
  FROM merchant m WHERE m.id = $1`;

const FIND = `
  SELECT m.mode, s.snapshot, s.first_refund_at AS "firstRefundAt", s.created_at AS "createdAt", s.updated_at AS "updatedAt",
    c.id AS "customerId", c.data_key AS "dataKey", c.personal, (
      SELECT jsonb_agg(jsonb_build_object('ref', p.ref, 'held', p.held, 'disputed', p.disputed) ORDER BY p.no)
      FROM payment p WHERE p.sale_id = s.id
    ) AS payments
  FROM sale s JOIN merchant m ON m.id = s.merchant_id JOIN customer c ON c.id = s.customer_id
  WHERE s.merchant_id = $1 AND s.sale_ref = $2`;
