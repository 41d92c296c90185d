import { writeMessage } from '@zikui/connectors';
import type { MessageWords } from '@zikui/domain';
import { MessageStore } from '@zikui/persistence';
import type { OpenDoor } from './open-door.builder';
import { SECRETS } from './stored-refund.builder';

/** Marks a message that is due as sent, with its words as the refund stands now or with other ones; gives the words. */
export async function sendMessage(
  database: OpenDoor,
  { merchantId, messageId }: Readonly<{ merchantId: string; messageId: string }>,
  other?: MessageWords,
): Promise<MessageWords> {
  const book = new MessageStore(database, SECRETS);
  const due = await book.toSend(merchantId, messageId);
  if (!('content' in due)) throw new Error(`expected a message that is due, it is ${due.kind}`);
  const { subject, text } = other ?? writeMessage(due.content);
  await book.sent(merchantId, messageId, due.seal({ subject, text }));
  return { subject, text };
}
