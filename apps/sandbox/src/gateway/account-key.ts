import { noKey, wrongKey } from './stripe-problem';

/** The account that calls: its secret key, by Bearer or as the user name of Basic. Any test key is one. */
export function accountOf(authorization: string | undefined): string {
  const [scheme, credential = ''] = (authorization ?? '').split(' ');
  const key =
    scheme?.toLowerCase() === 'basic'
      ? (Buffer.from(credential, 'base64').toString('utf8').split(':')[0] ?? '')
      : credential;
  if (key === '') throw noKey();
  // Live keys do not belong on a laptop.
  if (!/^[sr]k_test_[\w-]+$/.test(key)) throw wrongKey();
  return key;
}
