import type { GatewayAsk } from '@zikui/domain';
import { outcomeOf, readRefund } from './paypal.transformers';

const ASK: GatewayAsk = {
  account: { merchantId: 'm', apiKey: 'k', webhookSecret: 'w' },
  idempotencyKey: 'zk_1',
  reference: 'zr_1',
  gatewayRef: '2GG279541U471931P',
  amount: { amount: 1230, currency: 'ILS' },
};
const REFUND = {
  id: '1JU08902781691411',
  status: 'COMPLETED',
  amount: { currency_code: 'ILS', value: '12.30' },
  custom_id: 'zr_1',
  links: [
    { rel: 'self', href: 'https://api-m.paypal.com/v2/payments/refunds/1JU08902781691411' },
    { rel: 'up', href: 'https://api-m.paypal.com/v2/payments/captures/2GG279541U471931P' },
  ],
};

describe('what PayPal answers', () => {
  it.each([
    ['COMPLETED', { kind: 'settled', amount: ASK.amount }],
    ['PENDING', { kind: 'pending', reason: 'processing' }],
    ['FAILED', { kind: 'declined', reason: 'failed' }],
    ['CANCELLED', { kind: 'declined', reason: 'cancelled' }],
  ])('%s', (status, outcome) => {
    expect(outcomeOf({ ...REFUND, status }, ASK)).toMatchObject(outcome);
  });

  it('names the capture that it is a refund of', () => {
    expect(readRefund(REFUND)?.gatewayRef).toBe('2GG279541U471931P');
    expect(readRefund({ ...REFUND, links: 'none' })?.gatewayRef).toBeNull();
  });

  it.each([
    [{ status: 'ON_ITS_WAY' }, 'unlisted_status'],
    [{ status: null }, 'unlisted_status'],
    [{ amount: { currency_code: 'ILS', value: '12.31' } }, 'wrong_amount'],
    [{ amount: { currency_code: 'USD', value: '12.30' } }, 'wrong_amount'],
    [{ amount: { currency_code: 'ILS', value: 12.3 } }, 'wrong_amount'],
    [{ amount: undefined }, 'wrong_amount'],
    [{ custom_id: 'zr_2' }, 'wrong_reference'],
    [{ id: undefined }, 'unreadable_answer'],
  ])('does not know what %j means', (changes, reason) => {
    expect(() => outcomeOf({ ...REFUND, ...changes }, ASK)).toThrow(reason);
  });
});
