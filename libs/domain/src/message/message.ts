import type { Money } from '../money/money';
import type { Locale } from '../sale/sale';

export const MESSAGE_KINDS = [
  'refund_received',
  'refund_approved',
  'refund_rejected',
  'refund_expired',
  'refund_cancelled',
  'return_instructions',
  'goods_received',
  'refund_sent',
  'refund_completed',
  'refund_delayed',
  'refund_returned',
  'credit_issued',
  /** Sent by nobody's process. */ 'question_asked',
  /** The customer asked for his link again. */ 'link_asked',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Everything a customer message may say. No card data, no identity number, no line texts that are sensitive. */
export type MessageContent = Readonly<{
  kind: MessageKind;
  locale: Locale;
  test: boolean;
  /** RFC 5322 Message-ID without brackets; the same on every repeat. */ messageId: string;
  to: Readonly<{ name: string | null; address: string }>;
  merchantName: string;
  saleRef: string;
  refundRef: string;
  payout: Money;
  transfers: readonly Readonly<{ label: string; amount: Money; reference: string | null }>[];
  /** Why, in the customer's words: rejection text or the rules that decided. */ reasonText: string | null;
  creditNoteNumber: string | null;
  /** What came back and is owed again; null where nothing did. */ returned: Money | null;
  labelUrl: string | null;
  trackingCode: string | null;
  /** Local date, ISO. */ dueOn: string | null;
  creditExpiresOn: string | null;
  /** The customer's own page, by a link that only this message carries; null where there is no page. */ portalUrl:
    string | null;
}>;
/** What a customer reads in a message: its subject and its text part, with a mark where the customer's own link stood. */
export type MessageWords = Readonly<{ subject: string; text: string }>;
/** A message that is due. */
export type MessageToSend = Readonly<{
  content: MessageContent;
  /** Makes of its words what is kept of them: nobody reads it once the customer was erased. */
  seal: (words: MessageWords) => string;
}>;
export interface Mailer {
  /** Sends one message; the same `messageId` on a repeat. Returns what it said. Throws on any failure, `permanent` when a repeat is useless. */
  send(content: MessageContent): Promise<MessageWords>;
}
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  constructor(
    readonly permanent: boolean,
    reason: string,
  ) {
    super(reason);
  }
}
