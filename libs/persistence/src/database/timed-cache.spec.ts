import { TimedCache } from './timed-cache';

describe('TimedCache', () => {
  let now = 0;
  let loads = 0;
  const cache = new TimedCache<number>({ milliseconds: 100, limit: 2 }, () => now);
  const load = (): Promise<number> => Promise.resolve((loads += 1));
  beforeEach(() => {
    now += 1_000;
    loads = 0;
  });

  it('answers from memory until the time is over', async () => {
    expect(await cache.get('a', load)).toBe(1);
    now += 99;
    expect(await cache.get('a', load)).toBe(1);
    now += 1;
    expect(await cache.get('a', load)).toBe(2);
  });

  it('loads once for askers at the same moment', async () => {
    expect(await Promise.all([cache.get('b', load), cache.get('b', load)])).toEqual([1, 1]);
  });

  it('does not remember a failure', async () => {
    await expect(cache.get('c', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await cache.get('c', load)).toBe(1);
  });

  it('forgets the oldest beyond its limit, so that made-up keys cannot fill the memory', async () => {
    for (const key of ['x', 'y', 'z']) await cache.get(key, load);
    expect(await cache.get('z', load)).toBe(3);
    expect(await cache.get('x', load)).toBe(4);
  });

  it('forgets on demand', async () => {
    await cache.get('d', load);
    cache.delete('d');
    expect(await cache.get('d', load)).toBe(2);
  });
});
