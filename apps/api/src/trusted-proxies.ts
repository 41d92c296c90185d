import { isIP } from 'node:net';

/** Networks by name, as they may stand beside addresses: this machine, its link, private networks. */
const NAMED: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];
const MOST = 10;

/**
 * Whose word is taken for where a call came from: so many proxies in a row (0 to 10), or the addresses of proxies. Of an
 * address nobody else is believed; a number believes whoever calls. `undefined` for what is neither.
 */
export function trustedProxies(setting: string): number | readonly string[] | undefined {
  if (/^\d{1,2}$/.test(setting)) return Number(setting) <= MOST ? Number(setting) : undefined;
  const places = setting.split(',').map((place) => place.trim());
  return places.every((place) => NAMED.includes(place) || isNetwork(place)) ? places : undefined;
}

function isNetwork(place: string): boolean {
  const [address = '', bits, ...rest] = place.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
