import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GatewayAccount } from '@zikui/domain';
import { signatureOf, verifyNotification } from './generic.signature';

const PAGE = readFileSync(path.join(__dirname, '../../../../../docs/generic-gateway.md'), 'utf8');
const AT_MS = 1_780_000_000_000;
const ASK = '{"reference":"zr_7f3a","payment":"ty-10421","amount":1230,"currency":"ILS"}';
const ACCOUNT: GatewayAccount = { merchantId: 'm1', apiKey: 'k', webhookSecret: 'old, new' };
const BODY = Buffer.from('{"id":"n-1"}');
const now = (): number => Math.floor(Date.now() / 1000);
const signed = (secret: string, stamp = now(), body = BODY) => ({
  'zikui-timestamp': String(stamp),
  'zikui-signature': `v1=${createHmac('sha256', secret)
    .update(`${String(stamp)}\n`)
    .update(body)
    .digest('hex')}`,
});

describe('the signature of a call to a bridge', () => {
  it.each([
    { method: 'POST', path: '/refunds', idempotencyKey: 'zk_91c2', body: ASK },
    { method: 'GET', path: '/refunds?reference=zr_7f3a&payment=ty-10421', idempotencyKey: '', body: '' },
  ])('is the one on the page for $method', (call) => {
    const headers = signatureOf('example-request-secret', call, AT_MS);
    expect(headers['zikui-timestamp']).toBe('1780000000');
    expect(PAGE).toContain(`\`${headers['zikui-signature']!.replace('v1=', '')}\``);
    if (call.body !== '') expect(PAGE).toContain(call.body);
  });

  it('changes with every part of the call', () => {
    const call = { method: 'POST', path: '/refunds', idempotencyKey: 'k', body: '{}' };
    const others = [{ method: 'GET' }, { path: '/other' }, { idempotencyKey: 'k2' }, { body: '{ }' }];
    const signatures = [{}, ...others].map(
      (change) => signatureOf('s', { ...call, ...change }, AT_MS)['zikui-signature'],
    );
    expect(new Set([...signatures, signatureOf('t', call, AT_MS)['zikui-signature']]).size).toBe(6);
  });
});

describe('the signature of a notification', () => {
  const verify =
    (headers: Readonly<Record<string, string>>, body = BODY, account = ACCOUNT) =>
    () =>
      verifyNotification(account, body, headers);

  it('is the one on the page', () => {
    const [, body = '', signature = ''] = /The body `(\{.+\})`\s+at 1780000000 .* is signed `(\w+)`/.exec(PAGE) ?? [];
    const digest = createHmac('sha256', 'example-notification-secret').update(`1780000000\n${body}`).digest('hex');
    expect(signature).toBe(digest);
  });

  it.each(['old', 'new'])('is taken with either secret while one replaces the other: %s', (secret) => {
    expect(verify(signed(secret))).not.toThrow();
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['another secret', signed('other')],
    ['another body', signed('new', now(), Buffer.from('{}'))],
    ['an age of more than five minutes', signed('new', now() - 301)],
    ['a time more than five minutes ahead', signed('new', now() + 400)],
    ['another time than was signed', { ...signed('new'), 'zikui-timestamp': String(now() - 5) }],
    ['no time', { 'zikui-signature': signed('new')['zikui-signature'] }],
    ['no signature', { 'zikui-timestamp': String(now()) }],
    ['another version', { ...signed('new'), 'zikui-signature': signed('new')['zikui-signature'].replace('v1', 'v0') }],
    ['a signature cut short', { ...signed('new'), 'zikui-signature': 'v1=ab' }],
  ])('refuses %s', (_, headers) => {
    expect(verify(headers)).toThrow('bad_signature');
  });

  it('refuses everything for an account without a secret', () => {
    expect(verify(signed(''), BODY, { ...ACCOUNT, webhookSecret: ' , ' })).toThrow('bad_signature');
  });
});
