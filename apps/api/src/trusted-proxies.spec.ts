import { trustedProxies } from './trusted-proxies';

describe('the proxies that are trusted', () => {
  it.each([
    ['0', 0],
    ['2', 2],
    ['10.0.0.7', ['10.0.0.7']],
    ['loopback, 10.8.0.0/16,fd00::/8', ['loopback', '10.8.0.0/16', 'fd00::/8']],
  ])('are %s', (setting, trusted) => expect(trustedProxies(setting)).toEqual(trusted));

  it.each(['11', '-1', '', 'true', 'proxy.example', '10.0.0.0/33', '10.0.0.7/8/8', '10.0.0.7,', 'fd00::/129'])(
    'are never "%s"',
    (setting) => expect(trustedProxies(setting)).toBeUndefined(),
  );
});
