import { BoundedCache } from './bounded-cache';

describe('a bounded cache', () => {
  it('makes an answer once while it is kept', () => {
    const cache = new BoundedCache<object>(2);
    const first = cache.get('a', () => ({}));
    expect(cache.get('a', () => ({}))).toBe(first);
  });

  it('never keeps more than it may, and lets go what was not asked for longest', () => {
    const cache = new BoundedCache<string>(2);
    for (const question of ['a', 'b', 'a', 'c']) cache.get(question, () => question);
    expect(cache.size).toBe(2);
    expect(cache.get('a', () => 'made again')).toBe('a');
    expect(cache.get('b', () => 'made again')).toBe('made again');
  });

  it('does not keep a failure', () => {
    const cache = new BoundedCache<string>(2);
    expect(() =>
      cache.get('a', () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(cache.get('a', () => 'yes')).toBe('yes');
  });
});
