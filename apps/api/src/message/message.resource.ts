import { MESSAGE_KINDS, type Locale, type MessageKind } from '@zikui/domain';
import type { SentMessage } from '@zikui/persistence';
import { ShowChoice, ShowFlag, ShowInstant, ShowMany, ShowText } from '../docs/shown.decorator';

const WORDINGS = ['as_sent', 'as_of_now', 'erased', 'no_address'] as const;
/** A message with its words. */
export type ShownMessage = Omit<SentMessage, 'known'> &
  Readonly<{ wording: (typeof WORDINGS)[number]; subject: string | null; text: string | null }>;

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
  @ShowText({
    nullable: true,
    example: 'd••••@example.com',
    about: 'Masked: where it was sent, or would be sent now. Null where nobody can be reached.',
  })
  readonly to!: string | null;
  @ShowChoice(WORDINGS, {
    name: 'MessageWording',
    about:
      'What `subject` and `text` are. `as_sent`: the words that left, which stay whatever becomes of the refund. `as_of_now`: written from the refund as it stands now, because the message was not sent yet or left before words were kept. `erased`, `no_address`: both are null.',
  })
  readonly wording!: ShownMessage['wording'];
  @ShowText({ nullable: true }) readonly subject!: string | null;
  @ShowText({ nullable: true, about: 'Without the link to the customer’s page, which is kept nowhere.' })
  readonly text!: string | null;
  @ShowFlag({ about: 'Whether it may be sent once more now.' }) readonly mayResend!: boolean;
}

export class SentMessagePage {
  @ShowMany(() => SentMessageResource) readonly items!: readonly ShownMessage[];
  @ShowText({ nullable: true, about: 'Give it as `after` for the next page.' }) readonly next!: string | null;
}
