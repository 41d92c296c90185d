import { BlockList, isIP } from 'node:net';

const MAPPED = '::ffff:';

/** Networks from which a credential may be used: `203.0.113.7` or `203.0.113.0/24`, of either family. */
export class AddressList {
  private readonly list = new BlockList();

  /** Takes only what `isNetwork` lets pass. */
  constructor(private readonly networks: readonly string[]) {
    for (const network of networks) {
      const [address = '', bits] = network.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      this.list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
    }
  }

  /** An empty list lets everybody pass; a call from nowhere passes no other. */
  has(address: string | undefined): boolean {
    if (this.networks.length === 0) return true;
    const plain = address?.startsWith(MAPPED) === true ? address.slice(MAPPED.length) : (address ?? '');
    const family = isIP(plain);
    return family !== 0 && this.list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  }
}

/** Whether a text names one address or one network. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}
