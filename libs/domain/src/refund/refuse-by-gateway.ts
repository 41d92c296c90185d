import type { ErrorValues } from '../error/refund-error';
import { refuse, type Refusal } from '../quote/check-request';
import type { Destination, Quote } from '../quote/quote';
import type { Sale, SalePayment } from '../sale/sale';
import type { GatewayCapabilities } from '../transfer/gateway-capabilities';
import { toWireAmount } from '../transfer/wire-amount';

/** What every gateway of the house can do, by its name. */
export type GatewaysByName = Readonly<Record<string, GatewayCapabilities>>;
type Asked = Readonly<{
  payment: SalePayment;
  amount: number;
  currency: string;
  gateway: GatewayCapabilities;
  now: string;
}>;

/** What the gateways of the house can do, and where money could go instead. */
export type Ability = Readonly<{
  gateways: GatewaysByName;
  now: string;
  /** That the policy allows beside the payments. */ otherDestinations: readonly Destination[];
}>;

const DAY_MS = 86_400_000;

/**
 * The first transfer that its gateway could not carry out, so that nobody approves what would be declined later. What
 * goes to store credit asks no gateway. A refusal names the payment; another destination may still be possible.
 */
export function refuseByGateway(
  { currency, payments }: Sale,
  { transfers }: Quote,
  { gateways, now, otherDestinations }: Ability,
): Refusal | undefined {
  for (const { paymentRef, amount } of transfers) {
    const payment = payments.find(({ ref }) => ref === paymentRef);
    if (payment === undefined) continue;
    const gateway = Object.hasOwn(gateways, payment.gateway) ? gateways[payment.gateway] : undefined;
    if (gateway === undefined) return refuse('gateway_unknown', '', { gateway: payment.gateway });
    const refusal = refusalOf({ payment, amount, currency, gateway, now });
    const offered = otherDestinations.length === 0 ? null : otherDestinations.join(', ');
    if (refusal !== undefined) return refuse(refusal.code, '', { ...refusal.values, destinations: offered });
  }
  return undefined;
}

function refusalOf({ payment, amount, currency, gateway, now }: Asked): Refusal | undefined {
  const about: ErrorValues = { payment: payment.ref, gateway: payment.gateway };
  const { refundWindowDays: days, instalments, partialRefunds, voidsUncaptured, currencies } = gateway;

  if (!currencies.has(currency)) return refuse('currency_not_supported', '', { ...about, currency });
  if (days !== null && isOlderThan(days, payment, now)) return refuse('payment_too_old', '', { ...about, days });
  if (instalments === null && (payment.instalments ?? 1) > 1) return refuse('instalments_not_supported', '', about);
  if (payment.onlyAuthorized === true && !voidsUncaptured) return refuse('payment_not_captured', '', about);
  // An authorisation is cancelled as a whole, whatever could be given back of captured money.
  const isWholeOnly = !partialRefunds || payment.onlyAuthorized === true;
  if (isWholeOnly && amount !== payment.captured)
    return refuse('partial_refund_not_supported', '', { ...about, captured: payment.captured, currency });
  if (toWireAmount(currencies, { amount, currency }) === undefined)
    return refuse('amount_not_supported', '', {
      ...about,
      amount,
      step: currencies.get(currency)?.step ?? 1,
      currency,
    });
  return undefined;
}

/** A payment without a date is left to the gateway's own answer. */
const isOlderThan = (days: number, { capturedAt }: SalePayment, now: string): boolean =>
  typeof capturedAt === 'string' && Date.parse(now) - Date.parse(capturedAt) > days * DAY_MS;
