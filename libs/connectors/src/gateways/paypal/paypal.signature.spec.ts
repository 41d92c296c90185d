import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import type { GatewayAccount } from '@zikui/domain';
import { certificateAt } from './paypal.address';
import { PayPalSignatures } from './paypal.signature';

const PAIR = generateKeyPairSync('rsa', { modulusLength: 2048 });
const BODY = Buffer.from('{"id":"WH-1"}');
const DAY_MS = 86_400_000;

let server: Server;
let address: string;
let fetched = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    fetched += 1;
    response.statusCode = request.url === '/certs/one' ? 200 : 404;
    response.end(PAIR.publicKey.export({ type: 'spki', format: 'pem' }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const account = (webhookSecret = 'HOOK1'): GatewayAccount => ({
  merchantId: 'm1',
  apiKey: 's',
  webhookSecret,
  settings: { clientId: 'c', address },
});
/** The headers of a delivery, signed so long ago, then changed on their way if told so. */
function headersOf(changes: Readonly<Record<string, string>> = {}, ageMs = 0): Readonly<Record<string, string>> {
  const time = new Date(Date.now() - ageMs).toISOString();
  const text = ['t-1', time, 'HOOK1', String(crc32(BODY))].join('|');
  return {
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': `${address}/certs/one`,
    'paypal-transmission-id': 't-1',
    'paypal-transmission-time': time,
    'paypal-transmission-sig': sign('RSA-SHA256', Buffer.from(text), PAIR.privateKey).toString('base64'),
    ...changes,
  };
}
const verify = (headers: Readonly<Record<string, string>>, of = account(), body = BODY): Promise<void> =>
  new PayPalSignatures({ timeoutMs: 2_000 }).verify(of, body, headers);

describe('the signature of PayPal', () => {
  it('is taken, also of a delivery that is repeated for days', async () => {
    await expect(verify(headersOf())).resolves.toBeUndefined();
    await expect(verify(headersOf({}, 3 * DAY_MS))).resolves.toBeUndefined();
  });

  it('is taken for either webhook while one replaces the other', async () => {
    await expect(verify(headersOf(), account('HOOK0, HOOK1'))).resolves.toBeUndefined();
  });

  it('asks for a certificate once', async () => {
    const signatures = new PayPalSignatures({ timeoutMs: 2_000 });
    const before = fetched;
    for (let no = 0; no < 3; no += 1) await signatures.verify(account(), BODY, headersOf());
    expect(fetched - before).toBe(1);
  });

  it.each<[string, () => Promise<void>]>([
    ['another body', () => verify(headersOf(), account(), Buffer.from('{}'))],
    ['another webhook', () => verify(headersOf(), account('HOOK2'))],
    ['no webhook at all', () => verify(headersOf(), account(' , '))],
    ['another transmission', () => verify(headersOf({ 'paypal-transmission-id': 't-2' }))],
    ['another time', () => verify(headersOf({ 'paypal-transmission-time': new Date().toISOString() }, 60_000))],
    ['a time that is none', () => verify(headersOf({ 'paypal-transmission-time': 'now' }))],
    ['more than four days of age', () => verify(headersOf({}, 4 * DAY_MS))],
    ['more than five minutes ahead', () => verify(headersOf({}, -6 * 60_000))],
    ['another algorithm', () => verify(headersOf({ 'paypal-auth-algo': 'none' }))],
    ['no signature', () => verify(headersOf({ 'paypal-transmission-sig': '' }))],
    ['a certificate that is not there', () => verify(headersOf({ 'paypal-cert-url': `${address}/certs/two` }))],
    ['a certificate of somebody else', () => verify(headersOf({ 'paypal-cert-url': 'https://example.com/certs/one' }))],
    ['no certificate', () => verify(headersOf({ 'paypal-cert-url': '' }))],
  ])('is refused: %s', async (_, refused) => {
    await expect(refused()).rejects.toMatchObject({ code: 'bad_signature' });
  });
});

describe('where a certificate may come from', () => {
  const live: GatewayAccount = { ...account(), settings: { environment: 'live', address: 'http://127.0.0.1:9999' } };

  it.each(['https://api.paypal.com/v1/notifications/certs/CERT-1', 'https://api-m.sandbox.paypal.com/x'])('%s', (url) =>
    expect(certificateAt(live, url)?.href).toBe(url),
  );

  it.each([
    'http://api.paypal.com/x',
    'https://api.paypal.com.example.com/x',
    'https://api.paypal.com@example.com/x',
    'https://example.com/api.paypal.com',
    'http://127.0.0.1:9999/x',
    'not a url',
    undefined,
  ])('not %s', (url) => expect(certificateAt(live, url)).toBeUndefined());
});
