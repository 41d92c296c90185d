import type { CheckoutAPI, Client } from '@adyen/api-library';
import { GatewayNotReached, type GatewayAccount } from '@zikui/domain';
import { parseObject, textIn } from '../../json-object';
import { callOnce } from '../call-once';
import { retryAfterMs } from '../retry-after';
import { UnclearAnswer } from '../unclear-answer';

export type AdyenSettings = Readonly<{ timeoutMs: number }>;
type Sender = NonNullable<ConstructorParameters<typeof Client>[1]>;

/** Thrown for an answer that is an error, with Adyen's code of it. Its message stays out: it may name people. */
export class AdyenRefused extends Error {
  override readonly name = 'AdyenRefused';
  constructor(
    readonly statusCode: number,
    readonly code: string | null,
  ) {
    super(`Adyen answered ${String(statusCode)}`);
  }
}

/** Statuses with which Adyen answers before it carries anything out: no key or a wrong one, no permission, too many calls. */
const CHANGED_NOTHING: ReadonlySet<number> = new Set([401, 403, 429]);

/** The package is large: it is loaded when the first account uses it. */
export const loadAdyen = () => import('@adyen/api-library');

/**
 * Puts the package's calls on the wire once. Its own sender follows redirects with the key in hand, and forgets whether
 * a connection was ever made.
 */
const senderOf = (timeoutMs: number, address: string | undefined): Sender => ({
  async request(endpoint, json, { apiKey = '' }, _isApiKeyRequired, options): Promise<string> {
    const { pathname } = new URL(endpoint);
    const url = address === undefined ? new URL(endpoint) : new URL(`${address.replace(/\/+$/, '')}${pathname}`);
    const headers = {
      'x-api-key': apiKey,
      'content-type': 'application/json',
      'idempotency-key': options?.idempotencyKey ?? '',
    };
    const body = json.toString();
    const answer = await callOnce({ gateway: 'adyen', url, method: 'POST', headers, body, timeoutMs });
    if (CHANGED_NOTHING.has(answer.status))
      throw new GatewayNotReached('adyen', retryAfterMs(answer.header('retry-after')));
    const read = parseObject(answer.text);
    if (answer.status < 200 || answer.status > 299)
      throw new AdyenRefused(answer.status, (read && textIn(read, 'errorCode')) ?? null);
    if (read === undefined) throw new UnclearAnswer('unreadable_answer', { httpStatus: answer.status });
    return answer.text;
  },
});

/** Adyen in the name of one account: its test world (or what stands for it at `address`), or live under the account's own prefix. */
export async function openAdyen(
  { timeoutMs }: AdyenSettings,
  { apiKey, settings = {} }: GatewayAccount,
): Promise<CheckoutAPI> {
  const { Client: AdyenClient, CheckoutAPI: Checkout, Config, EnvironmentEnum } = await loadAdyen();
  const { environment, livePrefix = '', address } = settings;
  if (environment !== 'live')
    return new Checkout(
      new AdyenClient(new Config({ apiKey, environment: EnvironmentEnum.TEST }), senderOf(timeoutMs, address)),
    );
  // Part of a host name: nothing else may be made of it.
  if (!/^[A-Za-z0-9-]+$/.test(livePrefix)) throw new GatewayNotReached('adyen', null);
  const live = new Config({ apiKey, environment: EnvironmentEnum.LIVE, liveEndpointUrlPrefix: livePrefix });
  return new Checkout(new AdyenClient(live, senderOf(timeoutMs, undefined)));
}
