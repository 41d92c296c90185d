import { LOOK_UPS_MS, lookUpsOf, nextLookUp, PENDING_LIMIT_MS } from './look-up-schedule';

const MINUTE = 60_000;

describe('the look-up schedule', () => {
  it('asks after 1, 5 and 30 minutes, 2, 6 and 24 hours, and daily to day 7', () =>
    expect(LOOK_UPS_MS.map((ms) => ms / MINUTE)).toEqual([
      1, 5, 30, 120, 360, 1440, 2880, 4320, 5760, 7200, 8640, 10080,
    ]));

  it('leaves a pending transfer two weeks', () => expect(PENDING_LIMIT_MS / MINUTE / 60 / 24).toBe(14));

  it('names the first time that is still ahead, and none once all are over', () => {
    expect([0, MINUTE - 1, MINUTE, 6 * MINUTE].map((ms) => nextLookUp(LOOK_UPS_MS, ms))).toEqual(
      [1, 1, 5, 30].map((minutes) => minutes * MINUTE),
    );
    expect(nextLookUp(LOOK_UPS_MS, LOOK_UPS_MS.at(-1) ?? 0)).toBeUndefined();
  });

  it('asks about a pending transfer only while it may stay pending', () => {
    const plan = { lookUpsMs: [1, 2, 3], pendingLimitMs: 3 };
    expect(lookUpsOf(true, plan)).toEqual([1, 2]);
    expect(lookUpsOf(false, plan)).toEqual([1, 2, 3]);
  });
});
