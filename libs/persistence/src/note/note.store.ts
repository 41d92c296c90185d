import {
  publicId,
  RefundError,
  refuseNote,
  timelineDepth,
  type AskedOf,
  type EvidenceType,
  type NoteFacts,
  type NoteKind,
  type Principal,
  type TimelineKind,
} from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { instantText } from '../database/instant-text';
import { newId } from '../database/new-id';
import { CustomerVault } from '../sale/customer-vault';
import { lockOwner, ownerOf, type Owner } from './note-owner';

export type NoteAsk = Readonly<{
  refundId: string;
  kind: NoteKind;
  text: string;
  step: number | null;
  askedOf: AskedOf | null;
  /** The question that is answered. */ replyTo: string | null;
  key: string;
  bodyHash: string;
}>;
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
      const [earlier] = await tx.query<{ id: string; bodyHash: string }>(EARLIER, [ask.refundId, ask.key]);
      if (earlier && earlier.bodyHash !== ask.bodyHash) throw new RefundError('idempotency_conflict');
      const id = earlier?.id ?? (await this.insert(tx, principal, ask, owner));
      const note = (await this.read(tx, owner, ask.refundId)).find((one) => one.id === publicId('note', id));
      if (!note) throw new RefundError('internal');
      return { note, replayed: earlier !== undefined };
    });
  }

  /** All of a refund, oldest first; `undefined` for an unknown refund or another merchant's. */
  async list(merchantId: string, refundId: string): Promise<readonly NoteView[] | undefined> {
    return this.database.read({ merchantId }, async (tx) => {
      const owner = await ownerOf(tx, merchantId, refundId);
      return owner && this.read(tx, owner, refundId);
    });
  }

  private async insert(tx: Tx, principal: Principal, ask: NoteAsk, owner: Owner): Promise<string> {
    const { merchantId, actor } = principal;
    const { refundId, kind, askedOf, replyTo } = ask;
    const facts: NoteFacts = { status: owner.status, openStep: owner.openStep, count: owner.notes };
    const refusal = refuseNote(facts, { kind, step: ask.step, by: principal });
    if (refusal) throw new RefundError(refusal.code, refusal.values);
    if (owner.dataKey === null) throw new RefundError('invalid_state', { status: owner.status });
    if (replyTo !== null) await checkQuestion(tx, refundId, replyTo, owner);
    const step = kind === 'question' ? owner.openStep : ask.step;
    const id = newId();
    const sealed = this.vault.sealNote(ask.text, owner.dataKey, { merchantId, customerId: owner.customerId });
    await tx.query(INSERT, [
      ...[id, merchantId, refundId, kind, step, askedOf, replyTo, actor, sealed, ask.key, ask.bodyHash],
    ]);
    const told = TOLD[kind];
    await tx.query(TELL, [merchantId, refundId, told, timelineDepth(told), actor, JSON.stringify({ step, askedOf })]);
    await appendAudit(tx, {
      ...{ ...doneBy(principal), refundId, action: AUDITED[kind], subject: publicId('note', id) },
      data: { step, askedOf, replyTo: replyTo && publicId('note', replyTo) },
    });
    return id;
  }

  private async read(tx: Tx, { dataKey, customerId, merchantId }: Owner, refundId: string): Promise<NoteView[]> {
    const rows = await tx.query<NoteView & { sealed: string }>(LIST, [refundId]);
    return rows.map(({ sealed, ...row }) => ({
      ...row,
      id: publicId('note', row.id),
      replyTo: row.replyTo && publicId('note', row.replyTo),
      text: dataKey === null ? null : this.vault.openNote(sealed, dataKey, { merchantId, customerId }),
      createdAt: instantText(row.createdAt),
    }));
  }
}

const TOLD: Readonly<Record<NoteKind, TimelineKind>> = {
  comment: 'note_added',
  question: 'question_asked',
  answer: 'question_answered',
};

const AUDITED: Readonly<Record<NoteKind, string>> = {
  comment: 'note.added',
  question: 'note.asked',
  answer: 'note.answered',
};

/** It is a question of this refund, and nobody has answered it. */
async function checkQuestion(tx: Tx, refundId: string, id: string, { status }: Owner): Promise<void> {
  const [question] = await tx.query<{ answered: boolean }>(QUESTION, [refundId, id]);
  if (!question) throw new RefundError('note_not_found', { note: publicId('note', id) });
  if (question.answered) throw new RefundError('invalid_state', { status });
}

const EARLIER = `SELECT id, body_hash AS "bodyHash" FROM note WHERE refund_id = $1 AND key = $2`;
const QUESTION = `
SELECT EXISTS (SELECT FROM note a WHERE a.reply_to = n.id) AS answered FROM note n WHERE n.refund_id = $1 AND n.id = $2 AND n.kind = 'question'`;
const INSERT = `
INSERT INTO note (id, merchant_id, refund_id, kind, step, asked_of, reply_to, actor, sealed, key, body_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const TELL = `INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data) VALUES ($1, $2, $3, $4, $5, $6)`;
const LIST = `
SELECT id, kind, step, asked_of AS "askedOf", reply_to AS "replyTo", actor, sealed, created_at AS "createdAt"
FROM note WHERE refund_id = $1 ORDER BY id LIMIT 200`;
