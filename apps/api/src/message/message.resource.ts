import { MESSAGE_KINDS, type Locale, type MessageKind } from '@zikui/domain';
import type { SentMessage } from '@zikui/persistence';
import { ShowChoice, ShowFlag, ShowInstant, ShowMany, ShowText } from '../docs/shown.decorator';

/** A message with its words. */
export type ShownMessage = Omit<SentMessage, 'content'> & Readonly<{ subject: string | null; text: string | null }>;

const STATUSES = ['queued', 'sending', 'sent', 'delivered', 'bounced', 'failed', 'suppressed'] as const;

export class SentMessageResource implements ShownMessage {
  @ShowText({ example: 'ms_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b' }) readonly id!: string;
  @ShowChoice(MESSAGE_KINDS, { name: 'MessageKind' }) readonly kind!: MessageKind;
  @ShowText() readonly channel!: string;
  @ShowChoice(['he', 'en']) readonly locale!: Locale;
  @ShowChoice(STATUSES, { about: '`suppressed`: there was no address, or a newer state made it untrue.' })
  readonly status!: (typeof STATUSES)[number];
  @ShowText({ nullable: true, about: 'Why it could not be sent: a short code.' }) readonly failure!: string | null;
  @ShowInstant() readonly createdAt!: string;
  @ShowInstant({ nullable: true }) readonly sentAt!: string | null;
  @ShowText({ nullable: true, about: 'The message that it says once more, because somebody asked for that.' })
  readonly resendOf!: string | null;
  @ShowText({ nullable: true, about: 'Null once the customer was erased, or where there is no address.' })
  readonly subject!: string | null;
  @ShowText({
    nullable: true,
    about: 'Its text, written from the refund as it stands now, without the link to the customer’s page.',
  })
  readonly text!: string | null;
  @ShowFlag({ about: 'Whether it may be sent once more now.' }) readonly mayResend!: boolean;
}

export class SentMessageList {
  @ShowMany(() => SentMessageResource) readonly items!: readonly ShownMessage[];
}
