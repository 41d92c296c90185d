import { timingSafeEqual } from 'node:crypto';
import { RefundError } from '@zikui/domain';
import { hmacHex } from '@zikui/persistence';
import type { Request } from 'express';

/** The header in which our own page repeats what `GET /v1/me` told it. */
const TOKEN_HEADER = 'x-zikui-token';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a page of ours must repeat with each call that changes something. Nobody learns the session from it. */
export const pageTokenOf = (sessionToken: string): string => hmacHex(sessionToken, 'zikui page token');

/**
 * A cookie comes along whoever makes the browser call. What changes something must come from a page of this very address,
 * as the browser itself says, and that page must have read the token. Throws `foreign_page`.
 */
export function requireOwnPage(request: Request, sessionToken: string, publicUrl: string): void {
  if (READING.has(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOwn = site === undefined ? origin === new URL(publicUrl).origin : site === 'same-origin';
  const told = request.headers[TOKEN_HEADER];
  const expected = pageTokenOf(sessionToken);
  const knows =
    typeof told === 'string' &&
    told.length === expected.length &&
    timingSafeEqual(Buffer.from(told), Buffer.from(expected));
  if (!isOwn || !knows) throw new RefundError('foreign_page');
}
