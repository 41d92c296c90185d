import { hostOf, readEndpointUrl } from './endpoint-url';
import { isPublicAddress } from './public-address';

const OPEN = { loopback: false };
const DEVELOPMENT = { loopback: true };

/** Ways to write an address that no webhook may reach. */
const REFUSED_HOSTS = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '１２７.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.255.254',
  '192.168.1.1',
  '169.254.169.254',
  '168.63.129.16',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.8',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[2001:db8::1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  'localhost',
  'LOCALHOST.',
  'api.localhost',
  'printer.local',
  'metadata.google.internal',
  'intranet',
];

describe('the address of an endpoint', () => {
  it.each(REFUSED_HOSTS)('is refused however it is written: %s', (host) => {
    expect(readEndpointUrl(`https://${host}/hook`, OPEN)).toBeUndefined();
    expect(readEndpointUrl(`https://${host}:8443/hook`, OPEN)).toBeUndefined();
  });

  it.each([
    'http://shop.example.com/hook',
    'https://shop.example.com:8080/hook',
    'https://shop.example.com:22/hook',
    'https://user:pass@shop.example.com/hook',
    'https://user@shop.example.com/hook',
    'https://shop.example.com/hook#part',
    'ftp://shop.example.com/hook',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'shop.example.com/hook',
    'https://',
    '',
    `https://shop.example.com/${'x'.repeat(2_000)}`,
  ])('is refused: %s', (text) => expect(readEndpointUrl(text, OPEN)).toBeUndefined());

  it.each([
    'https://shop.example.com/hook',
    'https://shop.example.com:443/hook',
    'https://shop.example.com:8443/hook?merchant=7',
    'https://8.8.8.8/hook',
    'https://[2606:4700::1111]/hook',
    'https://חנות.example.com/hook',
  ])('is taken: %s', (text) => expect(readEndpointUrl(text, OPEN)).toBeInstanceOf(URL));

  it('may be this machine, by plain HTTP, in development only', () => {
    for (const text of ['http://127.0.0.1:3010/hooks', 'http://localhost:3010/', 'http://[::1]:80/']) {
      expect(readEndpointUrl(text, OPEN)).toBeUndefined();
      expect(readEndpointUrl(text, DEVELOPMENT)).toBeInstanceOf(URL);
    }
    for (const text of ['http://10.0.0.1/', 'http://shop.example.com/', 'https://169.254.169.254/'])
      expect(readEndpointUrl(text, DEVELOPMENT)).toBeUndefined();
  });

  it('names its host without brackets and without the last dot', () => {
    expect(hostOf(new URL('https://[2606:4700::1111]/'))).toBe('2606:4700::1111');
    expect(hostOf(new URL('https://shop.example.com./'))).toBe('shop.example.com');
  });
});

describe('a public address', () => {
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '2a00:1450::1'])('is one: %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it.each(['', 'shop', '1.1.1', '::ffff:8.8.8.8', '4000::1', 'fe80::1%eth0', '2606:4700::1111%eth0'])(
    'is none: %s',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );
});
