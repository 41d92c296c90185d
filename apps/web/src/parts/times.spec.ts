import { clocksText, daysUntil, distanceTo, nearness } from './times';

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

  it('are told up to two days, and further off not at all', () => {
    expect(nearness('2026-11-29T22:27:00Z', NOW)).toBe('ago.minutes 3');
    expect(nearness('2026-12-01T22:29:59Z', NOW)).toBe('in.days 1');
    for (const far of ['2026-12-01T22:30:00Z', '2026-11-27T22:30:00Z']) expect(nearness(far, NOW)).toBe('');
  });
});

describe('what stands behind an instant', () => {
  it('is the hour by the shop’s clock, by that of whoever looks, and by UTC', () => {
    expect(clocksText('2026-11-29T22:30:00Z', 'en', ['Asia/Jerusalem', 'America/New_York'])).toBe(
      '30 Nov 2026, 00:30 (Asia/Jerusalem)\n29 Nov 2026, 17:30 (America/New_York)\n29 Nov 2026, 22:30 (UTC)',
    );
  });

  it('names each clock once', () => {
    expect(clocksText('2026-11-29T22:30:00Z', 'en', ['UTC', 'UTC'])).toBe('29 Nov 2026, 22:30 (UTC)');
  });
});
