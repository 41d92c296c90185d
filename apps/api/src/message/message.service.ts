import { Injectable } from '@nestjs/common';
import { writeMessage } from '@zikui/connectors';
import { publicId, type Principal } from '@zikui/domain';
import { ResendMessageStore, type ResendAsk, type SentMessage } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { found } from '../error/found';
import type { ShownMessage } from './message.resource';

@Injectable()
export class MessageService {
  constructor(private readonly messages: ResendMessageStore) {}

  async list({ merchantId }: Principal, refundId: string): Promise<Readonly<{ items: readonly ShownMessage[] }>> {
    const messages = await this.messages.list(merchantId, refundId);
    return { items: found(messages, 'refund_not_found', { refund: publicId('refund', refundId) }).map(shown) };
  }

  async resend(principal: Principal, ask: ResendAsk): Promise<Answer<ShownMessage>> {
    const { message, replayed } = await this.messages.resend(principal, ask);
    return new Answer(shown(message), { status: 201, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} });
  }
}

function shown({ content, ...message }: SentMessage): ShownMessage {
  const written = content && writeMessage(content);
  return { ...message, subject: written?.subject ?? null, text: written?.text ?? null };
}
