import fc from 'fast-check';
import { addDays } from '../calendar/local-date';
import { firstWarningAt, payEndsAt, readClock, type ClockNews } from './deadline-clock';

const clock = { payBy: '2026-11-24', timeZone: 'Asia/Jerusalem' };
/** What is told when somebody looks each time the clock asks for it. */
function toldBy(payBy: string, timeZone: string, from: string): readonly ClockNews[] {
  const told: ClockNews[] = [];
  let at: string | null = from;
  while (at !== null) {
    const { news, next } = readClock({ payBy, timeZone }, at);
    if (news !== null) told.push(news);
    at = next;
  }
  return told;
}
const WHOLE = [
  { kind: 'pay_by_near', daysLeft: 5 },
  { kind: 'pay_by_near', daysLeft: 2 },
  { kind: 'pay_by_near', daysLeft: 1 },
  { kind: 'pay_by_missed' },
];

describe('the clock of a legal deadline', () => {
  it('warns five, two and one days before, from midnight of the place', () => {
    expect(firstWarningAt(clock)).toBe('2026-11-18T22:00:00Z');
    expect(readClock(clock, '2026-11-18T21:59:59Z')).toEqual({ news: null, next: '2026-11-18T22:00:00Z' });
    expect(readClock(clock, '2026-11-18T22:00:00Z')).toEqual({
      news: { kind: 'pay_by_near', daysLeft: 5 },
      next: '2026-11-21T22:00:00Z',
    });
    expect(readClock(clock, '2026-11-22T22:00:00Z')).toEqual({
      news: { kind: 'pay_by_near', daysLeft: 1 },
      next: '2026-11-24T22:00:00Z',
    });
  });

  it('counts a miss at the first instant after the last day, and then says no more', () => {
    expect(payEndsAt(clock)).toBe('2026-11-24T22:00:00Z');
    expect(readClock(clock, '2026-11-24T21:59:59Z').news).toEqual({ kind: 'pay_by_near', daysLeft: 0 });
    expect(readClock(clock, '2026-11-24T22:00:00Z')).toEqual({ news: { kind: 'pay_by_missed' }, next: null });
  });

  it('says what is true now to who comes late, and nothing twice', () => {
    expect(toldBy(clock.payBy, clock.timeZone, '2026-11-20T10:00:00Z')).toEqual([
      { kind: 'pay_by_near', daysLeft: 4 },
      ...WHOLE.slice(1),
    ]);
    expect(toldBy(clock.payBy, clock.timeZone, '2026-12-24T10:00:00Z')).toEqual([{ kind: 'pay_by_missed' }]);
  });

  it('warns three times and misses once, whatever the place and whichever way its clocks are set', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_500 }),
        fc.constantFrom('Asia/Jerusalem', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Auckland', 'Africa/Cairo'),
        (days, zone) => {
          const payBy = addDays('2025-06-01', days);
          expect(toldBy(payBy, zone, '2025-01-01T00:00:00Z')).toEqual(WHOLE);
        },
      ),
      { numRuns: 60 },
    ));
});
