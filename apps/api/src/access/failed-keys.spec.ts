import { FailedKeys } from './failed-keys';

const fail = (keys: FailedKeys, times: number, atMs: number): void => {
  for (let time = 0; time < times; time++) keys.failed('1.2.3.4', atMs);
};

describe('whoever tries keys', () => {
  it('must wait after too many bad ones in a minute, alone', () => {
    const keys = new FailedKeys(20);
    fail(keys, 19, 0);
    expect(keys.waitSeconds('1.2.3.4', 0)).toBe(0);
    fail(keys, 1, 0);
    expect(keys.waitSeconds('1.2.3.4', 0)).toBe(60);
    expect(keys.waitSeconds('1.2.3.4', 59_500)).toBe(1);
    expect(keys.waitSeconds('1.2.3.4', 60_000)).toBe(0);
    expect(keys.waitSeconds('5.6.7.8', 0)).toBe(0);
  });

  it('may fail now and then', () => {
    const keys = new FailedKeys(20);
    for (let minute = 0; minute < 10; minute++) fail(keys, 19, minute * 60_000);
    expect(keys.waitSeconds('1.2.3.4', 600_000)).toBe(0);
  });

  it('waits twice as long each time, up to a quarter of an hour, and is forgiven after a quiet time', () => {
    const keys = new FailedKeys(1);
    const waits: number[] = [];
    let now = 0;
    for (let time = 0; time < 6; time++) {
      fail(keys, 1, now);
      const wait = keys.waitSeconds('1.2.3.4', now);
      waits.push(wait);
      now += wait * 1_000;
    }
    expect(waits).toEqual([60, 120, 240, 480, 900, 900]);
    now += 16 * 60_000;
    fail(keys, 1, now);
    expect(keys.waitSeconds('1.2.3.4', now)).toBe(60);
  });
});
