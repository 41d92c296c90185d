import type { Money } from '../money/money';
import type { Locale } from '../sale/sale';

export const STAFF_MESSAGE_KINDS = [
  'approval_open',
  'approval_reminder',
  'approval_escalated',
  /** He is expected to decide it. */ 'approval_assigned',
  /** The day by which the law wants the money paid comes near, or has passed, while the step waits. */ 'pay_by_near',
  'pay_by_missed',
  /** What he was asked about is not there any more. */ 'approval_withdrawn',
  /** He is expected to see to a refund that does not go on by itself. */ 'review_assigned',
] as const;
export type StaffMessageKind = (typeof STAFF_MESSAGE_KINDS)[number];

/** One step, or one refund of the desk, that somebody is told of. No name and nothing else of the customer. */
export type StaffNews = Readonly<{
  kind: StaffMessageKind;
  refundRef: string;
  saleRef: string;
  /** Null: the refund as a whole. */ step: number | null;
  payout: Money;
  /** Until when; of a legal day, the first instant after it. */ dueAt: string | null;
}>;
/** A mail to an approver or a person of the desk: about one thing, or a digest of several. */
export type StaffMail = Readonly<{
  locale: Locale;
  test: boolean;
  /** RFC 5322 Message-ID without brackets; the same on every repeat. */ messageId: string;
  to: string;
  merchantName: string;
  timeZone: string;
  /** Where steps are opened; it asks for sign-in. */ consoleUrl: string;
  news: readonly StaffNews[];
}>;
export interface StaffMailer {
  /** Sends one mail; the same `messageId` on a repeat. Throws `MailRefused`. */
  sendToStaff(mail: StaffMail): Promise<void>;
}
