import fc from 'fast-check';
import { isReminder, reminderChoices } from './reminder';

const timeZone = 'Asia/Jerusalem';
const NOW = '2026-11-29T15:20:30Z';
const shown = (dueAt: string | null, now = NOW): readonly string[] =>
  reminderChoices({ now, dueAt, timeZone }).map(({ code, at }) => `${code} ${at}`);

describe('when somebody may be reminded of a step', () => {
  it('is in an hour, on the next morning of the merchant, and an hour before the step is due', () =>
    expect(shown('2026-12-01T10:00:00Z')).toEqual([
      'hour 2026-11-29T16:20:30Z',
      'morning 2026-11-30T07:00:00Z',
      'before_deadline 2026-12-01T09:00:00Z',
    ]));

  it('is the next morning by the merchant’s own day', () =>
    expect(shown('2026-12-02T10:00:00Z', '2026-11-29T22:30:00Z')[1]).toBe('morning 2026-12-01T07:00:00Z'));

  it.each<[string | null, readonly string[]]>([
    ['2026-11-29T18:00:00Z', ['hour 2026-11-29T16:20:30Z', 'before_deadline 2026-11-29T17:00:00Z']],
    ['2026-11-29T16:00:00Z', []],
    ['2026-11-29T15:00:00Z', []],
    [null, []],
  ])('leaves out what is past the deadline %s', (dueAt, choices) => expect(shown(dueAt)).toEqual(choices));

  it('never reaches beyond the deadline, and never back', () =>
    fc.assert(
      fc.property(fc.date({ min: new Date(NOW), max: new Date('2027-06-01'), noInvalidDate: true }), (due) => {
        const dueAt = due.toISOString();
        for (const { at } of reminderChoices({ now: NOW, dueAt, timeZone })) {
          expect(Date.parse(at)).toBeGreaterThan(Date.parse(NOW));
          expect(Date.parse(at)).toBeLessThanOrEqual(due.getTime());
        }
      }),
    ));

  it('is any instant until the deadline, that instant included', () => {
    const facts = { now: NOW, dueAt: '2026-11-30T00:00:00Z' };
    expect(isReminder(facts, '2026-11-30T00:00:00Z')).toBe(true);
    expect(isReminder(facts, '2026-11-30T00:00:01Z')).toBe(false);
    expect(isReminder(facts, NOW)).toBe(false);
  });
});
