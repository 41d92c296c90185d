import { mayRepeat } from './may-repeat';

const HOUR = 3_600_000;

describe('mayRepeat', () => {
  it('allows a repeat while the gateway keeps the key', () => {
    expect(mayRepeat({ keyLifetimeMs: 24 * HOUR, visibleWithinMs: null }, 23 * HOUR)).toBe(true);
  });

  it('leaves an attempt whose key is forgotten to a person when finding nothing proves nothing', () => {
    expect(mayRepeat({ keyLifetimeMs: 24 * HOUR, visibleWithinMs: null }, 24 * HOUR)).toBe(false);
  });

  it('takes a complete look-up as proof once everything sent must be visible', () => {
    const withoutKeys = { keyLifetimeMs: 0, visibleWithinMs: HOUR };
    expect(mayRepeat(withoutKeys, HOUR)).toBe(false);
    expect(mayRepeat(withoutKeys, HOUR + 1)).toBe(true);
  });

  it('counts that from the last sending, for what was just made may not be visible yet', () => {
    const withoutKeys = { keyLifetimeMs: 0, visibleWithinMs: HOUR };
    expect(mayRepeat(withoutKeys, 9 * HOUR, 7_000)).toBe(false);
    expect(mayRepeat({ ...withoutKeys, keyLifetimeMs: 24 * HOUR }, 9 * HOUR, 7_000)).toBe(true);
  });
});
