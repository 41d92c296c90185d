import { GatewayNotReached, type GatewayAccount } from '@zikui/domain';
import { parseObject, type JsonObject } from '../../json-object';
import { callOnce } from '../call-once';
import { retryAfterMs } from '../retry-after';
import { UnclearAnswer } from '../unclear-answer';
import { signatureOf } from './generic.signature';

export type GenericSettings = Readonly<{ timeoutMs: number }>;
type Asked = Readonly<{ method: 'GET' | 'POST'; path: string; idempotencyKey?: string; body?: object }>;

/** Statuses with which a bridge says that it did nothing: caller not known or not allowed, too many calls. */
const CHANGED_NOTHING: ReadonlySet<number> = new Set([401, 403, 429]);
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where the account's bridge is: https, or this machine. Throws `GatewayNotReached` for an account without one: nothing is sent anywhere else. */
export function bridgeOf({ settings }: GatewayAccount): string {
  const address = settings?.['address'] ?? '';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (url === undefined || !isSafe || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new GatewayNotReached('generic', null);
  return url.href.replace(/\/+$/, '');
}

/** One signed call to the account's bridge. Anything but 200 with an object is no answer. */
export async function callBridge(
  { timeoutMs }: GenericSettings,
  account: GatewayAccount,
  { method, path, idempotencyKey = '', body }: Asked,
): Promise<JsonObject> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    accept: 'application/json',
    'zikui-account': account.settings?.['account'] ?? '',
    ...signatureOf(account.apiKey, { method, path, idempotencyKey, body: text }),
    ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': idempotencyKey } : {}),
  };
  const url = new URL(bridgeOf(account) + path);
  const sent = method === 'POST' ? { body: text } : {};
  const answer = await callOnce({ gateway: 'generic', url, method, headers, timeoutMs, ...sent });
  if (CHANGED_NOTHING.has(answer.status))
    throw new GatewayNotReached('generic', retryAfterMs(answer.header('retry-after')));
  const read = parseObject(answer.text);
  if (answer.status !== 200 || read === undefined)
    throw new UnclearAnswer(reasonOf(answer.status), { httpStatus: answer.status });
  return read;
}

const reasonOf = (status: number): string => {
  if (status >= 500) return 'server_error';
  return status === 200 ? 'unreadable_answer' : 'unlisted_refusal';
};
