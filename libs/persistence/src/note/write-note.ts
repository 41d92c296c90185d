import {
  publicId,
  RefundError,
  refuseNote,
  timelineDepth,
  type AskedOf,
  type NoteFacts,
  type NoteKind,
  type Principal,
  type TimelineKind,
} from '@zikui/domain';
import { appendAudit, doneBy, type Doer } from '../audit/append-audit';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { queueOwnMessage } from '../message/queue-own-message';
import type { CustomerVault } from '../sale/customer-vault';
import type { Owner } from './note-owner';

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
type Writing = Readonly<{
  principal: Doer & Pick<Principal, 'scopes' | 'roles' | 'person'>;
  ask: NoteAsk;
  /** Of the refund, locked. */ owner: Owner;
}>;

/** Writes a note, once per key, with its line of the timeline and its entry in the book. Throws what `NoteStore.add` throws, but for the refund. */
export async function writeNote(
  tx: Tx,
  vault: CustomerVault,
  { principal, ask, owner }: Writing,
): Promise<Readonly<{ id: string; replayed: boolean }>> {
  const [earlier] = await tx.query<{ id: string; bodyHash: string }>(EARLIER, [ask.refundId, ask.key]);
  if (earlier && earlier.bodyHash !== ask.bodyHash) throw new RefundError('idempotency_conflict');
  if (earlier) return { id: earlier.id, replayed: true };
  const { merchantId, actor } = principal;
  const { refundId, kind, askedOf, replyTo } = ask;
  const facts: NoteFacts = { status: owner.status, openStep: owner.openStep, count: owner.notes };
  const refusal = refuseNote(facts, { kind, step: ask.step, by: principal });
  if (refusal) throw new RefundError(refusal.code, refusal.values);
  if (owner.dataKey === null) throw new RefundError('invalid_state', { status: owner.status });
  if (replyTo !== null) await checkQuestion(tx, refundId, replyTo, owner);
  const step = kind === 'question' ? owner.openStep : ask.step;
  const id = newId();
  const sealed = vault.sealNote(ask.text, owner.dataKey, { merchantId, customerId: owner.customerId });
  await tx.query(INSERT, [
    ...[id, merchantId, refundId, kind, step, askedOf, replyTo, actor, sealed, ask.key, ask.bodyHash],
  ]);
  const told = TOLD[kind];
  await tx.query(TELL, [merchantId, refundId, told, timelineDepth(told), actor, JSON.stringify({ step, askedOf })]);
  await appendAudit(tx, {
    ...{ ...doneBy(principal), refundId, action: AUDITED[kind], subject: publicId('note', id) },
    data: { step, askedOf, replyTo: replyTo && publicId('note', replyTo) },
  });
  // Nobody but a mail tells a customer that there is something to answer.
  if (askedOf === 'customer') await queueOwnMessage(tx, { merchantId, refundId, kind: 'question_asked' });
  return { id, replayed: false };
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
