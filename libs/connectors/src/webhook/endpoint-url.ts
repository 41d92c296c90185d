import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address';

/** Which endpoints are allowed. `loopback` is for development and tests: plain HTTP to this machine, on any port. */
export type EndpointRules = Readonly<{ loopback: boolean }>;

const LONGEST_URL = 2_000;
const PORTS = ['', '443', '8443'];
/** Names that mean something else on each network, or this machine. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa|test|invalid|onion)$/;

/**
 * The address that an endpoint's text means, or `undefined` for one that nothing may be sent to: https on 443 or 8443,
 * without credentials, to a public host. The text is parsed first, so that `2130706433` and `0x7f.1` are what they are,
 * 127.0.0.1. A name that passes is checked again by what it resolves to, at each connection.
 */
export function readEndpointUrl(text: string, rules: EndpointRules): URL | undefined {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  if (rules.loopback && isLoopback(url)) return url;
  return url.protocol === 'https:' && PORTS.includes(url.port) && isPublicHost(hostOf(url)) ? url : undefined;
}

/** The host without the brackets of IPv6 and the dot that ends a whole name. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const isLoopback = (url: URL): boolean =>
  ['http:', 'https:'].includes(url.protocol) && (hostOf(url) === 'localhost' || isLoopbackAddress(hostOf(url)));

const isPublicHost = (host: string): boolean =>
  isIP(host) === 0 ? host.includes('.') && !LOCAL_NAME.test(host) : isPublicAddress(host);
