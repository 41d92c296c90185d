import type { GatewayAsk } from '@zikui/domain';
import { UnclearAnswer } from '../unclear-answer';
import { outcomeOf, readRefund } from './stripe.transformers';

const ASK: GatewayAsk = {
  account: { merchantId: 'm', apiKey: 'sk_test_x', webhookSecret: 's' },
  idempotencyKey: 'zk_1',
  reference: 'zr_1',
  gatewayRef: 'pi_1',
  amount: { amount: 500, currency: 'ILS' },
};
const refund = (changes: object = {}): object => ({
  id: 're_1',
  object: 'refund',
  amount: 500,
  currency: 'ils',
  status: 'succeeded',
  payment_intent: 'pi_1',
  charge: 'ch_1',
  metadata: { zikui_reference: 'zr_1' },
  ...changes,
});
const reasonOf = (body: unknown): string => {
  try {
    outcomeOf(body, ASK);
    return 'certain';
  } catch (error) {
    return error instanceof UnclearAnswer ? error.reason : 'another error';
  }
};

describe('what a refund of Stripe means', () => {
  it.each([
    ['succeeded', 'settled'],
    ['pending', 'pending'],
    ['requires_action', 'pending'],
    ['failed', 'declined'],
    ['canceled', 'declined'],
  ])('%s is %s', (status, kind) => {
    expect(outcomeOf(refund({ status }), ASK)).toMatchObject({ kind, gatewayRefundId: 're_1' });
  });

  it.each(['brand_new', null, undefined, 7])('a status that is not listed (%p) is unknown', (status) => {
    expect(reasonOf(refund({ status }))).toBe('unlisted_status');
  });

  it.each([
    ['pending', 'insufficient_funds', 'insufficient_funds'],
    ['pending', 'charge_pending', 'charge_pending'],
    ['pending', 'processing', 'processing'],
    ['pending', 'something_new', 'processing'],
    ['pending', undefined, 'processing'],
    ['requires_action', undefined, 'customer_action'],
  ])('a refund that is %s for %p waits for %s', (status, pending_reason, reason) => {
    expect(outcomeOf(refund({ status, pending_reason }), ASK)).toMatchObject({ kind: 'pending', reason });
  });

  it('a failure names its reason', () => {
    const failed = refund({ status: 'failed', failure_reason: 'expired_or_canceled_card' });
    expect(outcomeOf(failed, ASK)).toMatchObject({ kind: 'declined', reason: 'expired_or_canceled_card' });
    expect(outcomeOf(refund({ status: 'canceled' }), ASK)).toMatchObject({ kind: 'declined', reason: 'canceled' });
  });

  it.each([
    ['another amount', { amount: 501 }, 'wrong_amount'],
    ['another currency', { currency: 'usd' }, 'wrong_amount'],
    ['another reference', { metadata: { zikui_reference: 'zr_2' } }, 'wrong_reference'],
    ['no reference', { metadata: null }, 'wrong_reference'],
    ['no id', { id: undefined }, 'unreadable_answer'],
    ['another object', { object: 'charge' }, 'unreadable_answer'],
  ])('%s is unknown', (_, changes, reason) => {
    expect(reasonOf(refund(changes))).toBe(reason);
  });

  it.each([null, 'text', 42, [], {}, { error: 'x' }])('%j is no refund', (body) => {
    expect(readRefund(body)).toBeUndefined();
    expect(reasonOf(body)).toBe('unreadable_answer');
  });

  it('names the payment by its intent, else by its charge, also when they are expanded', () => {
    expect(readRefund(refund())?.gatewayRef).toBe('pi_1');
    expect(readRefund(refund({ payment_intent: null }))?.gatewayRef).toBe('ch_1');
    expect(readRefund(refund({ payment_intent: { id: 'pi_2', object: 'payment_intent' } }))?.gatewayRef).toBe('pi_2');
  });
});
