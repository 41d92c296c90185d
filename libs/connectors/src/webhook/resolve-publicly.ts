import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address';
import type { EndpointRules } from './endpoint-url';

export type Address = Readonly<{ address: string; family: 4 | 6 }>;
/** All addresses of a name. Throws or gives none when the name has none. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

/** The host is, or resolves to, an address that nobody may be sent to. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  constructor() {
    super('the address of the endpoint is not public');
  }
}

const TIMEOUT_MS = 3_000;

/** Asks name servers directly: the system's own look-up waits in a line of four, where one dead name would hold up all others. */
export function createResolve(): Resolve {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
  return async (host) => {
    const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const addresses = found.flatMap((one, index) =>
      one.status === 'fulfilled' ? one.value.map((address) => ({ address, family: index === 0 ? 4 : 6 }) as const) : [],
    );
    if (addresses.length > 0) return addresses;
    throw Object.assign(new Error('the name has no address'), { code: 'ENOTFOUND' });
  };
}

/**
 * The addresses that a connection to `host` may use, each of them checked: a single one that is not public refuses them
 * all, because which one is dialled is not ours to choose. The connection is made to what is given here and asks no name
 * server again. Throws `AddressRefused`.
 */
export async function resolvePublicly(
  host: string,
  resolve: Resolve,
  { loopback }: EndpointRules,
): Promise<readonly Address[]> {
  const isAllowed = ({ address }: Address): boolean =>
    isPublicAddress(address) || (loopback && isLoopbackAddress(address));
  const addresses = await addressesOf(host, resolve, loopback);
  if (addresses.length === 0 || !addresses.every(isAllowed)) throw new AddressRefused();
  return addresses;
}

async function addressesOf(host: string, resolve: Resolve, loopback: boolean): Promise<readonly Address[]> {
  const family = isIP(host);
  if (family === 4 || family === 6) return [{ address: host, family }];
  if (loopback && host === 'localhost') return [{ address: '127.0.0.1', family: 4 }];
  return resolve(host);
}
