import {
  csvFile,
  localDate,
  publicId,
  RefundError,
  refusePermission,
  sepaFile,
  type BankFileFacts,
  type BankFileFormat,
  type Mode,
  type PayeeDetails,
  type Principal,
} from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { appendAudit, doneBy } from '../audit/append-audit';
import { cursorOf, partsOfCursor } from '../database/cursor';
import type { Database, Tx } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';
import { newId } from '../database/new-id';
import type { Page } from '../database/page';
import { PLANNED_ANEW } from '../database/prepared-statement';
import { isUuid } from '../database/uuid';
import { invalidField } from '../invalid-field';
import { CustomerVault } from '../sale/customer-vault';
import { endToEndId } from '../transfer/gateway-key';
import { bankFileView, itemView, SELECT_BANK_FILES, SELECT_ITEMS, type BankFileRecord } from './bank-file-record';
import type { BankFileContent, BankFileView, FoundBankFile } from './bank-transfer.view';
import { collectOrders } from './collect-orders';
import { writeBankFile, type OrderedTransfer } from './write-bank-file';

export type BankFileAsk = Readonly<{
  /** The merchant's reference of it. */ legalEntity: string;
  currency: string;
  format: BankFileFormat;
  /** Null = today, where the merchant is. */ executeOn: string | null;
  payer: PayeeDetails;
  key: string;
  bodyHash: string;
}>;
export type AcceptedBankFile = Readonly<{ file: BankFileView; replayed: boolean }>;
type Paging = Readonly<{ limit: number; after?: string }>;

/** Who makes files sees what stands in them; a key does so in its role. */
function insistOnMaking(principal: Principal): void {
  const refusal = refusePermission(principal, 'bank_file.make');
  if (refusal) throw new RefundError(refusal.code, refusal.values);
}

/** Files in which banks are asked to pay transfers by hand. A transfer stands in exactly one of them, for ever. */
export class BankFileStore {
  private readonly box: SecretBox;
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ masterKey: Buffer; gatewayKeySecret: string }>,
  ) {
    this.box = new SecretBox(secrets.masterKey);
    this.vault = new CustomerVault(this.box);
  }

  /**
   * Collects what is approved and not yet in a file, at most 1,000 transfers, and moves it to `pending`. Once per key: a
   * repeat gives the first file. Throws `permission_missing`, `legal_entity_unknown`, `nothing_to_export`, `invalid_field`, `idempotency_conflict`.
   */
  async create(principal: Principal, ask: BankFileAsk): Promise<AcceptedBankFile> {
    insistOnMaking(principal);
    const { merchantId } = principal;
    return this.database.write(principal, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`bank_file\n${merchantId}\n${ask.key}`]);
      const [earlier] = await tx.query<{ id: string; bodyHash: string }>(EARLIER, [merchantId, ask.key]);
      if (earlier && earlier.bodyHash !== ask.bodyHash) throw new RefundError('idempotency_conflict');
      const id = earlier?.id ?? (await this.export(tx, principal, ask));
      const [file] = await tx.query<BankFileRecord>(`${SELECT_BANK_FILES} AND f.id = $2`, [merchantId, id]);
      if (!file) throw new RefundError('internal');
      return { file: bankFileView(file), replayed: earlier !== undefined };
    });
  }

  /** Newest first. */
  async list(merchantId: string, { limit, after }: Paging): Promise<Page<BankFileView>> {
    const [at, id] = after === undefined ? [null, null] : partsOfCursor(after, ['string', 'string']);
    if (id !== null && !isUuid(String(id))) throw invalidField('/after', 'not a cursor of this list');
    const params = [merchantId, at, id, limit + 1];
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<BankFileRecord>(LIST, params));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(bankFileView), next: last ? cursorOf(last.place, last.id) : null };
  }

  /** With its transfers, payees masked. */
  async find(merchantId: string, id: string): Promise<FoundBankFile | undefined> {
    return this.database.read({ merchantId }, async (tx) => {
      const [file] = await tx.query<BankFileRecord>(`${SELECT_BANK_FILES} AND f.id = $2`, [merchantId, id]);
      if (!file) return undefined;
      const items = await tx.query<Parameters<typeof itemView>[0]>(SELECT_ITEMS, [merchantId, id]);
      return { file: bankFileView(file), items: items.map(itemView) };
    });
  }

  /** The bytes, the same each time; who saw them stands in the book. Throws `permission_missing`, `bank_file_not_found`, `bank_file_erased`. */
  async content(principal: Principal, id: string): Promise<BankFileContent> {
    insistOnMaking(principal);
    const { merchantId } = principal;
    const bankFile = publicId('bankFile', id);
    return this.database.write(principal, async (tx) => {
      const [row] = await tx.query<StoredContent>(CONTENT, [merchantId, id]);
      if (!row) throw new RefundError('bank_file_not_found', { bankFile });
      if (row.content === null) throw new RefundError('bank_file_erased', { bankFile });
      const about = { ...doneBy(principal), refundId: null, subject: bankFile };
      await appendAudit(tx, { ...about, action: 'bank_file.read', data: { contentHash: row.contentHash } });
      const { format, contentHash } = row;
      return { format, contentHash, text: this.box.open(row.content, contextOf(merchantId, id)) };
    });
  }

  private async export(tx: Tx, principal: Principal, ask: BankFileAsk): Promise<string> {
    const { merchantId, actor } = principal;
    const entity = await lockEntity(tx, merchantId, ask.legalEntity);
    const executeOn = executionDay(ask.executeOn, localDate(entity.now, entity.timeZone));
    const { currency, format } = ask;
    const due = await collectOrders(tx, this.vault, { merchantId, legalEntityId: entity.id, currency, format });
    if (due.length === 0) throw new RefundError('nothing_to_export', { currency, legalEntity: ask.legalEntity });

    const orders = due.map((transfer, index): OrderedTransfer => ({
      ...transfer,
      position: index + 1,
      endToEndId: endToEndId(this.secrets.gatewayKeySecret, { ...transfer, merchantId, transferNo: transfer.no }),
    }));
    const id = newId();
    const text = textOf(format, {
      messageId: `ZK${id.replaceAll('-', '')}`,
      createdAt: entity.now,
      executeOn,
      currency,
      payer: ask.payer,
      orders: orders.map((order) => ({ ...order, remittance: remittanceOf(entity.mode, order.saleRef) })),
    });
    const contentHash = sha256Hex(text);
    const content = this.box.seal(text, contextOf(merchantId, id));
    const bytes = Buffer.byteLength(text);
    const file = { ...ask, id, merchantId, legalEntityId: entity.id, executeOn, content, contentHash, bytes, actor };
    await writeBankFile(tx, file, orders);
    await appendAudit(tx, {
      ...doneBy(principal),
      refundId: null,
      action: 'bank_file.made',
      subject: publicId('bankFile', id),
      data: { currency, format, transfers: orders.length, contentHash },
    });
    return id;
  }
}

