import { median, quantile, spread } from './statistics';

describe('statistics of the bench', () => {
  it('takes the middle of an odd number of values', () => expect(median([3, 1, 2])).toBe(2));
  it('takes the nearest rank for a high quantile', () =>
    expect(
      quantile(
        Array.from({ length: 100 }, (_, n) => n + 1),
        0.99,
      ),
    ).toBe(99));
  it('shows the median with smallest and largest value', () => expect(spread([2, 1, 4])).toBe('2.0 (1.0 to 4.0)'));
});
