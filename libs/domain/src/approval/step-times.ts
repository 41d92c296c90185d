import type { Role } from '../access/principal';
import { addWorkingHours } from '../calendar/working-hours';
import type { WorkingCalendar } from '../policy/policy';

/** The times of an open step; instants. */
export type StepTimes = Readonly<{
  /** When those it asks for are reminded; null once they were. */ remindAt: string | null;
  /** When it is offered to a higher role. */ dueAt: string | null;
  escalateTo: Role | null;
  escalatedAt: string | null;
}>;

/** A step that opens now: half of its working hours until a reminder, all of them until it is offered to a higher role. */
export const timesOfStep = (
  now: string,
  hours: number,
  calendar: WorkingCalendar,
): Readonly<{ remindAt: string; dueAt: string }> => ({
  remindAt: addWorkingHours(now, hours / 2, calendar),
  dueAt: addWorkingHours(now, hours, calendar),
});

/** When something has to be done about a step that nobody decides; null when nothing is left to do. */
export function nextOfStep({ remindAt, dueAt, escalateTo, escalatedAt }: StepTimes): string | null {
  const escalates = escalateTo !== null && escalatedAt === null ? dueAt : null;
  if (remindAt === null || escalates === null) return remindAt ?? escalates;
  return Date.parse(remindAt) < Date.parse(escalates) ? remindAt : escalates;
}

/** What is due about a step at an instant: escalation stands for the reminder of the same moment. */
export function dueOfStep(times: StepTimes, at: string): 'escalate' | 'remind' | null {
  const { remindAt, dueAt, escalateTo, escalatedAt } = times;
  const isPast = (instant: string | null): boolean => instant !== null && Date.parse(instant) <= Date.parse(at);
  if (escalateTo !== null && escalatedAt === null && isPast(dueAt)) return 'escalate';
  return isPast(remindAt) ? 'remind' : null;
}
