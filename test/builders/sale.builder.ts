import { randomBytes } from 'node:crypto';
import type { Sale, SaleCustomer, SaleLine, SalePayment } from '@zikui/domain';

/** A reference that no other test uses. */
export const newRef = (of: string): string => `${of}-${randomBytes(5).toString('hex')}`;

const day = 86_400_000;
/** So many days before now, RFC 3339. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * day).toISOString();

export const lineOf = (overrides: Partial<SaleLine> = {}): SaleLine => ({
  ref: 'l1',
  sku: 'CHAIR-1',
  description: 'כיסא אוכל',
  category: 'furniture',
  kind: 'goods',
  quantity: 3,
  total: 29_900,
  tax: 4_561,
  shippedAt: daysAgo(6),
  deliveredAt: daysAgo(4),
  ...overrides,
});

export const customerOf = (overrides: Partial<SaleCustomer> = {}): SaleCustomer => ({
  ref: newRef('customer'),
  name: 'דנה כהן',
  email: `${newRef('dana')}@example.com`,
  phone: null,
  locale: 'he',
  protectedGroup: null,
  ...overrides,
});

export const paymentOf = (overrides: Partial<SalePayment> = {}): SalePayment => ({
  ref: 'pay-1',
  gateway: 'stripe',
  gatewayRef: newRef('pi'),
  captured: 20_000,
  capturedAt: daysAgo(10),
  ...overrides,
});

/** The first example of domain.md section 4: 3 chairs, a cushion, shipping, two payments, 378.90 ILS in all. */
export const saleOf = (overrides: Partial<Sale> = {}): Sale => ({
  saleRef: newRef('order'),
  currency: 'ILS',
  placedAt: daysAgo(10),
  channel: 'online',
  hadConversation: false,
  jurisdiction: 'IL',
  timeZone: 'Asia/Jerusalem',
  customer: customerOf(),
  lines: [lineOf(), lineOf({ ref: 'l2', sku: 'CUSHION-1', description: 'כרית', quantity: 1, total: 4_990, tax: 761 })],
  shipping: { total: 3_000, tax: 458 },
  payments: [paymentOf(), paymentOf({ ref: 'pay-2', captured: 17_890 })],
  invoice: { number: newRef('inv'), issuedAt: daysAgo(10) },
  ...overrides,
});

/** A sale of one line of one unit, paid at once: for tests that are about money alone. */
export function simpleSaleOf(captured: number, overrides: Partial<Sale> = {}): Sale {
  return saleOf({
    lines: [lineOf({ quantity: 1, total: captured, tax: 0 })],
    shipping: { total: 0, tax: 0 },
    payments: [paymentOf({ captured })],
    ...overrides,
  });
}
