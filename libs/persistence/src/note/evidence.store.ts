import { publicId, RefundError, type EvidenceFiles, type EvidenceType, type Principal } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database, Tx } from '../database/database';
import { instantText } from '../database/instant-text';
import { CustomerVault } from '../sale/customer-vault';
import { EvidenceInRow } from './evidence-in-row';
import { lockOwner, ownerOf } from './note-owner';
import type { EvidenceView } from './note.store';
import { MOST_FILES, writeEvidence, type EvidenceAsk } from './write-evidence';

export type { EvidenceAsk };
export type EvidenceFile = Readonly<{ content: Buffer; mediaType: EvidenceType; contentHash: string }>;

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
    return this.database.write(principal, async (tx) => {
      const owner = await lockOwner(tx, principal.merchantId, ask.refundId);
      const { id, replayed } = await writeEvidence(
        tx,
        { vault: this.vault, files: this.files },
        { principal, ask, owner },
      );
      const [row] = await tx.query<EvidenceView>(`${SELECT} AND e.id = $2`, [ask.refundId, id]);
      if (!row) throw new RefundError('internal');
      return { evidence: shown(row), replayed };
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
      if (!owner || !row) return undefined;
      const sealed = await this.files.read(row.content);
      if (sealed === undefined) return undefined;
      const text = this.vault.openNote(sealed, owner.dataKey, { merchantId, customerId: owner.customerId });
      if (text === undefined) return undefined;
      return { ...row, content: Buffer.from(text, 'base64') };
    });
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

const SELECT = `
SELECT e.id, e.note_id AS "noteId", e.media_type AS "mediaType", e.bytes, e.actor, e.created_at AS "createdAt" FROM evidence e WHERE e.refund_id = $1`;
const CONTENT = `SELECT content, media_type AS "mediaType", content_hash AS "contentHash" FROM evidence WHERE refund_id = $1 AND id = $2`;
