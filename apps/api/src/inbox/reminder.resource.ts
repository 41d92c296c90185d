import { REMINDER_CODES, type ReminderChoice, type ReminderCode } from '@zikui/domain';
import type { StepReminder } from '@zikui/persistence';
import { ShowChoice, ShowInstant, ShowMany } from '../docs/shown.decorator';

class ReminderChoiceResource implements ReminderChoice {
  @ShowChoice(REMINDER_CODES, {
    about: '`morning`: at nine on the next day of the merchant. `before_deadline`: an hour before the step is due.',
  })
  readonly code!: ReminderCode;
  @ShowInstant() readonly at!: string;
}

export class StepReminderResource implements StepReminder {
  @ShowInstant({ nullable: true, about: 'Until then the step is out of my inbox; null when it is in it.' })
  readonly remindAt!: string | null;
  @ShowMany(() => ReminderChoiceResource, { about: 'What may be chosen now; any other time up to `latest` may, too.' })
  readonly choices!: readonly ReminderChoice[];
  @ShowInstant({ nullable: true, about: 'When the step is due; a reminder never moves that.' })
  readonly latest!: string | null;
}
