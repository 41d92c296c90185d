import { AddressList, isNetwork } from './address-list';

describe('a list of addresses', () => {
  it('lets everybody pass when it is empty', () => expect(new AddressList([]).has(undefined)).toBe(true));

  it('knows addresses and networks of both families, however they are written', () => {
    const list = new AddressList(['203.0.113.7', '198.51.100.0/24', '2001:db8::/32']);
    for (const address of ['203.0.113.7', '::ffff:203.0.113.7', '198.51.100.200', '2001:db8:1::5'])
      expect([address, list.has(address)]).toEqual([address, true]);
    for (const address of ['203.0.113.8', '198.51.101.1', '2001:db9::1', '', 'nonsense', undefined])
      expect([address, list.has(address)]).toEqual([address, false]);
  });

  it.each(['203.0.113.0/33', '2001:db8::/129', '203.0.113.0/', 'shop.example', '1.2.3', '1.2.3.4/8/8', ''])(
    'is not made of %s',
    (text) => expect(isNetwork(text)).toBe(false),
  );
});
