import { daysUntil, distanceTo } from './times';

const NOW = Date.parse('2026-11-29T22:30:00Z');

describe('distances in time', () => {
  it('count days by the calendar of the zone, not by twenty-four hours', () => {
    expect(daysUntil('2026-11-30', 'Asia/Jerusalem', NOW)).toBe(0);
    expect(daysUntil('2026-11-30', 'Etc/UTC', NOW)).toBe(1);
    expect(daysUntil('2026-11-28', 'Etc/UTC', NOW)).toBe(-1);
  });

  it('are told in the largest whole unit', () => {
    expect(distanceTo('2026-11-29T22:30:10Z', NOW)).toEqual({ key: 'minutes', count: 1, isPast: false });
    expect(distanceTo('2026-11-29T20:29:00Z', NOW)).toEqual({ key: 'hours', count: 2, isPast: true });
    expect(distanceTo('2026-12-03T22:30:00Z', NOW)).toEqual({ key: 'days', count: 4, isPast: false });
  });
});
