import { GatewayNotReached } from '@zikui/domain';
import { neverConnected } from './never-connected';
import { UnclearAnswer } from './unclear-answer';

export type HttpCall = Readonly<{
  gateway: string;
  url: URL;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
  timeoutMs: number;
}>;
export type HttpAnswer = Readonly<{ status: number; header: (name: string) => string | null; text: string }>;

/** More than this no gateway says of a refund; what goes on is no answer. */
const MOST_BYTES = 1_000_000;

/**
 * Puts one call on the wire once, for vendors without a package of their own. Throws `GatewayNotReached` when no
 * connection was made, `UnclearAnswer` when no whole answer came in time; everything else is let through.
 */
export async function callOnce({ gateway, url, method, headers, body, timeoutMs }: HttpCall): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const sent = { method, headers, redirect: 'manual', signal, ...(body === undefined ? {} : { body }) } as const;
    const answer = await fetch(url, sent);
    const text = await textOf(answer);
    return { status: answer.status, header: (name) => answer.headers.get(name), text };
  } catch (error) {
    if (signal.aborted) throw new UnclearAnswer('time_out', { timeoutMs });
    const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
    throw neverConnected(cause) ? new GatewayNotReached(gateway, null, 'no_connection') : error;
  }
}

async function textOf({ body }: Response): Promise<string> {
  if (body === null) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) throw new UnclearAnswer('unreadable_answer', { bytes });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
