import type { WorkingCalendar } from '../policy/policy';
import { dueOfStep, nextOfStep, timesOfStep, type StepTimes } from './step-times';

const ISRAEL: WorkingCalendar = {
  ...{ days: ['sun', 'mon', 'tue', 'wed', 'thu'], from: '09:00', to: '18:00' },
  ...{ zone: 'Asia/Jerusalem', restDays: 'IL' },
};
const times = (more: Partial<StepTimes> = {}): StepTimes => ({
  ...{ remindAt: '2026-11-29T09:00:00Z', dueAt: '2026-11-29T13:00:00Z', escalateTo: 'manager', escalatedAt: null },
  ...more,
});

describe('the times of an open step', () => {
  it('do not run over a holiday week-end', () => {
    // Thursday before the new year, which falls on Saturday and Sunday in 2026: an hour is left, and Monday is the next day.
    const opened = timesOfStep('2026-09-10T14:00:00Z', 8, ISRAEL);
    expect(opened.remindAt).toBe('2026-09-14T09:00:00Z');
    expect(opened.dueAt).toBe('2026-09-14T13:00:00Z');
  });

  it('come one after the other', () => {
    expect(nextOfStep(times())).toBe('2026-11-29T09:00:00Z');
    expect(nextOfStep(times({ remindAt: null }))).toBe('2026-11-29T13:00:00Z');
    expect(nextOfStep(times({ remindAt: null, escalatedAt: '2026-11-29T08:00:00Z' }))).toBeNull();
    expect(nextOfStep(times({ remindAt: null, escalateTo: null }))).toBeNull();
    expect(nextOfStep(times({ remindAt: '2026-11-29T14:00:00Z' }))).toBe('2026-11-29T13:00:00Z');
  });

  it('say what is due: the escalation before a reminder that it overtook', () => {
    expect(dueOfStep(times(), '2026-11-29T08:59:59Z')).toBeNull();
    expect(dueOfStep(times(), '2026-11-29T09:00:00Z')).toBe('remind');
    expect(dueOfStep(times(), '2026-11-29T13:00:00Z')).toBe('escalate');
    expect(dueOfStep(times({ escalatedAt: '2026-11-29T08:00:00Z' }), '2026-11-29T13:00:00Z')).toBe('remind');
  });
});
