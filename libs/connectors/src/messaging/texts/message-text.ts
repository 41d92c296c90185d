import type { MessageKind } from '@zikui/domain';

/**
 * One message in one language. Each text is a Handlebars template; `code`, `name`, `amount` and `date` put a value into the sentence
 * isolated from its direction. A paragraph that renders to nothing is left out.
 */
type MessageText = Readonly<{ subject: string; heading: string; paragraphs: readonly string[] }>;
export type MessageTexts = Readonly<Record<MessageKind, MessageText>>;

/** What stands in the table below the text; `pay` and `send` are the two meanings of the message's date. */
export type FactName =
  'sale' | 'refund' | 'amount' | 'transfers' | 'creditNote' | 'counterNote' | 'tracking' | 'expires' | 'pay' | 'send';
export type LayoutText = Readonly<{
  greeting: string;
  labelLink: string;
  portalLink: string;
  /** Where the customer’s own link stood, in what is kept of a message. */ linkNotKept: string;
  testMark: string;
  footer: string;
  facts: Readonly<Record<Exclude<FactName, 'transfers'>, string>>;
  reference: string;
}>;

/** Which facts a message shows. A refusal shows no amount, and only what has been paid is listed as transfers. */
export const FACTS: Readonly<Record<MessageKind, readonly FactName[]>> = {
  refund_received: ['sale', 'refund', 'amount'],
  refund_approved: ['sale', 'refund', 'amount', 'pay'],
  refund_rejected: ['sale', 'refund'],
  refund_expired: ['sale', 'refund'],
  refund_cancelled: ['sale', 'refund'],
  return_instructions: ['sale', 'refund', 'tracking', 'send'],
  goods_received: ['sale', 'refund'],
  refund_sent: ['sale', 'refund', 'amount', 'transfers'],
  refund_completed: ['sale', 'refund', 'amount', 'transfers', 'creditNote'],
  refund_delayed: ['sale', 'refund', 'amount', 'pay'],
  refund_returned: ['sale', 'refund', 'transfers', 'counterNote'],
  credit_issued: ['sale', 'refund', 'amount', 'expires', 'creditNote'],
  question_asked: ['sale', 'refund'],
  link_asked: ['sale', 'refund'],
};
