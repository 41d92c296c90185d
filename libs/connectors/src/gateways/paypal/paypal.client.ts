import { GatewayNotReached, type GatewayAccount } from '@zikui/domain';
import { isObject, parseObject, textIn, type JsonObject } from '../../json-object';
import { callOnce, type HttpAnswer, type HttpCall } from '../call-once';
import { retryAfterMs } from '../retry-after';
import { UnclearAnswer } from '../unclear-answer';
import { addressOf } from './paypal.address';

export type PayPalSettings = Readonly<{ timeoutMs: number }>;
/** What PayPal answered on purpose: what was asked for, or a refusal with its issue. */
export type PayPalAnswer =
  | Readonly<{ kind: 'done'; body: JsonObject }>
  | Readonly<{ kind: 'refused'; httpStatus: number; name: string | null; issue: string | null }>;
type Asked = Readonly<{ path: string; requestId: string; body: object }>;
type Sent = Readonly<{ path: string }> & Pick<HttpCall, 'method' | 'headers' | 'body'>;
type Token = Readonly<{ text: string; until: number }>;

/** Before a token ends another is fetched; of so many accounts at most they are kept. */
const RENEW_BEFORE_MS = 60_000;
const MOST_TOKENS = 1_000;
/** Statuses with which PayPal answers before it carries anything out: no token or an old one, no permission, too many calls. */
const CHANGED_NOTHING: ReadonlySet<number> = new Set([401, 403, 429]);

/** The calls that we make of PayPal's REST API, each in the name of one account. */
export class PayPalClient {
  private readonly tokens = new Map<string, Token>();

  constructor(private readonly settings: PayPalSettings) {}

  /** One call that moves money, under its own key. Throws `GatewayNotReached`, or `UnclearAnswer` for what is no answer. */
  async post(account: GatewayAccount, { path, requestId, body }: Asked): Promise<PayPalAnswer> {
    return this.call(account, {
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json', prefer: 'return=representation', 'paypal-request-id': requestId },
      body: JSON.stringify(body),
    });
  }

  /** One call that reads. Throws as the other one does. */
  async get(account: GatewayAccount, path: string): Promise<PayPalAnswer> {
    return this.call(account, { path, method: 'GET', headers: { accept: 'application/json' } });
  }

  private async call(account: GatewayAccount, { path, headers, ...rest }: Sent): Promise<PayPalAnswer> {
    const answer = await callOnce({
      gateway: 'paypal',
      url: new URL(addressOf(account) + path),
      headers: { ...headers, authorization: `Bearer ${await this.token(account)}` },
      timeoutMs: this.settings.timeoutMs,
      ...rest,
    });
    // A token that is no longer taken is not kept: the next try fetches another.
    if (answer.status === 401) this.tokens.delete(nameOf(account));
    return read(answer);
  }

  private async token(account: GatewayAccount): Promise<string> {
    const name = nameOf(account);
    const known = this.tokens.get(name);
    if (known !== undefined && known.until > Date.now()) return known.text;
    const fetched = await this.fetchToken(account);
    if (this.tokens.size >= MOST_TOKENS) this.tokens.clear();
    this.tokens.set(name, fetched);
    return fetched.text;
  }

  /** Whatever goes wrong here, no refund was asked for yet. */
  private async fetchToken(account: GatewayAccount): Promise<Token> {
    const credentials = `${account.settings?.['clientId'] ?? ''}:${account.apiKey}`;
    const answer = await callOnce({
      gateway: 'paypal',
      url: new URL(`${addressOf(account)}/v1/oauth2/token`),
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
      timeoutMs: this.settings.timeoutMs,
    }).catch((error: unknown) => {
      throw error instanceof GatewayNotReached ? error : new GatewayNotReached('paypal', null, 'no_connection');
    });
    const body = parseObject(answer.text) ?? {};
    const text = textIn(body, 'access_token');
    if (answer.status !== 200 || text === undefined)
      throw new GatewayNotReached('paypal', retryAfterMs(answer.header('retry-after')));
    const seconds = Number(body['expires_in']);
    return { text, until: Date.now() + (Number.isFinite(seconds) ? seconds * 1000 : 0) - RENEW_BEFORE_MS };
  }
}

const nameOf = (account: GatewayAccount): string =>
  [addressOf(account), account.settings?.['clientId'] ?? '', account.apiKey].join('\n');

function read(answer: HttpAnswer): PayPalAnswer {
  const { status, text } = answer;
  if (CHANGED_NOTHING.has(status)) throw new GatewayNotReached('paypal', retryAfterMs(answer.header('retry-after')));
  if (status >= 500) throw new UnclearAnswer('server_error', { httpStatus: status });
  const body = parseObject(text);
  if (body === undefined) throw new UnclearAnswer('unreadable_answer', { httpStatus: status });
  if (status === 200 || status === 201) return { kind: 'done', body };
  const details: unknown = Array.isArray(body['details']) ? body['details'][0] : undefined;
  const name = textIn(body, 'name') ?? null;
  const issue = (isObject(details) ? textIn(details, 'issue') : undefined) ?? name;
  return { kind: 'refused', httpStatus: status, name, issue };
}
