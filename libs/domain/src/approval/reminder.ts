import { addDays } from '../calendar/local-date';
import { addSeconds, instantAt, localDate } from '../calendar/zoned-time';

/** When somebody may want to be reminded of an open step, for a page to offer. */
export const REMINDER_CODES = ['hour', 'morning', 'before_deadline'] as const;
export type ReminderCode = (typeof REMINDER_CODES)[number];
export type ReminderChoice = Readonly<{ code: ReminderCode; at: string }>;

/** What a reminder is judged by; `dueAt` is the step's deadline, which a reminder never moves. */
export type ReminderFacts = Readonly<{ now: string; dueAt: string | null; timeZone: string }>;

const HOUR_SECONDS = 3_600;
const MORNING_MINUTE = 9 * 60;

/** Whether a step may be put aside until then: from now on, and no longer than until it is due. */
export const isReminder = ({ now, dueAt }: Omit<ReminderFacts, 'timeZone'>, at: string): boolean =>
  dueAt !== null && Date.parse(at) > Date.parse(now) && Date.parse(at) <= Date.parse(dueAt);

/** In an hour, at nine on the next morning of the merchant, and an hour before the step is due: those of them that are possible. Pure. */
export function reminderChoices({ now, dueAt, timeZone }: ReminderFacts): readonly ReminderChoice[] {
  if (dueAt === null) return [];
  const morning = instantAt(addDays(localDate(now, timeZone), 1), MORNING_MINUTE, timeZone);
  const choices: readonly ReminderChoice[] = [
    { code: 'hour', at: addSeconds(now, HOUR_SECONDS) },
    { code: 'morning', at: morning },
    { code: 'before_deadline', at: addSeconds(dueAt, -HOUR_SECONDS) },
  ];
  return choices.filter(({ at }) => isReminder({ now, dueAt }, at));
}
