import { publicId, RefundError, timelineDepth, type EvidenceFiles, type EvidenceType } from '@zikui/domain';
import { appendAudit, doneBy, type Doer } from '../audit/append-audit';
import type { Tx } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';
import { newId } from '../database/new-id';
import type { CustomerVault } from '../sale/customer-vault';
import type { Owner } from './note-owner';

export type EvidenceAsk = Readonly<{
  refundId: string;
  /** The question or comment that it belongs to. */ noteId: string | null;
  mediaType: EvidenceType;
  content: Buffer;
  key: string;
}>;
/** By what it is sealed, and by whom it is kept. */
export type Keeping = Readonly<{ vault: CustomerVault; files: EvidenceFiles }>;
type Writing = Readonly<{ principal: Doer; ask: EvidenceAsk; /** Of the refund, locked. */ owner: Owner }>;

/** More than this is not enclosed with one refund. */
export const MOST_FILES = 20;

/** Encloses a file, once per key, with its line of the timeline and its entry in the book. Throws what `EvidenceStore.add` throws, but for the refund. */
export async function writeEvidence(
  tx: Tx,
  { vault, files }: Keeping,
  { principal, ask, owner }: Writing,
): Promise<Readonly<{ id: string; replayed: boolean }>> {
  const { merchantId, actor } = principal;
  const { refundId, noteId, mediaType, content, key } = ask;
  const contentHash = sha256Hex(content);
  const [earlier] = await tx.query<{ id: string; contentHash: string }>(EARLIER, [refundId, key]);
  if (earlier && earlier.contentHash !== contentHash) throw new RefundError('idempotency_conflict');
  if (earlier) return { id: earlier.id, replayed: true };
  const [enclosed] = await tx.query<{ count: number }>(COUNT, [refundId]);
  if (!enclosed || enclosed.count >= MOST_FILES || owner.dataKey === null)
    throw new RefundError('invalid_state', { status: owner.status });
  if (noteId !== null) {
    const [note] = await tx.query(`SELECT id FROM note WHERE refund_id = $1 AND id = $2`, [refundId, noteId]);
    if (!note) throw new RefundError('note_not_found', { note: publicId('note', noteId) });
  }
  const id = newId();
  const place = { merchantId, customerId: owner.customerId };
  const sealed = vault.sealNote(content.toString('base64'), owner.dataKey, place);
  const held = await files.keep({ merchantId, evidenceId: id, sealed });
  await tx.query(INSERT, [
    ...[id, merchantId, refundId, noteId, mediaType, content.length, contentHash, held, actor, key],
  ]);
  await tx.query(TELL, [merchantId, refundId, timelineDepth('evidence_added'), actor]);
  await appendAudit(tx, {
    ...{ ...doneBy(principal), refundId, action: 'evidence.added', subject: publicId('evidence', id) },
    data: { mediaType, bytes: content.length, contentHash },
  });
  return { id, replayed: false };
}

const EARLIER = `SELECT id, content_hash AS "contentHash" FROM evidence WHERE refund_id = $1 AND key = $2`;
// Asked anew for each: files of one answer come in one transaction.
const COUNT = `SELECT count(*)::int AS count FROM evidence WHERE refund_id = $1`;
const INSERT = `
INSERT INTO evidence (id, merchant_id, refund_id, note_id, media_type, bytes, content_hash, content, actor, key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const TELL = `INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data) VALUES ($1, $2, 'evidence_added', $3, $4, '{}')`;
