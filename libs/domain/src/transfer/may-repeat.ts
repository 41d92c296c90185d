import type { PaymentGateway } from './payment-gateway';

/**
 * Whether an attempt that a look-up did not find may be sent again under its own key. Safe while the gateway keeps the
 * key; later only where finding nothing is proof. Otherwise a person decides.
 */
export const mayRepeat = (
  gateway: Pick<PaymentGateway, 'keyLifetimeMs' | 'visibleWithinMs'>,
  msSinceSent: number,
): boolean =>
  msSinceSent < gateway.keyLifetimeMs || (gateway.visibleWithinMs !== null && msSinceSent > gateway.visibleWithinMs);
