import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { resultOfStatus, type DeliveryFailure, type DeliveryResult } from '@zikui/domain';
import { hostOf, readEndpointUrl, type EndpointRules } from './endpoint-url';
import { AddressRefused, resolvePublicly, type Address, type Resolve } from './resolve-publicly';

export type WebhookPost = Readonly<{ url: string; headers: Readonly<Record<string, string>>; body: string }>;
export type PostRules = EndpointRules & Readonly<{ resolve: Resolve; timeoutMs: number }>;

/** Read so that the connection ends well; nothing of it is kept or shown. */
const MOST_ANSWER_BYTES = 16 * 1_024;

/**
 * Posts once and tells what came of it; never throws. Follows no redirect, uses no proxy, keeps no connection, and
 * connects only to an address that was checked a moment before. The status line decides: a body that never ends is cut off.
 */
export async function postWebhook(post: WebhookPost, rules: PostRules): Promise<DeliveryResult> {
  const url = readEndpointUrl(post.url, rules);
  if (!url) return { kind: 'failed', failure: 'address_refused', status: null };
  const signal = AbortSignal.timeout(rules.timeoutMs);
  try {
    const addresses = await beforeAbort(resolvePublicly(hostOf(url), rules.resolve, rules), signal);
    return resultOfStatus(await send(url, addresses, post, signal));
  } catch (error) {
    return { kind: 'failed', failure: signal.aborted ? 'timeout' : failureOf(error), status: null };
  }
}

function send(url: URL, addresses: readonly Address[], post: WebhookPost, signal: AbortSignal): Promise<number> {
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal,
    lookup: pinnedTo(addresses),
    headers: { ...post.headers, 'content-length': String(Buffer.byteLength(post.body)), connection: 'close' },
  };
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
    let status: number | undefined;
    request.on('error', (error) => {
      if (status === undefined) reject(error);
    });
    request.on('response', (response) => {
      const told = (status = response.statusCode ?? 0);
      // Read or cut off, the status stands.
      const end = (): void => resolve(told);
      readSome(response).then(end, end);
    });
    request.end(post.body);
  });
}

async function readSome(response: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const piece of response) {
    bytes += (piece as Buffer).length;
    // Leaving the loop closes the connection.
    if (bytes >= MOST_ANSWER_BYTES) return;
  }
}

/** Gives the checked addresses to whoever connects, whatever he asks for. */
const pinnedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else if (first) callback(null, first.address, first.family);
  };

const beforeAbort = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('timed out')), { once: true });
    }),
  ]);

const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_)/;
function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof AddressRefused) return 'address_refused';
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && CERTIFICATE.test(code) ? 'certificate' : 'connection';
}
