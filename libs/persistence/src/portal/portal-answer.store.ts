import { canonicalJson, isClosed, RefundError, type EvidenceType, type Principal } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Doer } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { sha256Hex } from '../database/keyed-hash';
import { EvidenceInRow } from '../note/evidence-in-row';
import { lockOwner } from '../note/note-owner';
import { writeEvidence, type Keeping } from '../note/write-evidence';
import { writeNote } from '../note/write-note';
import { CustomerVault } from '../sale/customer-vault';
import type { PortalVisit } from './portal-link.store';

export type CustomerAnswer = Readonly<{
  /** The question's UUID. */ noteId: string;
  text: string;
  photos: readonly Readonly<{ mediaType: EvidenceType; content: Buffer }>[];
  address: string;
}>;

/** What a customer says by his link: as much as somebody of the staff who answers for him, and nothing else. */
export class PortalAnswerStore {
  private readonly keeping: Keeping;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.keeping = { vault: new CustomerVault(new SecretBox(secrets.masterKey)), files: new EvidenceInRow() };
  }

  /**
   * Answers a question to the customer, with photos: all of it or nothing. The same answer again changes nothing. Throws
   * `note_not_found` for what is no such question, `invalid_state` once it was answered or its refund is closed, and
   * for too many photos.
   */
  async answer({ merchantId, refundId }: PortalVisit, answer: CustomerAnswer): Promise<void> {
    const { noteId, text, photos, address } = answer;
    const principal = customerOf(merchantId, address);
    const files = photos.map((photo) => ({ ...photo, hash: sha256Hex(photo.content) }));
    const bodyHash = sha256Hex(canonicalJson({ text, photos: files.map(({ hash }) => hash) }));
    await this.database.write({ merchantId }, async (tx) => {
      const owner = await lockOwner(tx, merchantId, refundId);
      await requireQuestion(tx, refundId, noteId);
      const ask = { refundId, kind: 'answer', step: null, askedOf: null, replyTo: noteId, text, bodyHash } as const;
      const key = `portal:${noteId}`;
      if (isClosed(owner.status)) throw new RefundError('invalid_state', { status: owner.status });
      const { replayed } = await writeNote(tx, this.keeping.vault, { principal, ask: { ...ask, key }, owner });
      if (replayed) return;
      for (const { hash, mediaType, content } of files) {
        const photo = { refundId, noteId, mediaType, content, key: `${key}:${hash}` };
        await writeEvidence(tx, this.keeping, { principal, ask: photo, owner });
      }
    });
  }
}

const customerOf = (merchantId: string, address: string): Doer & Pick<Principal, 'scopes' | 'person'> => ({
  ...{ merchantId, address, actor: 'customer', owner: 'customer', role: null },
  ...{ scopes: [], person: 'customer' as const },
});

/** What was asked of somebody else is not there. */
async function requireQuestion(tx: Tx, refundId: string, noteId: string): Promise<void> {
  const [question] = await tx.query(QUESTION, [refundId, noteId]);
  if (!question) throw new RefundError('note_not_found', { note: null });
}

const QUESTION = `SELECT id FROM note WHERE refund_id = $1 AND id = $2 AND kind = 'question' AND asked_of = 'customer'`;
