import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorCode, ErrorValues } from '@zikui/domain';

export type Answer<Body> = Readonly<{ status: number; headers: Headers; body: Body }>;
/** RFC 9457, as every refusal of the API looks. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  values: ErrorValues;
  errors: readonly Readonly<{ pointer: string; code: ErrorCode; detail: string }>[];
  requestId: string;
}>;
export type Call = Readonly<{
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  key?: string;
  idempotencyKey?: string;
  /** A value is sent as JSON, a text and search parameters as they are. */ body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

const AWAY = 503;
const CROWDED: ErrorCode = 'too_many_at_once';
const MOST_TRIES = 8;
const PAUSE_MS = 250;

/**
 * One HTTP call. The caller names the shape of the body: it is what the call is expected to answer. A busy service that
 * sheds it is asked again, as its answer says one may: reading and replacing repeat by nature, the rest by key.
 */
export async function call<Body>(url: string, options: Call = {}): Promise<Answer<Body>> {
  const mayRepeat = options.method !== 'POST' || options.idempotencyKey !== undefined;
  for (let tries = 1; ; tries++) {
    const answer = await callOnce<Body>(url, options);
    if (!isBusy(answer) || !mayRepeat || tries === MOST_TRIES) return answer;
    await sleep(PAUSE_MS * tries);
  }
}

const isBusy = ({ status, body }: Answer<unknown>): boolean =>
  status === AWAY || (status === 429 && (body as Problem).code === CROWDED);

async function callOnce<Body>(url: string, options: Call): Promise<Answer<Body>> {
  const { method = 'GET', key, idempotencyKey, body, headers = {} } = options;
  const isPlain = body === undefined || typeof body === 'string' || body instanceof URLSearchParams;
  const answer = await fetch(url, {
    method,
    headers: {
      ...(isPlain ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isPlain ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
}

/** The body of an answer of that status. Throws with everything that was said instead. */
export function bodyOf<Body>({ status, body }: Answer<Body>, expected: number): Body {
  if (status !== expected) throw new Error(`Expected ${expected}, was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A refusal of that status. Throws when the call was granted. */
export const problemOf = (answer: Answer<unknown>, expected: number): Problem => bodyOf(answer, expected) as Problem;
