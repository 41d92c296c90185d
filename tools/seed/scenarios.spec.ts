import { REFUND_STATUSES } from '@zikui/domain';
import { partsOf, saleBody } from './demo-sale';
import { SCENARIOS } from './scenarios';

type Body = Readonly<{
  lines: readonly { total: number; tax: number }[];
  shipping: { total: number };
  payments: readonly { captured: number }[];
}>;
const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

describe('the demo refunds', () => {
  it('end in every state in which a refund can be found a minute later', () => {
    // `requested` lasts only while the worker is away, `processing` only while the gateway is being asked; that a refund
    // has `failed` only a person can say, and nobody can say it through the API yet.
    const passing = ['requested', 'processing', 'failed'];
    const ends = new Set(SCENARIOS.map(({ ends: end }) => end));
    expect(REFUND_STATUSES.filter((status) => !ends.has(status) && !passing.includes(status))).toEqual([]);
  });

  it('have an order, a customer and a name of their own each', () => {
    for (const trait of [
      SCENARIOS.map(({ name }) => name),
      SCENARIOS.map(({ sale }) => sale.saleRef),
      SCENARIOS.map(({ sale }) => sale.customer.ref),
    ])
      expect(new Set(trait).size).toBe(SCENARIOS.length);
  });

  it('are told in both languages and in every currency of the demo policies', () => {
    expect(new Set(SCENARIOS.map(({ sale }) => sale.customer.locale))).toEqual(new Set(['he', 'en']));
    expect(new Set(SCENARIOS.map(({ sale }) => sale.currency))).toEqual(new Set(['ILS', 'USD', 'EUR']));
  });

  it.each(SCENARIOS.map(({ name, sale }) => [name, sale] as const))(
    '%s is of an order that was paid in full',
    (_name, sale) => {
      const body = saleBody(sale, [], Date.UTC(2026, 10, 6)) as unknown as Body;
      const captured = body.payments.map((payment) => payment.captured);
      expect(captured).toEqual(partsOf(sale));
      expect(sum(captured)).toBe(sum(body.lines.map(({ total }) => total)) + body.shipping.total);
      expect(captured.every((amount) => amount > 0)).toBe(true);
    },
  );
});
