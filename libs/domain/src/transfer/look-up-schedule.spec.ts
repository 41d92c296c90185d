import { LOOK_UPS_MS, PENDING_LIMIT_MS } from './look-up-schedule';

const MINUTE = 60_000;

describe('the look-up schedule', () => {
  it('asks after 1, 5 and 30 minutes, 2, 6 and 24 hours, and daily to day 7', () =>
    expect(LOOK_UPS_MS.map((ms) => ms / MINUTE)).toEqual([
      1, 5, 30, 120, 360, 1440, 2880, 4320, 5760, 7200, 8640, 10080,
    ]));

  it('leaves a pending transfer two weeks', () => expect(PENDING_LIMIT_MS / MINUTE / 60 / 24).toBe(14));
});
