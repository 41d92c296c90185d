import { Injectable } from '@nestjs/common';
import { canonicalJson, publicId, RefundError, uuidOf, type AskedOf, type Principal } from '@zikui/domain';
import { NoteStore, sha256Hex, type NoteAsk, type NoteView } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { found } from '../error/found';
import type { AnswerDto, NoteDto } from './note.dto';

type Place = Readonly<{ refundId: string; key: string }>;

@Injectable()
export class NoteService {
  constructor(private readonly notes: NoteStore) {}

  add(principal: Principal, place: Place, body: NoteDto): Promise<Answer<NoteView>> {
    const { text, step = null, askedOf } = body;
    const kind = askedOf === undefined ? 'comment' : 'question';
    return this.write(principal, {
      ...place,
      ...hashOf(body),
      kind,
      text,
      step,
      askedOf: askedOf ?? null,
      replyTo: null,
    });
  }

  answer(principal: Principal, place: Place & { noteId: string }, body: AnswerDto): Promise<Answer<NoteView>> {
    const { noteId, ...at } = place;
    const none = { step: null, askedOf: null satisfies AskedOf | null };
    const hash = hashOf({ text: body.text, replyTo: noteId });
    return this.write(principal, { ...at, ...hash, ...none, kind: 'answer', text: body.text, replyTo: noteId });
  }

  async list({ merchantId }: Principal, refundId: string): Promise<Readonly<{ items: readonly NoteView[] }>> {
    const notes = await this.notes.list(merchantId, refundId);
    return { items: found(notes, 'refund_not_found', { refund: publicId('refund', refundId) }) };
  }

  private async write(principal: Principal, ask: NoteAsk): Promise<Answer<NoteView>> {
    const { note, replayed } = await this.notes.add(principal, ask);
    return new Answer(note, { status: 201, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} });
  }
}

const hashOf = (body: object): Readonly<{ bodyHash: string }> => ({ bodyHash: sha256Hex(canonicalJson(body)) });

/** The note that a query names. Throws `note_not_found` for what is no id of one. */
export function noteOf(id: string | undefined): string | null {
  if (id === undefined) return null;
  const uuid = uuidOf('note', id);
  if (uuid === undefined) throw new RefundError('note_not_found', { note: null });
  return uuid;
}
