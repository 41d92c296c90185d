import type { GatewayCapabilities, GatewayLookUp } from './gateway-capabilities';

/**
 * Whether an attempt that a look-up did not find may be sent again under its own key. Safe while the gateway keeps the
 * key, which counts from the first sending; later only where finding nothing is proof, which counts from the last one.
 * Otherwise a person decides.
 */
export const mayRepeat = (
  { keyLifetimeMs, lookUp }: Pick<GatewayCapabilities, 'keyLifetimeMs' | 'lookUp'>,
  msSinceSent: number,
  msSinceLastSent = msSinceSent,
): boolean => msSinceSent < keyLifetimeMs || provesAbsence(lookUp, msSinceLastSent);

/** Whether a refund that was not found surely does not exist: the look-up shows all there is, and it would show by now. */
export const provesAbsence = (lookUp: GatewayLookUp, msSinceLastSent: number): boolean =>
  lookUp.by !== 'none' && lookUp.isComplete && msSinceLastSent > lookUp.visibleWithinMs;
