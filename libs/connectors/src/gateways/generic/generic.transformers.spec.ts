import type { GatewayAccount, GatewayAsk } from '@zikui/domain';
import { bridgeOf } from './generic.client';
import { newsOf, outcomeOf } from './generic.transformers';

const ASK: GatewayAsk = {
  account: { merchantId: 'm', apiKey: 'k', webhookSecret: 'w' },
  idempotencyKey: 'zk_1',
  reference: 'zr_1',
  gatewayRef: 'pay_1',
  amount: { amount: 500, currency: 'ILS' },
};
const REFUND = { id: 'r-1', reference: 'zr_1', payment: 'pay_1', amount: 500, currency: 'ILS', status: 'settled' };
const EVENT = { id: 'n-1', type: 'refund.settled', occurredAt: '2026-11-01T10:00:00+02:00', refund: REFUND };

describe('what a bridge answers', () => {
  it.each([
    [{ status: 'settled' }, { kind: 'settled', gatewayRefundId: 'r-1', amount: ASK.amount }],
    [
      { status: 'pending', pendingReason: 'insufficient_funds' },
      { kind: 'pending', reason: 'insufficient_funds' },
    ],
    [
      { status: 'pending', pendingReason: 'new_word' },
      { kind: 'pending', reason: 'processing' },
    ],
    [
      { status: 'declined', reason: 'card_expired' },
      { kind: 'declined', reason: 'card_expired' },
    ],
    [
      { status: 'declined', reason: 'Dana Levi, card blocked' },
      { kind: 'declined', reason: 'declined' },
    ],
  ])('%j is %j', (changes, outcome) => {
    expect(outcomeOf({ ...REFUND, ...changes }, ASK)).toMatchObject(outcome);
  });

  it('takes a refusal without a refund', () => {
    const refusal = { id: null, status: 'declined', reason: 'payment_not_found' };
    expect(outcomeOf(refusal, ASK)).toEqual({ kind: 'declined', gatewayRefundId: null, reason: 'payment_not_found' });
  });

  it.each([
    [{ status: 'unknown' }, 'unlisted_status'],
    [{ status: 7 }, 'unlisted_status'],
    [{ amount: 501 }, 'wrong_amount'],
    [{ amount: '500' }, 'wrong_amount'],
    [{ currency: 'USD' }, 'wrong_amount'],
    [{ reference: 'zr_2' }, 'wrong_reference'],
    [{ id: '' }, 'unreadable_answer'],
  ])('does not know what %j means', (changes, reason) => {
    expect(() => outcomeOf({ ...REFUND, ...changes }, ASK)).toThrow(reason);
  });
});

describe('what a bridge tells', () => {
  it('is read with our reference, the time in UTC and the code of a failure', () => {
    const refund = { ...REFUND, status: 'declined', reason: 'account_closed' };
    expect(newsOf(JSON.stringify({ ...EVENT, refund }))).toEqual({
      eventId: 'n-1',
      type: 'refund.settled',
      occurredAt: '2026-11-01T08:00:00.000Z',
      reference: 'zr_1',
      gatewayRefundId: 'r-1',
      gatewayRef: 'pay_1',
      outcome: { status: 'declined', amount: ASK.amount, pendingReason: null, reason: 'account_closed' },
    });
  });

  it.each([
    { id: '' },
    { occurredAt: 'yesterday' },
    { refund: { ...REFUND, status: 'new' } },
    { refund: { ...REFUND, amount: 0 } },
    { refund: { ...REFUND, id: null } },
    { refund: 'r-1' },
  ])('tells nothing certain with %j', (changes) => {
    expect(newsOf(JSON.stringify({ ...EVENT, ...changes }))).toBeUndefined();
  });

  it('tells nothing when it is no JSON', () => expect(newsOf('<html>')).toBeUndefined());
});

describe('where a bridge is', () => {
  const at = (address?: string): GatewayAccount =>
    address === undefined ? ASK.account : { ...ASK.account, settings: { address } };

  it.each([
    ['https://bridge.example/zikui/', 'https://bridge.example/zikui'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://localhost/x', 'http://localhost/x'],
  ])('%s is called', (address, base) => expect(bridgeOf(at(address))).toBe(base));

  it.each([
    undefined,
    '',
    'bridge.example',
    'http://bridge.example',
    'ftp://bridge.example',
    'https://user:secret@bridge.example',
    'https://bridge.example/?a=1',
    'https://bridge.example/#a',
  ])('%s is not', (address) => expect(() => bridgeOf(at(address))).toThrow('was not reached'));
});
