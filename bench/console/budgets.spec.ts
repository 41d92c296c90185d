import { gates, isMet, jsonOf, lineOf, timed, type Budget } from './budgets';

const SIZE: Budget = { key: 'script', must: 'script', figure: 250_000, limit: 250_000, unit: 'B', kind: 'exact' };

describe('a budget', () => {
  it('is met up to its limit, and missed above it', () =>
    expect([isMet(SIZE), isMet({ ...SIZE, figure: 250_001 })]).toEqual([true, false]));

  it('is told with its limit, and says when it gates', () => {
    expect(lineOf(SIZE)).toBe('met   script: 250.0 kB (at most 250.0 kB), gates');
    expect(lineOf({ ...SIZE, figure: 120.04, limit: 100, unit: 'ms', kind: 'time' })).toBe(
      'MISS  script: 120.0 ms (at most 100.0 ms)',
    );
  });

  it('of times is that of their median and of their p95', () => {
    const times = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(timed('key', 'J', times, 60).map(({ key, figure }) => [key, figure])).toEqual([
      ['keyP50', 50],
      ['keyP95', 95],
    ]);
  });

  it('gates when it is exact, whatever the times are', () => {
    const slow: Budget = { ...SIZE, key: 'slow', figure: 9, limit: 1, kind: 'time' };
    const large: Budget = { ...SIZE, key: 'large', figure: 9, limit: 1 };
    expect([gates([SIZE, slow]), gates([SIZE, slow, large])]).toEqual([true, false]);
    expect(jsonOf([SIZE, slow])).toEqual({
      gates: true,
      script: { figure: 250_000, limit: 250_000, unit: 'B', met: true },
      slow: { figure: 9, limit: 1, unit: 'B', met: false },
    });
  });
});
