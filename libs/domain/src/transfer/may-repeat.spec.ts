import type { GatewayLookUp } from './gateway-capabilities';
import { mayRepeat, provesAbsence } from './may-repeat';

const HOUR = 3_600_000;
const complete: GatewayLookUp = { by: 'reference', isComplete: true, visibleWithinMs: HOUR };
const incomplete: GatewayLookUp = { by: 'reference', isComplete: false, visibleWithinMs: HOUR };
const none: GatewayLookUp = { by: 'none' };

describe('mayRepeat', () => {
  it.each([complete, incomplete, none])('allows a repeat while the gateway keeps the key', (lookUp) => {
    expect(mayRepeat({ keyLifetimeMs: 24 * HOUR, lookUp }, 24 * HOUR - 1)).toBe(true);
  });

  it.each([incomplete, none])(
    'leaves an attempt whose key is forgotten to a person when finding nothing proves nothing',
    (lookUp) => {
      expect(mayRepeat({ keyLifetimeMs: 24 * HOUR, lookUp }, 24 * HOUR)).toBe(false);
      expect(mayRepeat({ keyLifetimeMs: 0, lookUp }, 1_000 * HOUR)).toBe(false);
    },
  );

  it('takes a complete look-up as proof once everything sent must be visible', () => {
    const withoutKeys = { keyLifetimeMs: 0, lookUp: complete };
    expect(mayRepeat(withoutKeys, HOUR)).toBe(false);
    expect(mayRepeat(withoutKeys, HOUR + 1)).toBe(true);
  });

  it('counts that from the last sending, for what was just made may not be visible yet', () => {
    const withoutKeys = { keyLifetimeMs: 0, lookUp: complete };
    expect(mayRepeat(withoutKeys, 9 * HOUR, 7_000)).toBe(false);
    expect(mayRepeat({ ...withoutKeys, keyLifetimeMs: 24 * HOUR }, 9 * HOUR, 7_000)).toBe(true);
  });
});

describe('provesAbsence', () => {
  it('never concludes from a look-up that does not show all there is, or from none at all', () => {
    expect([complete, incomplete, none].map((lookUp) => provesAbsence(lookUp, 1_000 * HOUR))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
