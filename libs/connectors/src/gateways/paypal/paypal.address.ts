import type { GatewayAccount } from '@zikui/domain';

const LIVE = 'https://api-m.paypal.com';
const TEST = 'https://api-m.sandbox.paypal.com';
/** Where PayPal keeps the certificates of its announcements. */
const CERTIFICATES: ReadonlySet<string> = new Set([
  LIVE,
  'https://api.paypal.com',
  TEST,
  'https://api.sandbox.paypal.com',
]);

/** PayPal as the account is: live, or its test world, or what stands for that at `address`. */
export const addressOf = ({ settings = {} }: GatewayAccount): string =>
  settings['environment'] === 'live' ? LIVE : (settings['address'] ?? TEST).replace(/\/+$/, '');

/** The certificate's address, if it is PayPal's own: any other could sign whatever it likes. */
export function certificateAt(account: GatewayAccount, given: string | undefined): URL | undefined {
  const url = given !== undefined && URL.canParse(given) ? new URL(given) : undefined;
  const isTheirs =
    url !== undefined && (CERTIFICATES.has(url.origin) || url.origin === new URL(addressOf(account)).origin);
  return isTheirs ? url : undefined;
}
