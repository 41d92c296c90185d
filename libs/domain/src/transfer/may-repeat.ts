import type { PaymentGateway } from './payment-gateway';

/**
 * Whether an attempt that a look-up did not find may be sent again under its own key. Safe while the gateway keeps the
 * key, which counts from the first sending; later only where finding nothing is proof, which counts from the last one.
 * Otherwise a person decides.
 */
export const mayRepeat = (
  gateway: Pick<PaymentGateway, 'keyLifetimeMs' | 'visibleWithinMs'>,
  msSinceSent: number,
  msSinceLastSent = msSinceSent,
): boolean =>
  msSinceSent < gateway.keyLifetimeMs ||
  (gateway.visibleWithinMs !== null && msSinceLastSent > gateway.visibleWithinMs);
