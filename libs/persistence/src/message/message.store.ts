import { RefundError, type MessageContent } from '@zikui/domain';
import type { Database } from '../database/database';

/** Nothing is to be sent: there is no address, or a newer state made the message untrue. */
export type SuppressedMessage = Readonly<{ kind: 'suppressed' }>;

/** Messages to customers: rows are queued by the transition that causes them, texts are made when they are sent. */
export class MessageStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ masterKey: Buffer }>,
  ) {}

  /** Everything the message says, from the rows as they are now; or that it is not to be sent, which is then recorded. A message that was sent already is suppressed too. Throws `not_found`. */
  async content(messageId: string): Promise<MessageContent | SuppressedMessage> {
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
