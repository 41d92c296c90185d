import { Injectable } from '@nestjs/common';
import { writeMessage } from '@zikui/connectors';
import { publicId, type MessageWords, type Principal } from '@zikui/domain';
import { ResendMessageStore, type KnownWords, type Page, type ResendAsk, type SentMessage } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { PagingDto } from '../body/paging.dto';
import { found } from '../error/found';
import type { ShownMessage } from './message.resource';

@Injectable()
export class MessageService {
  constructor(private readonly messages: ResendMessageStore) {}

  async list({ merchantId }: Principal, refundId: string, paging: PagingDto): Promise<Page<ShownMessage>> {
    const page = await this.messages.list(merchantId, refundId, paging);
    const { items, next } = found(page, 'refund_not_found', { refund: publicId('refund', refundId) });
    return { items: items.map(shown), next };
  }

  async resend(principal: Principal, ask: ResendAsk): Promise<Answer<ShownMessage>> {
    const { message, replayed } = await this.messages.resend(principal, ask);
    return new Answer(shown(message), { status: 201, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} });
  }
}

function shown({ known, ...message }: SentMessage): ShownMessage {
  const words = wordsOf(known);
  return { ...message, wording: known.wording, subject: words?.subject ?? null, text: words?.text ?? null };
}

function wordsOf(known: KnownWords): MessageWords | null {
  if (known.wording === 'as_sent') return known.words;
  return known.wording === 'as_of_now' ? writeMessage(known.content) : null;
}
