import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createEasyPostCarrier } from './easypost.carrier';
import { isSignedByEasyPost } from './easypost.signature';

const hexOf = (body: string, secret: string): string =>
  `hmac-sha256-hex=${createHmac('sha256', Buffer.from(secret.normalize('NFKD')))
    .update(body)
    .digest('hex')}`;
const check = (body: string, header: string | undefined, secrets: string): boolean =>
  isSignedByEasyPost(Buffer.from(body), header, secrets);

describe('the signature of EasyPost', () => {
  it('is an HMAC over the raw body, with the secret in Unicode form NFKD', () => {
    const composed = 's\u00e9cret';
    expect(composed.normalize('NFKD')).not.toBe(composed);
    expect(check('{"a":1}', hexOf('{"a":1}', composed), composed)).toBe(true);
    expect(check('{"a":1}', hexOf('{"a":1}', composed), composed.normalize('NFKD'))).toBe(true);
  });

  it.each([
    ['{"weight":600}', '{"weight":600.0}'],
    ['{"weight": 600 ,"a":1}', '{"weight": 600.0 ,"a":1}'],
    ['{"r":[{"weight":600},{"weight":7}]}', '{"r":[{"weight":600.0},{"weight":7.0}]}'],
    ['{"weight":600.0}', '{"weight":600.0}'],
    ['{"weight":614.4}', '{"weight":614.4}'],
    ['{"weight":null,"note":"\\"weight\\":5,"}', '{"weight":null,"note":"\\"weight\\":5,"}'],
  ])('%s was signed as %s', (body, signed) => {
    expect(check(body, hexOf(signed, 'k'), 'k')).toBe(true);
  });

  it('keeps every other byte as it came', () => {
    const body = Buffer.concat([
      Buffer.from('{"name":"שלום '),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('","weight":600}'),
    ]);
    const signed = Buffer.concat([
      Buffer.from('{"name":"שלום '),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('","weight":600.0}'),
    ]);
    const header = `hmac-sha256-hex=${createHmac('sha256', 'k').update(signed).digest('hex')}`;
    expect(isSignedByEasyPost(body, header, 'k')).toBe(true);
  });

  it('takes either secret while one replaces the other', () => {
    expect(check('{}', hexOf('{}', 'old'), 'old,new')).toBe(true);
    expect(check('{}', hexOf('{}', 'new'), 'old, new')).toBe(true);
    expect(check('{}', hexOf('{}', 'older'), 'old,new')).toBe(false);
  });

  it.each([
    ['no header', '{}', undefined, 'k'],
    ['an empty header', '{}', '', 'k'],
    ['another scheme', '{}', hexOf('{}', 'k').replace('hmac-sha256-hex=', ''), 'k'],
    ['a changed body', '{ }', hexOf('{}', 'k'), 'k'],
    ['an account without a secret', '{}', hexOf('{}', ''), ''],
    ['an account with blank secrets', '{}', hexOf('{}', ' '), ' , '],
  ])('refuses %s', (_, body, header, secrets) => {
    expect(check(body, header, secrets)).toBe(false);
  });
});

type Recorded = Readonly<{ headers: Readonly<Record<string, string>>; secret: string; body: string; valid: boolean }>;
/** A payload recorded from EasyPost. It lies beside the repository and may not be copied into it. */
const RECORDED = path.resolve(__dirname, '../../../../../../shared/fixtures/webhooks/easypost-tracker-updated.json');

describe('a webhook recorded from EasyPost', () => {
  it('is verified and read', () => {
    if (!existsSync(RECORDED)) {
      process.stdout.write(
        'Nothing was checked here: the recorded EasyPost webhook (shared/fixtures) does not lie beside this repository.\n',
      );
      return;
    }
    const { headers, secret, body, valid } = JSON.parse(readFileSync(RECORDED, 'utf8')) as Recorded;
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const account = { merchantId: 'm', apiKey: 'EZTK', webhookSecret: secret };
    const carrier = createEasyPostCarrier({ apiBase: 'http://127.0.0.1:1', timeoutMs: 1 });
    expect(valid).toBe(true);
    expect(carrier.readWebhook(account, Buffer.from(body), lower)).toEqual({
      eventId: 'evt_1',
      trackingCode: '1',
      status: 'in_transit',
      occurredAt: '2024-08-02T19:26:51.000Z',
    });
    expect(() => carrier.readWebhook(account, Buffer.from(body.replace('"1"', '"2"')), lower)).toThrow('bad_signature');
  });
});
