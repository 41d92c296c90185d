import { BlockList, isIP } from 'node:net';

/** IPv4 beyond the public unicast space (IANA special-purpose registry), and the one metadata service that lies inside it. */
const REFUSED_4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** IPv6 inside 2000::/3 that is none: protocol assignments with Teredo, 6to4 (which hides an IPv4 address), documentation. Outside of 2000::/3 nothing is public: mapped IPv4, NAT64, local and multicast addresses lie there. */
const REFUSED_6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [network, prefix] of REFUSED_4) refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of REFUSED_6) refused.addSubnet(network, prefix, 'ipv6');
const unicast6 = new BlockList();
unicast6.addSubnet('2000::', 3, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether an address is public unicast, so that a stranger's webhook may be sent there. False for a text that is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !refused.check(address, 'ipv4');
  if (isIP(address) !== 6 || address.includes('%')) return false;
  return unicast6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

/** This very machine; for development and tests. */
export const isLoopbackAddress = (address: string): boolean =>
  isIP(address) !== 0 && !address.includes('%') && loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