const textOf = (format: BankFileFormat, facts: BankFileFacts): string =>
  format === 'sepa' ? sepaFile(facts) : csvFile(facts);

const remittanceOf = (mode: Mode, saleRef: string): string => `${mode === 'test' ? 'TEST ' : ''}Refund ${saleRef}`;

const contextOf = (merchantId: string, id: string): string => `${merchantId}:bank_file:${id}`;

const LATEST_DAYS = 366;

function executionDay(asked: string | null, today: string): string {
  if (asked === null) return today;
  const days = (Date.parse(asked) - Date.parse(today)) / 86_400_000;
  if (days < 0 || days > LATEST_DAYS) throw invalidField('/executeOn', 'not between today and a year from now');
  return asked;
}

type Entity = Readonly<{ id: string; timeZone: string; mode: Mode; now: string }>;
/** Whoever exports for it waits: what one takes the other does not see any more. */
async function lockEntity(tx: Tx, merchantId: string, ref: string): Promise<Entity> {
  await tx.query(`SELECT id FROM legal_entity WHERE merchant_id = $1 AND ref = $2 FOR NO KEY UPDATE`, [
    merchantId,
    ref,
  ]);
  const [entity] = await tx.query<Entity>(ENTITY, [merchantId, ref]);
  if (!entity) throw new RefundError('legal_entity_unknown', { legalEntity: ref });
  return entity;
}

type StoredContent = Readonly<{ format: BankFileFormat; content: string | null; contentHash: string }>;
const ENTITY = `
SELECT e.id, m.time_zone AS "timeZone", m.mode, now() AS now FROM legal_entity e JOIN merchant m ON m.id = e.merchant_id
WHERE e.merchant_id = $1 AND e.ref = $2`;
const EARLIER = `SELECT id, body_hash AS "bodyHash" FROM bank_file WHERE merchant_id = $1 AND key = $2`;
const CONTENT = `SELECT format, content, content_hash AS "contentHash" FROM bank_file WHERE merchant_id = $1 AND id = $2`;
const LIST = `${PLANNED_ANEW} ${SELECT_BANK_FILES} AND ($2::timestamptz IS NULL OR (f.created_at, f.id) < ($2, $3::uuid))
ORDER BY f.created_at DESC, f.id DESC LIMIT $4`;
