import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { signatureHeaders } from './sign-webhook';

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
const body = '{"type":"refund.status_changed","note":"זיכוי"}';
const message = (at = new Date()) => ({ id: 'WzEsMl0', at, body });

describe('the signature of a webhook', () => {
  it('is accepted by the reference library, with the old and with the new secret', () => {
    const [present, before] = [newSecret(), newSecret()];
    const headers = signatureHeaders(message(), [present, before]);
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const secret of [present, before]) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  });

  it('is refused by another secret, for another body, under another id and after five minutes', () => {
    const secret = newSecret();
    const verify = new Webhook(secret);
    const headers = signatureHeaders(message(), [secret]);
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
    expect(() => verify.verify(`${body} `, headers)).toThrow();
    expect(() => verify.verify(body, { ...headers, 'webhook-id': 'other' })).toThrow();
    const old = signatureHeaders(message(new Date(Date.now() - 6 * 60_000)), [secret]);
    expect(() => verify.verify(body, old)).toThrow('too old');
  });
});
