import { addDays, type LocalDate } from '../calendar/local-date';

/** Five to ten banking days, as the mails say, in days of the calendar. Banks decide; this is a range, never a promise. */
const EARLIEST_DAYS = 7;
const LATEST_DAYS = 14;

export type ExpectedArrival = Readonly<{ from: LocalDate; to: LocalDate }>;

/** When most banks show money that was sent on that day. */
export const expectedArrival = (sentOn: LocalDate): ExpectedArrival => ({
  from: addDays(sentOn, EARLIEST_DAYS),
  to: addDays(sentOn, LATEST_DAYS),
});
