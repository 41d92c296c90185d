import { publicId, RefundError, type AskedOf, type EvidenceType, type NoteKind, type Principal } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database, Tx } from '../database/database';
import { instantText } from '../database/instant-text';
import { CustomerVault } from '../sale/customer-vault';
import { lockOwner, ownerOf, type Owner } from './note-owner';
import { writeNote, type NoteAsk } from './write-note';

export type { NoteAsk };

export type EvidenceView = Readonly<{
  id: string;
  noteId: string | null;
  mediaType: EvidenceType;
  bytes: number;
  actor: string;
  createdAt: string;
}>;
export type NoteView = Readonly<{
  id: string;
  kind: NoteKind;
  step: number | null;
  askedOf: AskedOf | null;
  replyTo: string | null;
  actor: string;
  /** Null once the customer was erased. */ text: string | null;
  createdAt: string;
}>;

/** What people say about a refund, under the key of its customer: erasing the customer erases it. */
export class NoteStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /**
   * Writes a comment, a question back or an answer, once per key. The refund's status and its clocks stay. Throws
   * `refund_not_found`, `note_not_found`, `step_not_open`, `invalid_state` (too many, of an erased customer, or answered before), `idempotency_conflict`.
   */
  async add(principal: Principal, ask: NoteAsk): Promise<Readonly<{ note: NoteView; replayed: boolean }>> {
    const { merchantId } = principal;
    return this.database.write({ merchantId }, async (tx) => {
      const owner = await lockOwner(tx, merchantId, ask.refundId);
      const { id, replayed } = await writeNote(tx, this.vault, { principal, ask, owner });
      const note = (await this.read(tx, owner, ask.refundId)).find((one) => one.id === publicId('note', id));
      if (!note) throw new RefundError('internal');
      return { note, replayed };
    });
  }

  /** All of a refund, oldest first; `undefined` for an unknown refund or another merchant's. */
  async list(merchantId: string, refundId: string): Promise<readonly NoteView[] | undefined> {
    return this.database.read({ merchantId }, async (tx) => {
      const owner = await ownerOf(tx, merchantId, refundId);
      return owner && this.read(tx, owner, refundId);
    });
  }

  private async read(tx: Tx, { dataKey, customerId, merchantId }: Owner, refundId: string): Promise<NoteView[]> {
    const rows = await sealedNotes(tx, refundId);
    return rows.map((row) => openedNote(this.vault, row, { dataKey, customerId, merchantId }));
  }
}

type SealedNote = Omit<NoteView, 'text'> & Readonly<{ sealed: string }>;
/** All of a refund, oldest first. */
export const sealedNotes = (tx: Tx, refundId: string): Promise<SealedNote[]> => tx.query<SealedNote>(LIST, [refundId]);
export const openedNote = (
  vault: CustomerVault,
  { sealed, ...row }: SealedNote,
  { dataKey, ...place }: Pick<Owner, 'merchantId' | 'customerId' | 'dataKey'>,
): NoteView => ({
  ...row,
  id: publicId('note', row.id),
  replyTo: row.replyTo && publicId('note', row.replyTo),
  text: vault.openNote(sealed, dataKey, place) ?? null,
  createdAt: instantText(row.createdAt),
});

const LIST = `
SELECT id, kind, step, asked_of AS "askedOf", reply_to AS "replyTo", actor, sealed, created_at AS "createdAt"
FROM note WHERE refund_id = $1 ORDER BY id LIMIT 200`;
