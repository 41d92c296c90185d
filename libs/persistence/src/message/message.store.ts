import { RefundError, type MessageContent } from '@zikui/domain';
import type { Database } from '../database/database';

/** What already became of a message. `suppressed`: there is no address, or a newer state made it untrue. */
export type EndedMessage = Readonly<{ kind: 'sent' | 'suppressed' | 'failed' }>;

/** Messages to customers: rows are queued by the transition that causes them, texts are made when they are sent. */
export class MessageStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ masterKey: Buffer }>,
  ) {}

  /** Everything the message says, from the rows as they are now; or what already became of it. A message that must not be sent any more is recorded as `suppressed`. Throws `not_found`. */
  async content(messageId: string): Promise<MessageContent | EndedMessage> {
    void [this.database, this.secrets, messageId];
    throw new RefundError('internal');
  }

  /** The mail server took it. Safe to repeat. */
  async sent(messageId: string): Promise<void> {
    void messageId;
    throw new RefundError('internal');
  }

  /** Nobody will try again. `why` is a short code, never a server's text. */
  async failed(messageId: string, why: string): Promise<void> {
    void [messageId, why];
    throw new RefundError('internal');
  }
}
