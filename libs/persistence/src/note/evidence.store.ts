import {
  publicId,
  RefundError,
  timelineDepth,
  type EvidenceFiles,
  type EvidenceType,
  type Principal,
} from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';
import { instantText } from '../database/instant-text';
import { newId } from '../database/new-id';
import { CustomerVault } from '../sale/customer-vault';
import { EvidenceInRow } from './evidence-in-row';
import { lockOwner, ownerOf, type Owner } from './note-owner';
import type { EvidenceView } from './note.store';

export type EvidenceAsk = Readonly<{
  refundId: string;
  /** The question or comment that it belongs to. */ noteId: string | null;
  mediaType: EvidenceType;
  content: Buffer;
  key: string;
}>;
export type EvidenceFile = Readonly<{ content: Buffer; mediaType: EvidenceType; contentHash: string }>;

/** More than this is not enclosed with one refund. */
const MOST_FILES = 20;

/** Photos that are enclosed with a refund, sealed under the key of its customer and kept by `files`: in the database, unless told otherwise. */
export class EvidenceStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
    private readonly files: EvidenceFiles = new EvidenceInRow(),
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /** Keeps a file, once per key; what it is was checked before. Throws `refund_not_found`, `note_not_found`, `invalid_state` (too many, or of an erased customer), `idempotency_conflict`. */
  async add(principal: Principal, ask: EvidenceAsk): Promise<Readonly<{ evidence: EvidenceView; replayed: boolean }>> {
    const contentHash = sha256Hex(ask.content);
    return this.database.write(principal, async (tx) => {
      const owner = await lockOwner(tx, principal.merchantId, ask.refundId);
      const [earlier] = await tx.query<{ id: string; contentHash: string }>(EARLIER, [ask.refundId, ask.key]);
      if (earlier && earlier.contentHash !== contentHash) throw new RefundError('idempotency_conflict');
      const id = earlier?.id ?? (await this.insert(tx, principal, { ...ask, contentHash }, owner));
      const [row] = await tx.query<EvidenceView>(`${SELECT} AND e.id = $2`, [ask.refundId, id]);
      if (!row) throw new RefundError('internal');
      return { evidence: shown(row), replayed: earlier !== undefined };
    });
  }

  /** Oldest first; `undefined` for an unknown refund or another merchant's. */
  async list(merchantId: string, refundId: string): Promise<readonly EvidenceView[] | undefined> {
    return this.database.read({ merchantId }, async (tx) => {
      if (!(await ownerOf(tx, merchantId, refundId))) return undefined;
      return evidenceOf(tx, refundId);
    });
  }

  /** The bytes as they came; `undefined` when there is no such file, it is gone, or its customer was erased. */
  async content(merchantId: string, refundId: string, id: string): Promise<EvidenceFile | undefined> {
    return this.database.read({ merchantId }, async (tx) => {
      const owner = await ownerOf(tx, merchantId, refundId);
      const [row] = await tx.query<{ content: string; mediaType: EvidenceType; contentHash: string }>(CONTENT, [
        refundId,
        id,
      ]);
      if (!owner || !row || owner.dataKey === null) return undefined;
      const sealed = await this.files.read(row.content);
      if (sealed === undefined) return undefined;
      const text = this.vault.openNote(sealed, owner.dataKey, { merchantId, customerId: owner.customerId });
      return { ...row, content: Buffer.from(text, 'base64') };
    });
  }

  private async insert(
    tx: Tx,
    principal: Principal,
    { refundId, noteId, mediaType, content, key, contentHash }: EvidenceAsk & { contentHash: string },
    owner: Owner,
  ): Promise<string> {
    const { merchantId, actor } = principal;
    if (owner.files >= MOST_FILES || owner.dataKey === null)
      throw new RefundError('invalid_state', { status: owner.status });
    if (noteId !== null) {
      const [note] = await tx.query(`SELECT id FROM note WHERE refund_id = $1 AND id = $2`, [refundId, noteId]);
      if (!note) throw new RefundError('note_not_found', { note: publicId('note', noteId) });
    }
    const id = newId();
    const place = { merchantId, customerId: owner.customerId };
    const sealed = this.vault.sealNote(content.toString('base64'), owner.dataKey, place);
    const held = await this.files.keep({ merchantId, evidenceId: id, sealed });
    await tx.query(INSERT, [
      ...[id, merchantId, refundId, noteId, mediaType, content.length, contentHash, held, actor, key],
    ]);
    await tx.query(TELL, [merchantId, refundId, timelineDepth('evidence_added'), actor]);
    await appendAudit(tx, {
      ...{ ...doneBy(principal), refundId, action: 'evidence.added', subject: publicId('evidence', id) },
      data: { mediaType, bytes: content.length, contentHash },
    });
    return id;
  }
}

/** What is enclosed with a refund, oldest first. */
export const evidenceOf = async (tx: Tx, refundId: string): Promise<readonly EvidenceView[]> =>
  (await tx.query<EvidenceView>(`${SELECT} ORDER BY e.id LIMIT ${MOST_FILES}`, [refundId])).map(shown);

const shown = (row: EvidenceView): EvidenceView => ({
  ...row,
  id: publicId('evidence', row.id),
  noteId: row.noteId && publicId('note', row.noteId),
  createdAt: instantText(row.createdAt),
});

const EARLIER = `SELECT id, content_hash AS "contentHash" FROM evidence WHERE refund_id = $1 AND key = $2`;
const SELECT = `
SELECT e.id, e.note_id AS "noteId", e.media_type AS "mediaType", e.bytes, e.actor, e.created_at AS "createdAt" FROM evidence e WHERE e.refund_id = $1`;
const CONTENT = `SELECT content, media_type AS "mediaType", content_hash AS "contentHash" FROM evidence WHERE refund_id = $1 AND id = $2`;
const INSERT = `
INSERT INTO evidence (id, merchant_id, refund_id, note_id, media_type, bytes, content_hash, content, actor, key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const TELL = `INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data) VALUES ($1, $2, 'evidence_added', $3, $4, '{}')`;
