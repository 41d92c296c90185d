import { maskedAddress, mayResend, publicId, type MessageContent, type MessageWords } from '@zikui/domain';
import type { Tx } from '../database/database';
import { instantText, instantTextOrNull } from '../database/instant-text';
import type { CustomerVault } from '../sale/customer-vault';
import { messageContent } from './message-content';
import { FACT_COLUMNS, FACT_ROWS, type MessageFacts } from './message-facts';
import { isOvertaken } from './overtaken';

/** What is known of the words of a message; none of them carries the customer's link. */
export type KnownWords =
  | Readonly<{ wording: 'as_sent'; words: MessageWords }>
  /** As the refund stands now: of what was not sent yet, or before words were kept. */
  | Readonly<{ wording: 'as_of_now'; content: MessageContent }>
  /** The customer was erased, or has no address. */
  | Readonly<{ wording: 'erased' | 'no_address' }>;

/** A message to the customer, with what is known of its way. */
export type SentMessage = Readonly<{
  id: string;
  kind: MessageFacts['kind'];
  channel: string;
  locale: MessageFacts['locale'];
  status: MessageFacts['status'];
  /** A short code. */ failure: string | null;
  /** Masked: where it went, or would go now; null where nobody can be reached. */ to: string | null;
  createdAt: string;
  sentAt: string | null;
  /** The message that it says once more. */ resendOf: string | null;
  known: KnownWords;
  /** Whether it may be sent once more now. */ mayResend: boolean;
}>;

export type SentMessageRow = MessageFacts &
  Readonly<{
    channel: string;
    failure: string | null;
    createdAt: string;
    sentAt: string | null;
    resendOf: string | null;
    sealed: string | null;
  }>;

/** Up to `limit` messages of a refund, oldest first, behind the given one. */
export const sentMessages = (
  tx: Tx,
  refundId: string,
  { behind, limit }: Readonly<{ behind: string | null; limit: number }>,
): Promise<SentMessageRow[]> => tx.query<SentMessageRow>(PAGE, [refundId, behind, limit]);

/** One message of that refund, however many it has. */
export async function sentMessage(tx: Tx, refundId: string, messageId: string): Promise<SentMessageRow | undefined> {
  const [row] = await tx.query<SentMessageRow>(ONE, [refundId, messageId]);
  return row;
}

export function shownMessage(vault: CustomerVault, row: SentMessageRow): SentMessage {
  const { dataKey, personal, merchantId, customerId } = row;
  const contact = vault.openContact({ dataKey, personal }, { merchantId, customerId });
  const address = contact?.email ?? null;
  const told =
    row.sealed === null ? null : vault.openMessage(row.sealed, dataKey, { merchantId, customerId, messageId: row.id });
  const isErased = dataKey === null || told === undefined;
  const to = isErased ? null : (told?.to ?? address);
  const now = contact && address ? messageContent(row, { name: contact.name, address }, null) : null;
  return {
    id: publicId('message', row.id),
    ...{ kind: row.kind, channel: row.channel, locale: row.locale, status: row.status, failure: row.failure },
    to: to === null ? null : maskedAddress(to),
    createdAt: instantText(row.createdAt),
    sentAt: instantTextOrNull(row.sentAt),
    resendOf: row.resendOf && publicId('message', row.resendOf),
    known: isErased ? { wording: 'erased' } : knownWords(told?.words ?? null, now),
    mayResend: mayResend({ status: row.status, isOvertaken: isOvertaken(row), hasAddress: address !== null }),
  };
}

function knownWords(words: MessageWords | null, now: MessageContent | null): KnownWords {
  if (words) return { wording: 'as_sent', words };
  return now ? { wording: 'as_of_now', content: now } : { wording: 'no_address' };
}

const SELECT = `
SELECT ${FACT_COLUMNS}, m.channel, m.failure, m.created_at AS "createdAt", m.sent_at AS "sentAt", m.resend_of AS "resendOf", m.sealed
FROM ${FACT_ROWS} WHERE m.refund_id = $1`;
const ONE = `${SELECT} AND m.id = $2`;
const PAGE = `${SELECT} AND ($2::uuid IS NULL OR m.id > $2) ORDER BY m.id LIMIT $3`;
