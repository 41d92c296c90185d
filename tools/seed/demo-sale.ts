const DAY_MS = 86_400_000;
const VAT_BPS = 1800;

export type DemoCurrency = 'ILS' | 'USD' | 'EUR';
export type DemoCustomer = Readonly<{ ref: string; name: string; email: string; locale: 'he' | 'en' }>;
export type DemoLine = Readonly<{
  sku: string;
  description: string;
  category: string;
  /** Price of one unit in minor units, tax in. */ price: number;
  quantity: number;
}>;
/** A paid and delivered order of the demo shop. */
export type DemoSale = Readonly<{
  saleRef: string;
  customer: DemoCustomer;
  currency: DemoCurrency;
  lines: readonly DemoLine[];
  shipping: number;
  /** How many days ago the goods arrived. */ deliveredDaysAgo: number;
  /** What each part of the payment took, if it was paid in parts; the last part takes the rest. */ firstParts?: readonly number[];
}>;

const JURISDICTION = { ILS: 'IL', USD: 'other', EUR: 'EU-DE' } as const;
const ZONE = { ILS: 'Asia/Jerusalem', USD: 'America/New_York', EUR: 'Europe/Berlin' } as const;

const taxInside = (total: number): number => Math.round((total * VAT_BPS) / (10_000 + VAT_BPS));
const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** The captured parts of a sale's payment, in order. */
export function partsOf({ lines, shipping, firstParts = [] }: DemoSale): readonly number[] {
  const total = sum(lines.map(({ price, quantity }) => price * quantity)) + shipping;
  return [...firstParts, total - sum(firstParts)];
}

/** The body of `PUT /v1/sales/{saleRef}`, paid by the given captured payments of the sandbox gateway. */
export function saleBody(sale: DemoSale, gatewayRefs: readonly string[], now: number): Record<string, unknown> {
  const { saleRef, customer, currency, lines, shipping, deliveredDaysAgo } = sale;
  const daysAgo = (days: number): string => new Date(now - days * DAY_MS).toISOString();
  const placedAt = daysAgo(deliveredDaysAgo + 3);
  return {
    currency,
    placedAt,
    channel: 'online',
    hadConversation: false,
    jurisdiction: JURISDICTION[currency],
    timeZone: ZONE[currency],
    customer: { ...customer, phone: null, protectedGroup: null },
    lines: lines.map(({ price, quantity, ...line }, index) => ({
      ref: `l${index + 1}`,
      ...line,
      kind: 'goods',
      quantity,
      total: price * quantity,
      tax: taxInside(price * quantity),
      shippedAt: daysAgo(deliveredDaysAgo + 2),
      deliveredAt: daysAgo(deliveredDaysAgo),
    })),
    shipping: { total: shipping, tax: taxInside(shipping) },
    payments: partsOf(sale).map((captured, index) => ({
      ref: `pay-${index + 1}`,
      gateway: 'stripe',
      gatewayRef: gatewayRefs[index],
      captured,
      capturedAt: placedAt,
    })),
    invoice: { number: `INV-${saleRef}`, issuedAt: placedAt },
  };
}
