import type { SaleCustomer } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { revokeLinks } from '../portal/revoke-links';
import type { CustomerContact, CustomerVault } from './customer-vault';

type StoredCustomer = Readonly<{ id: string; dataKey: string | null; personal: string | null }>;

/** Writes what a sale tells of its customer and gives the row's id. A sale that tells less does not make us forget. Locks the customer. */
export async function writeCustomer(
  tx: Tx,
  vault: CustomerVault,
  merchantId: string,
  told: SaleCustomer,
): Promise<string> {
  const [stored] = await tx.query<StoredCustomer>(LOCK, [merchantId, told.ref]);
  const place = { merchantId, customerId: stored?.id ?? newId() };
  const known = stored && vault.openContact(stored, place);
  const contact = fuller(told, known);
  const dataKey = stored?.dataKey ?? vault.newDataKey(place);
  const { email, phone } = vault.hashes(contact, merchantId);
  await tx.query(stored ? UPDATE : INSERT, [
    place.customerId,
    merchantId,
    told.ref,
    told.locale,
    told.protectedGroup,
    dataKey,
    vault.sealContact(contact, dataKey, place),
    email,
    phone,
  ]);
  // Erasing ended his links: his coming again with another key opens none of them.
  if (stored?.dataKey === null) await revokeLinks(tx, { customerId: stored.id });
  return place.customerId;
}

const fuller = (told: CustomerContact, known: CustomerContact | undefined): CustomerContact => ({
  name: told.name ?? known?.name ?? null,
  email: told.email ?? known?.email ?? null,
  phone: told.phone ?? known?.phone ?? null,
});

const LOCK = `
  SELECT id, data_key AS "dataKey", personal FROM customer WHERE merchant_id = $1 AND ref = $2 FOR NO KEY UPDATE`;
const INSERT = `
  INSERT INTO customer (id, merchant_id, ref, locale, protected_group, data_key, personal, email_hash, phone_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const UPDATE = `
  UPDATE customer SET locale = $4, protected_group = coalesce($5, protected_group), data_key = $6, personal = $7,
    email_hash = $8, phone_hash = $9
  WHERE id = $1 AND merchant_id = $2 AND ref = $3`;
