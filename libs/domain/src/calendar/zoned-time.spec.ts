import { addDays, addMonths, daysBetween, weekdayOf } from './local-date';
import { endOfDay, instantAt, isTimeZone, localDate, minuteOfDay, startOfDay } from './zoned-time';

describe('local dates', () => {
  it('names the local date of an instant, also when UTC still has the day before', () => {
    expect(localDate('2026-11-03T22:30:00Z', 'Asia/Jerusalem')).toBe('2026-11-04');
    expect(localDate('2026-11-03T22:30:00+00:00', 'Europe/London')).toBe('2026-11-03');
  });

  it('knows zones of the tz database and nothing else', () => {
    expect(['Asia/Jerusalem', 'Etc/UTC'].every(isTimeZone)).toBe(true);
    expect(['+02:00', 'Jerusalem', 'Asia/Atlantis', ''].some(isTimeZone)).toBe(false);
  });

  it('names the same date for all of a minute, and another one when the day changes within an hour, as the zone does it', () => {
    // Newfoundland set its clock back at one minute past midnight: the day before came a second time.
    const around = [
      '2008-11-02T02:29:59Z',
      '2008-11-02T02:30:00.5Z',
      '2008-11-02T02:30:59.999Z',
      '2008-11-02T02:31:00Z',
    ];
    const dates = ['2008-11-01', '2008-11-02', '2008-11-02', '2008-11-01'];
    expect(around.map((instant) => localDate(instant, 'America/St_Johns'))).toEqual(dates);
    expect(around.toReversed().map((instant) => localDate(instant, 'America/St_Johns'))).toEqual(dates.toReversed());
    expect(() => localDate('2008-11-02T02:61:00Z', 'America/St_Johns')).toThrow(RangeError);
  });

  it('throws on a text that is no instant and on an unknown zone', () => {
    expect(() => localDate('yesterday', 'Asia/Jerusalem')).toThrow(RangeError);
    expect(() => localDate('2026-11-03T22:30:00Z', 'Asia/Atlantis')).toThrow(RangeError);
  });

  it('counts months by day number and stops at the end of a shorter month', () => {
    expect(addMonths('2026-10-31', 4)).toBe('2027-02-28');
    expect(addMonths('2026-11-18', 12)).toBe('2027-11-18');
  });

  it('counts days over a clock change', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(weekdayOf('2026-10-25')).toBe('sun');
  });

  it('ends a day of 25 hours after 25 hours', () => {
    expect(startOfDay('2026-10-25', 'Asia/Jerusalem')).toBe('2026-10-24T21:00:00Z');
    expect(endOfDay('2026-10-25', 'Asia/Jerusalem')).toBe('2026-10-25T22:00:00Z');
  });

  it('finds the first instant of a day even where the clock skips or repeats midnight', () => {
    const zones = [
      'Asia/Beirut',
      'Africa/Cairo',
      'America/Havana',
      'America/Sao_Paulo',
      'Asia/Jerusalem',
      'Atlantic/Azores',
    ];
    for (const zone of zones) {
      for (let date = '2018-01-01'; date < '2019-01-01'; date = addDays(date, 1)) {
        const first = startOfDay(date, zone);
        const before = new Date(Date.parse(first) - 1).toISOString();
        expect([zone, date, localDate(first, zone)]).toEqual([zone, date, date]);
        expect([zone, date, localDate(before, zone) < date]).toEqual([zone, date, true]);
      }
    }
  });

  it('reads and sets the wall clock', () => {
    expect(instantAt('2026-11-18', 9 * 60, 'Asia/Jerusalem')).toBe('2026-11-18T07:00:00Z');
    expect(minuteOfDay('2026-11-18T07:00:00Z', 'Asia/Jerusalem')).toBe(9 * 60);
  });
});
