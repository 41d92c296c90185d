import type { PayPalClient } from './paypal.client';
import { searchPayPal } from './paypal.movements';

/** What PayPal's search answers for one refund that stands as `status`. */
const answering = (status: string): PayPalClient => {
  const transaction_info = {
    transaction_id: '5TY05013RG002845M',
    transaction_event_code: 'T1107',
    transaction_status: status,
    transaction_amount: { currency_code: 'USD', value: '-4.99' },
    transaction_initiation_date: '2026-11-20T08:00:00+0000',
    custom_field: 'zk_1',
    paypal_reference_id: '8MC585209K746392H',
  };
  const body = { transaction_details: [{ transaction_info }], total_pages: 1 };
  return { get: () => Promise.resolve({ kind: 'done', body }) } as unknown as PayPalClient;
};
const statusOf = async (status: string) => {
  const nowMs = Date.parse('2026-11-29T00:00:00Z');
  const ask = { account: {}, fromMs: nowMs - 86_400_000 * 10, toMs: nowMs, after: null };
  const { items } = await searchPayPal(answering(status), ask as never, nowMs);
  return items[0]?.status;
};

describe('a refund as PayPal lists it', () => {
  it.each([
    ['S', 'settled'],
    ['P', 'pending'],
    ['D', 'declined'],
  ])('with status %s is %s', async (status, meaning) => expect(await statusOf(status)).toBe(meaning));

  it('that was reversed went back to its sender, the merchant: the customer does not have it', async () =>
    expect(await statusOf('V')).toBe('declined'));

  it.each(['F', 'X', ''])('with status %j, of which nobody can say what the customer has, is unknown', async (status) =>
    expect(await statusOf(status)).toBe('unknown'),
  );
});
