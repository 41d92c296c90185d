import { addWorkingHours, minutesOf } from './working-hours';

const israel = {
  days: ['sun', 'mon', 'tue', 'wed', 'thu'],
  from: '09:00',
  to: '18:00',
  zone: 'Asia/Jerusalem',
  restDays: 'IL',
};

describe('working hours', () => {
  it('pass within one day', () =>
    expect(addWorkingHours('2026-11-18T07:00:00Z', 3, israel)).toBe('2026-11-18T10:00:00Z'));

  it('go on the next working day', () =>
    expect(addWorkingHours('2026-11-18T14:00:00Z', 4, israel)).toBe('2026-11-19T09:00:00Z'));

  it('wait from Friday evening for Sunday in Israel', () =>
    expect(addWorkingHours('2026-11-20T18:00:00Z', 1, israel)).toBe('2026-11-22T08:00:00Z'));

  it('leave out the days of the new year and of Yom Kippur', () => {
    expect(addWorkingHours('2026-09-10T15:00:00Z', 1, israel)).toBe('2026-09-14T07:00:00Z');
    expect(addWorkingHours('2026-09-20T15:00:00Z', 1, israel)).toBe('2026-09-22T07:00:00Z');
  });

  it('start at once when asked before opening, and at the opening when asked for none', () => {
    expect(addWorkingHours('2026-11-18T03:00:00Z', 1, israel)).toBe('2026-11-18T08:00:00Z');
    expect(addWorkingHours('2026-11-20T18:00:00Z', 0, israel)).toBe('2026-11-22T07:00:00Z');
  });

  it('count real hours over a clock change', () => {
    const always = { ...israel, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' };
    expect(addWorkingHours('2026-10-24T21:00:00Z', 25, { ...always, restDays: null })).toBe('2026-10-25T22:00:00Z');
  });

  it('refuse a calendar that never works', () =>
    expect(() => addWorkingHours('2026-11-18T07:00:00Z', 1, { ...israel, days: [] })).toThrow(RangeError));

  it('refuse a time of day that is none', () => {
    expect(minutesOf('24:00')).toBe(1_440);
    for (const wrong of ['24:01', '9:00', '25:00', '09:60', '']) expect(() => minutesOf(wrong)).toThrow(RangeError);
  });
});
