import { FailedKeys } from './failed-keys';

const fail = async (keys: FailedKeys, times: number, atMs: number): Promise<void> => {
  for (let time = 0; time < times; time++) await keys.failed('1.2.3.4', atMs);
};

describe('whoever tries keys', () => {
  it('must wait after too many bad ones in a minute, alone', async () => {
    const keys = new FailedKeys(20);
    await fail(keys, 19, 0);
    expect(keys.waitSeconds('1.2.3.4', 0)).toBe(0);
    await fail(keys, 1, 0);
    expect(keys.waitSeconds('1.2.3.4', 0)).toBe(60);
    expect(keys.waitSeconds('1.2.3.4', 59_500)).toBe(1);
    expect(keys.waitSeconds('1.2.3.4', 60_000)).toBe(0);
    expect(keys.waitSeconds('5.6.7.8', 0)).toBe(0);
  });

  it('may fail now and then', async () => {
    const keys = new FailedKeys(20);
    for (let minute = 0; minute < 10; minute++) await fail(keys, 19, minute * 60_000);
    expect(keys.waitSeconds('1.2.3.4', 600_000)).toBe(0);
  });

  it('waits twice as long each time, up to a quarter of an hour, and is forgiven after a quiet time', async () => {
    const keys = new FailedKeys(1);
    const waits: number[] = [];
    let now = 0;
    for (let time = 0; time < 6; time++) {
      await fail(keys, 1, now);
      const wait = keys.waitSeconds('1.2.3.4', now);
      waits.push(wait);
      now += wait * 1_000;
    }
    expect(waits).toEqual([60, 120, 240, 480, 900, 900]);
    now += 16 * 60_000;
    await fail(keys, 1, now);
    expect(keys.waitSeconds('1.2.3.4', now)).toBe(60);
  });

  it('is blocked here also for what the others counted', async () => {
    const keys = new FailedKeys(20, async () => 30_000);
    await fail(keys, 1, 0);
    expect([keys.waitSeconds('1.2.3.4', 0), keys.waitSeconds('1.2.3.4', 30_000)]).toEqual([30, 0]);
  });
});
