import { mayChangeFrozen } from './frozen-sale';
import type { Sale } from './sale';

const LINE = {
  ref: 'l1',
  sku: 'sku-1',
  description: 'Chair',
  category: 'furniture',
  kind: 'goods' as const,
  quantity: 2,
  total: 20_000,
  tax: 3_051,
};
const SALE: Sale = {
  saleRef: 's1',
  currency: 'ILS',
  placedAt: '2026-11-01T10:00:00Z',
  channel: 'online',
  hadConversation: false,
  jurisdiction: 'IL',
  timeZone: 'Asia/Jerusalem',
  customer: { ref: 'c1', name: null, email: null, phone: null, locale: 'he', protectedGroup: null },
  lines: [LINE],
  shipping: { total: 0, tax: 0 },
  payments: [{ ref: 'p1', gateway: 'stripe', gatewayRef: 'pi_1', captured: 20_000 }],
  invoice: null,
};
const DELIVERED = '2026-11-04T10:00:00Z';

describe('a sale that has a refund', () => {
  it('may be told again as it was, with empty fields left out or null', () => {
    expect(mayChangeFrozen(SALE, { ...SALE, otherCharges: null, commission: null })).toBe(true);
    expect(mayChangeFrozen(SALE, { ...SALE, lines: [{ ...LINE, deliveredAt: null }] })).toBe(true);
  });

  it('may get dates, an invoice and a disclosure that were missing', () => {
    expect(mayChangeFrozen(SALE, { ...SALE, lines: [{ ...LINE, deliveredAt: DELIVERED }] })).toBe(true);
    expect(mayChangeFrozen(SALE, { ...SALE, invoice: { number: '17', issuedAt: DELIVERED } })).toBe(true);
    expect(mayChangeFrozen({ ...SALE, disclosedAt: null }, { ...SALE, disclosedAt: DELIVERED })).toBe(true);
    expect(
      mayChangeFrozen(SALE, {
        ...SALE,
        payments: SALE.payments.map((payment) => ({ ...payment, capturedAt: DELIVERED })),
      }),
    ).toBe(true);
  });

  it('may get another contact and language of the customer, and no other customer', () => {
    const { customer } = SALE;
    expect(mayChangeFrozen(SALE, { ...SALE, customer: { ...customer, email: 'a@example.com', locale: 'en' } })).toBe(
      true,
    );
    expect(mayChangeFrozen(SALE, { ...SALE, customer: { ...customer, ref: 'c2' } })).toBe(false);
    expect(mayChangeFrozen(SALE, { ...SALE, customer: { ...customer, protectedGroup: 'senior' } })).toBe(false);
  });

  it('keeps a date, an invoice and a disclosure that were told', () => {
    const delivered = { ...SALE, lines: [{ ...LINE, deliveredAt: DELIVERED }] };
    expect(mayChangeFrozen(delivered, SALE)).toBe(false);
    expect(mayChangeFrozen(delivered, { ...SALE, lines: [{ ...LINE, deliveredAt: '2026-11-05T10:00:00Z' }] })).toBe(
      false,
    );
    const invoiced = { ...SALE, invoice: { number: '17', issuedAt: DELIVERED } };
    expect(mayChangeFrozen(invoiced, { ...SALE, invoice: { number: '18', issuedAt: DELIVERED } })).toBe(false);
    expect(mayChangeFrozen(SALE, { ...SALE, disclosedAt: DELIVERED })).toBe(false);
  });

  it.each<[string, Partial<Sale>]>([
    ['an amount', { lines: [{ ...LINE, total: 20_001 }] }],
    ['a unit', { lines: [{ ...LINE, quantity: 3 }] }],
    ['a further line', { lines: [LINE, { ...LINE, ref: 'l2' }] }],
    ['a payment', { payments: [] }],
    ['the shipping', { shipping: { total: 1, tax: 0 } }],
    ['the currency', { currency: 'USD' }],
    ['the jurisdiction', { jurisdiction: 'EU-DE' }],
    ['the day of the sale', { placedAt: DELIVERED }],
    ['a commission', { commission: { total: 5 } }],
  ])('keeps %s', (_what, change) => expect(mayChangeFrozen(SALE, { ...SALE, ...change })).toBe(false));
});
