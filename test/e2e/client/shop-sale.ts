const DAY_MS = 86_400_000;
type ShopCustomer = Readonly<{ ref: string; name: string; email: string; locale: 'he' | 'en' }>;
export type ShopSale = Readonly<{
  saleRef: string;
  customer: ShopCustomer;
  currency: 'ILS' | 'USD' | 'EUR';
  description: string;
  category: string;
  /** Price of one unit in minor units, tax in; two units are sold. */ price: number;
  /** How many days ago the goods arrived. */ deliveredDaysAgo: number;
  /** How the sale was paid: one part, or two. */ parts?: 1 | 2;
}>;

const VAT_BPS = 1800;
const taxInside = (total: number): number => Math.round((total * VAT_BPS) / (10_000 + VAT_BPS));
const JURISDICTION = { ILS: 'IL', USD: 'other', EUR: 'EU-DE' } as const;
const ZONE = { ILS: 'Asia/Jerusalem', USD: 'America/New_York', EUR: 'Europe/Berlin' } as const;

/** What was paid in all. */
const totalOf = (sale: ShopSale): number => sale.price * 2;
/** The captured parts of a sale's payment, in order. */
export const partsOf = (sale: ShopSale): number[] => (sale.parts === 2 ? [sale.price, sale.price] : [totalOf(sale)]);

/** The body of `PUT /v1/sales/{saleRef}`, paid by the given captured payments of the sandbox gateway. */
export function saleBody(sale: ShopSale, gatewayRefs: readonly string[], now: number): Record<string, unknown> {
  const placedAt = new Date(now - (sale.deliveredDaysAgo + 2) * DAY_MS).toISOString();
  const deliveredAt = new Date(now - sale.deliveredDaysAgo * DAY_MS).toISOString();
  const total = totalOf(sale);
  return {
    currency: sale.currency,
    placedAt,
    channel: 'online',
    hadConversation: false,
    jurisdiction: JURISDICTION[sale.currency],
    timeZone: ZONE[sale.currency],
    customer: { ...sale.customer, phone: null, protectedGroup: null },
    lines: [
      {
        ref: 'l1',
        sku: sale.saleRef.toUpperCase(),
        description: sale.description,
        category: sale.category,
        kind: 'goods',
        quantity: 2,
        total,
        tax: taxInside(total),
        shippedAt: placedAt,
        deliveredAt,
      },
    ],
    shipping: { total: 0, tax: 0 },
    payments: partsOf(sale).map((captured, index) => ({
      ref: `pay-${index + 1}`,
      gateway: 'stripe',
      gatewayRef: gatewayRefs[index],
      captured,
      capturedAt: placedAt,
    })),
    invoice: { number: `INV-${sale.saleRef}`, issuedAt: placedAt },
  };
}
