import { RefundError, publicId, uuidOf, type CarrierAccount, type GatewayAccount } from '@zikui/domain';
import type { Database } from '../database/database';
import { brokenConstraint } from '../database/database-failure';
import { newId } from '../database/new-id';
import { TimedCache } from '../database/timed-cache';
import { isUuid } from '../database/uuid';
import { invalidField } from '../invalid-field';
import { AccountBox, accountPlace, isLiveAccount, type AccountKind, type SealedAccount } from './account-box';
import type { AccountSpec, Merchant, MerchantSpec } from './merchant.types';

const DEFAULT_NOTE_PREFIX = 'CN-';

/** Merchants and their accounts at gateways and carriers, whose credentials are sealed at rest. */
export class MerchantStore {
  private readonly box: AccountBox;
  private readonly accounts = new TimedCache<AccountSpec | undefined>({ milliseconds: 10_000, limit: 10_000 });

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.box = new AccountBox(secrets.masterKey);
  }

  /** Sets up a merchant with its legal entities, note series and accounts. Throws `invalid_field` for a slug that is taken and for live credentials of a test merchant. */
  async create(spec: MerchantSpec): Promise<Readonly<{ id: string; slug: string }>> {
    const id = newId();
    const merchant = {
      id,
      slug: spec.slug,
      name: spec.name,
      mode: spec.mode,
      time_zone: spec.timeZone,
      locale: spec.locale,
      gateways: this.sealAll(id, 'gateway', spec),
      carriers: this.sealAll(id, 'carrier', spec),
      contact: spec.contact ?? {},
    };
    const entities = spec.legalEntities.map(({ creditNotePrefix = DEFAULT_NOTE_PREFIX, ...entity }) => ({
      id: newId(),
      series_id: newId(),
      ref: entity.ref,
      name: entity.name,
      registration_number: entity.registrationNumber,
      address: entity.address,
      prefix: creditNotePrefix,
    }));
    try {
      await this.database.write({ merchantId: id }, (tx) =>
        tx.query(CREATE, [JSON.stringify(merchant), JSON.stringify(entities)]),
      );
    } catch (error) {
      if (brokenConstraint(error) === 'merchant_slug_key') throw invalidField('/slug', 'the slug is taken');
      throw error;
    }
    return { id, slug: spec.slug };
  }

  /** By UUID, `mr_...` or slug. */
  async find(idOrSlug: string): Promise<Merchant | undefined> {
    const id = uuidOf('merchant', idOrSlug) ?? (isUuid(idOrSlug) ? idOrSlug : null);
    const [row] = await this.database.read('intake', (tx) =>
      tx.query<Omit<Merchant, 'publicId'>>(FIND, [id, idOrSlug]),
    );
    return row && { ...row, publicId: publicId('merchant', row.id) };
  }

  /** The merchant's account at a gateway, at most 10 s old. Throws `gateway_not_configured`. */
  async gatewayAccount(merchantId: string, gateway: string): Promise<GatewayAccount> {
    const account = await this.account(merchantId, 'gateway', gateway);
    if (!account) throw new RefundError('gateway_not_configured', { gateway });
    return { merchantId, ...account };
  }

  /** The merchant's account at a carrier, at most 10 s old. Throws `not_found`. */
  async carrierAccount(merchantId: string, carrier: string): Promise<CarrierAccount> {
    const account = await this.account(merchantId, 'carrier', carrier);
    if (!account) throw new RefundError('not_found');
    return { merchantId, ...account };
  }

  private account(merchantId: string, kind: AccountKind, name: string): Promise<AccountSpec | undefined> {
    const place = accountPlace(merchantId, kind, name);
    return this.accounts.get(place, async () => {
      const [row] = await this.database.read({ merchantId }, (tx) =>
        tx.query<{ account: SealedAccount | null }>(ACCOUNT[kind], [merchantId, name]),
      );
      return row?.account ? this.box.open(row.account, place) : undefined;
    });
  }

  private sealAll(merchantId: string, kind: AccountKind, spec: MerchantSpec): Record<string, SealedAccount> {
    const accounts = Object.entries(spec[`${kind}s`] ?? {});
    const live = spec.mode === 'test' && accounts.find(([, account]) => isLiveAccount(account));
    if (live) throw invalidField(`/${kind}s/${live[0]}/apiKey`, 'a test merchant has test credentials only');
    return Object.fromEntries(
      accounts.map(([name, account]) => [name, this.box.seal(account, accountPlace(merchantId, kind, name))]),
    );
  }
}

const CREATE = `
  WITH merchant_row AS (
    INSERT INTO merchant (id, slug, name, mode, time_zone, locale, gateways, carriers, contact)
    SELECT id, slug, name, mode, time_zone, locale, gateways, carriers, contact
    FROM jsonb_to_record($1) AS m (id uuid, slug text, name text, mode text, time_zone text, locale text, gateways jsonb, carriers jsonb, contact jsonb)
    RETURNING id
  ), entity AS (
    SELECT e.*, merchant_row.id AS merchant_id
    FROM merchant_row, jsonb_to_recordset($2)
      AS e (id uuid, series_id uuid, ref text, name text, registration_number text, address text, prefix text)
  ), entity_row AS (
    INSERT INTO legal_entity (id, merchant_id, ref, name, registration_number, address)
    SELECT id, merchant_id, ref, name, registration_number, address FROM entity
  )
  INSERT INTO credit_note_series (id, merchant_id, legal_entity_id, document_type, prefix)
  SELECT series_id, merchant_id, id, 'credit_note', prefix FROM entity`;

const FIND = `
  SELECT id, slug, name, mode, time_zone AS "timeZone", locale,
    ARRAY(SELECT jsonb_object_keys(gateways) ORDER BY 1) AS gateways,
    ARRAY(SELECT jsonb_object_keys(carriers) ORDER BY 1) AS carriers
  FROM merchant WHERE id = $1 OR slug = $2`;

const ACCOUNT: Readonly<Record<AccountKind, string>> = {
  gateway: 'SELECT gateways -> $2 AS account FROM merchant WHERE id = $1',
  carrier: 'SELECT carriers -> $2 AS account FROM merchant WHERE id = $1',
};
