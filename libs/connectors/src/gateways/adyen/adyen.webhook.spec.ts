import { createHmac } from 'node:crypto';
import type { GatewayAccount } from '@zikui/domain';
import { readAdyenWebhook } from './adyen.webhook';

const KEY = '0123456789abcdef'.repeat(4);
const ACCOUNT: GatewayAccount = {
  merchantId: 'm1',
  apiKey: 'k',
  webhookSecret: KEY,
  settings: { merchantAccount: 'ShopECOM' },
};
const ITEM = {
  amount: { currency: 'EUR', value: 1500 },
  eventCode: 'REFUND',
  eventDate: '2026-02-17T11:11:44+01:00',
  merchantAccountCode: 'ShopECOM',
  merchantReference: 'zr_1',
  originalReference: 'PAYMENT000000001',
  paymentMethod: 'visa',
  pspReference: 'REFUND0000000001',
  reason: '',
  success: 'true',
};
type Item = Readonly<Record<string, unknown>> & Pick<typeof ITEM, 'amount'>;

/** The notification, signed as Adyen does, then changed on its way if told so. */
function signed(
  changes: object = {},
  { key = KEY, afterwards = {} }: Readonly<{ key?: string; afterwards?: object }> = {},
) {
  const item: Item = { ...ITEM, ...changes };
  const { pspReference, originalReference, merchantAccountCode, merchantReference, eventCode, success } = item;
  const parts = [pspReference, originalReference, merchantAccountCode, merchantReference];
  const text = [...parts, item.amount.value, item.amount.currency, eventCode, success].join(':');
  const hmacSignature = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('base64');
  const sent = { ...item, additionalData: { hmacSignature }, ...afterwards };
  return Buffer.from(JSON.stringify({ live: 'false', notificationItems: [{ NotificationRequestItem: sent }] }));
}
const read = (body: Buffer, account = ACCOUNT) => readAdyenWebhook(account, body);

describe('what Adyen announces', () => {
  it('is read as the outcome of our refund', async () => {
    expect(await read(signed())).toEqual({
      eventId: 'REFUND:REFUND0000000001:true',
      type: 'REFUND',
      occurredAt: '2026-02-17T10:11:44.000Z',
      reference: 'zr_1',
      gatewayRefundId: 'REFUND0000000001',
      gatewayRef: 'PAYMENT000000001',
      outcome: { status: 'settled', amount: { amount: 1500, currency: 'EUR' }, pendingReason: null, reason: null },
    });
  });

  it.each([
    ['REFUND', 'true', 'settled'],
    ['CANCEL_OR_REFUND', 'true', 'settled'],
    ['REFUND', 'false', 'declined'],
    ['CANCEL_OR_REFUND', 'false', 'declined'],
    ['REFUND_FAILED', 'true', 'declined'],
    ['REFUNDED_REVERSED', 'true', 'declined'],
  ])('%s with success %s is %s', async (eventCode, success, status) => {
    expect((await read(signed({ eventCode, success })))?.outcome.status).toBe(status);
  });

  it.each([
    { eventCode: 'AUTHORISATION' },
    { eventCode: 'CAPTURE' },
    { eventCode: 'REFUND_FAILED', success: 'false' },
    { eventCode: 'POSTPONED_REFUND', success: 'false' },
    { eventCode: 'VOID_PENDING_REFUND' },
    { amount: { currency: 'EUR', value: 0 } },
    { eventDate: 'never' },
  ])('%j tells nothing certain of a refund', async (changes) => {
    expect(await read(signed(changes))).toBeUndefined();
  });

  it('waits for the charge where Adyen postpones the refund until it is captured', async () => {
    const news = await read(signed({ eventCode: 'POSTPONED_REFUND' }));
    expect(news?.outcome).toMatchObject({ status: 'pending', pendingReason: 'charge_pending', reason: null });
  });

  it('names a failure in our words, and no sentence of theirs', async () => {
    const failed = { success: 'false', reason: 'Insufficient balance on payment' };
    expect((await read(signed(failed)))?.outcome.reason).toBe('amount_exceeds_payment');
    expect((await read(signed({ ...failed, reason: 'Dana Levi moved away' })))?.outcome.reason).toBe('declined');
  });

  it('counts currencies as Adyen does', async () => {
    const amount = { currency: 'ISK', value: 500 };
    expect((await read(signed({ amount })))?.outcome.amount).toEqual({ amount: 5, currency: 'ISK' });
  });

  it('is the same event whatever date or reason is written over it', async () => {
    const later = { eventDate: '2027-01-01T00:00:00Z', reason: 'changed' };
    expect((await read(signed({}, { afterwards: later })))?.eventId).toBe((await read(signed()))?.eventId);
  });
});

describe('the signature of Adyen', () => {
  it.each<[string, Buffer, GatewayAccount]>([
    ['another key', signed({}, { key: 'f'.repeat(64) }), ACCOUNT],
    [
      'another amount than was signed',
      signed({}, { afterwards: { amount: { currency: 'EUR', value: 1501 } } }),
      ACCOUNT,
    ],
    ['another outcome than was signed', signed({}, { afterwards: { success: 'false' } }), ACCOUNT],
    ['no signature', signed({}, { afterwards: { additionalData: {} } }), ACCOUNT],
    ['another account of the same company', signed({ merchantAccountCode: 'OtherECOM' }), ACCOUNT],
    ['a body that is no JSON', Buffer.from('<html>'), ACCOUNT],
    ['a body without items', Buffer.from('{"notificationItems":[]}'), ACCOUNT],
    ['a secret that is no key in hex', signed({}, { key: '' }), { ...ACCOUNT, webhookSecret: 'not hex' }],
    ['an account without a secret', signed({}, { key: '' }), { ...ACCOUNT, webhookSecret: ' , ' }],
  ])('is refused: %s', async (_, body, account) => {
    await expect(read(body, account)).rejects.toMatchObject({ name: expect.stringMatching(/Error/) as string });
  });

  it('is taken with either key while one replaces the other', async () => {
    const account = { ...ACCOUNT, webhookSecret: `${'e'.repeat(64)},${KEY}` };
    expect((await read(signed(), account))?.outcome.status).toBe('settled');
  });

  it('is refused for several items at once, of which only one could be applied', async () => {
    const { notificationItems } = JSON.parse(signed().toString()) as { notificationItems: object[] };
    const body = Buffer.from(JSON.stringify({ notificationItems: [...notificationItems, ...notificationItems] }));
    await expect(read(body)).rejects.toMatchObject({ code: 'bad_signature' });
  });
});
