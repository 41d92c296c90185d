import type { GatewayAccount } from '@zikui/domain';
import Stripe from 'stripe';
import { readStripeWebhook } from './stripe.webhook';

const SECRET = 'whsec_current';
const ACCOUNT: GatewayAccount = { merchantId: 'm', apiKey: 'sk_test_x', webhookSecret: SECRET };
const REFUND = {
  id: 're_1',
  object: 'refund',
  amount: 500,
  currency: 'ils',
  status: 'succeeded',
  payment_intent: 'pi_1',
  charge: 'ch_1',
  metadata: { zikui_reference: 'zr_1' },
};
const bodyOf = (type: string, object: object = REFUND): string =>
  JSON.stringify({ id: 'evt_1', object: 'event', type, created: 1_795_300_000, data: { object } }, null, 1);
const now = (): number => Math.floor(Date.now() / 1000);
const sign = (payload: string, secret = SECRET, timestamp = now()): string =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
const read = (body: string, signature: string | undefined = sign(body), account = ACCOUNT) =>
  readStripeWebhook(account, Buffer.from(body), { 'stripe-signature': signature });

describe('webhooks of Stripe', () => {
  it.each(['refund.created', 'refund.updated', 'charge.refund.updated'])(
    '%s tells what became of the refund',
    (type) => {
      expect(read(bodyOf(type))).toEqual({
        eventId: 'evt_1',
        type,
        occurredAt: '2026-11-21T22:26:40.000Z',
        reference: 'zr_1',
        gatewayRefundId: 're_1',
        gatewayRef: 'pi_1',
        outcome: { status: 'settled', amount: { amount: 500, currency: 'ILS' }, pendingReason: null, reason: null },
      });
    },
  );

  it('a failure is declined with its reason, whether or not it had succeeded before', () => {
    const failed = { ...REFUND, status: 'failed', failure_reason: 'lost_or_stolen_card' };
    expect(read(bodyOf('refund.failed', failed))?.outcome).toMatchObject({
      status: 'declined',
      reason: 'lost_or_stolen_card',
    });
  });

  it('a waiting refund tells why it waits', () => {
    const waiting = { ...REFUND, status: 'pending', pending_reason: 'insufficient_funds' };
    expect(read(bodyOf('refund.created', waiting))?.outcome).toMatchObject({
      status: 'pending',
      pendingReason: 'insufficient_funds',
    });
  });

  it('charge.refunded tells of the newest refund where the charge names it, else nothing', () => {
    const charge = {
      id: 'ch_1',
      object: 'charge',
      refunds: { object: 'list', data: [REFUND, { ...REFUND, id: 're_0' }] },
    };
    expect(read(bodyOf('charge.refunded', charge))?.gatewayRefundId).toBe('re_1');
    expect(read(bodyOf('charge.refunded', { id: 'ch_1', object: 'charge' }))).toBeUndefined();
  });

  it('a refund that is not ours comes without a reference', () => {
    expect(read(bodyOf('refund.created', { ...REFUND, metadata: {} }))?.reference).toBeNull();
  });

  it.each([
    ['another event', bodyOf('customer.created')],
    ['a status that is not listed', bodyOf('refund.updated', { ...REFUND, status: 'brand_new' })],
    ['an amount that cannot be read', bodyOf('refund.updated', { ...REFUND, amount: -1 })],
  ])('%s tells nothing certain', (_, body) => {
    expect(read(body)).toBeUndefined();
  });

  it('takes either secret while one replaces the other', () => {
    const account = { ...ACCOUNT, webhookSecret: 'whsec_old, whsec_new' };
    const body = bodyOf('refund.created');
    expect(read(body, sign(body, 'whsec_old'), account)?.eventId).toBe('evt_1');
    expect(read(body, sign(body, 'whsec_new'), account)?.eventId).toBe('evt_1');
    expect(() => read(body, sign(body, 'whsec_older'), account)).toThrow('bad_signature');
  });

  it.each<[string, (body: string) => string | undefined]>([
    ['a wrong secret', (body) => sign(body, 'whsec_other')],
    ['no signature', () => undefined],
    ['an empty signature', () => ''],
    ['a signature without a time', (body) => sign(body).replace(/^t=\d+,/, '')],
    ['a signature over another body', (body) => sign(`${body} `)],
    ['the same JSON written anew', (body) => sign(JSON.stringify(JSON.parse(body)))],
    ['more than five minutes of age', (body) => sign(body, SECRET, now() - 301)],
    ['more than five minutes ahead', (body) => sign(body, SECRET, now() + 400)],
  ])('refuses %s', (_, signature) => {
    const body = bodyOf('refund.created');
    expect(() => readStripeWebhook(ACCOUNT, Buffer.from(body), { 'stripe-signature': signature(body) })).toThrow(
      'bad_signature',
    );
  });

  it('takes an event of almost five minutes', () => {
    const body = bodyOf('refund.created');
    expect(read(body, sign(body, SECRET, now() - 290))?.eventId).toBe('evt_1');
  });

  it('refuses everything for an account without a secret', () => {
    const body = bodyOf('refund.created');
    expect(() => read(body, sign(body, ' '), { ...ACCOUNT, webhookSecret: ' , ' })).toThrow('bad_signature');
  });

  it('refuses a signed body that is no JSON', () => {
    expect(() => read('not json')).toThrow('bad_signature');
  });
});
