import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isHoliday, isRestDay, REST_DAY_CALENDARS, rolledForward, countedDaysFrom } from './rest-days';
import restDaysByYear from './holidays-by-year.json';
import { addDays, weekdayOf, type LocalDate } from './local-date';

const vectors = JSON.parse(readFileSync(path.join(__dirname, '../../../../test/vectors/deadlines.json'), 'utf8')) as {
  restDays: Record<string, string[]>;
};
const days = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const all: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
  return all;
};

const hebrew = new Intl.DateTimeFormat('en-u-ca-hebrew', { timeZone: 'UTC', day: 'numeric', month: 'long' });
/** `1 Tishri` of a civil date. */
function hebrewDay(date: LocalDate): string {
  const parts = hebrew.formatToParts(new Date(`${date}T12:00:00Z`));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('day')} ${part('month')}`;
}
const FEASTS = ['1 Tishri', '2 Tishri', '10 Tishri', '15 Tishri', '22 Tishri', '15 Nisan', '21 Nisan', '6 Sivan'];
/** Independence Day is kept away from the Sabbath: 5 Iyar, moved by the week day on which it falls. */
const OBSERVED: Readonly<Partial<Record<string, string>>> = {
  mon: '6 Iyar',
  wed: '5 Iyar',
  fri: '4 Iyar',
  sat: '3 Iyar',
};
function israeliRestDays(year: string): LocalDate[] {
  const all = days(`${year}-01-01`, `${year}-12-31`);
  const fifthOfIyar = all.find((date) => hebrewDay(date) === '5 Iyar') ?? '';
  const independence = OBSERVED[weekdayOf(fifthOfIyar)];
  return all.filter((date) => FEASTS.includes(hebrewDay(date)) || hebrewDay(date) === independence);
}

describe('rest days', () => {
  it.each(Object.keys(vectors.restDays))('of %s are those of the vectors', (jurisdiction) => {
    const held = days('2026-01-01', '2028-12-31').filter((date) => isHoliday(jurisdiction, date));
    expect(held).toEqual(vectors.restDays[jurisdiction]);
  });

  it.each(Object.keys(restDaysByYear.IL))('of Israel in %s follow from the Hebrew calendar', (year) =>
    expect(days(`${year}-01-01`, `${year}-12-31`).filter((date) => isHoliday('IL', date))).toEqual(
      israeliRestDays(year),
    ),
  );

  it('are known for Israel and every member state', () => expect(REST_DAY_CALENDARS).toHaveLength(28));

  it('include Saturday in Israel, Saturday and Sunday in the EU', () => {
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => isRestDay('IL', day))).toEqual([false, true, false]);
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => isRestDay('EU-DE', day))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('push a last day over a Saturday and both days of the new year', () =>
    expect(rolledForward('IL', '2026-09-12')).toBe('2026-09-14'));

  it('are left out when days are counted, forwards and backwards', () => {
    expect(countedDaysFrom('IL', '2026-11-05', 2)).toBe('2026-11-08');
    expect(countedDaysFrom('IL', '2026-11-09', -2)).toBe('2026-11-06');
  });
});
