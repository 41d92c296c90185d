import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

export type RawRequest = Request & Readonly<{ rawBody?: Buffer }>;
const TOLERANCE_SECONDS = 300;

const digestOf = (secret: string, signed: string): Buffer => createHmac('sha256', secret).update(signed).digest();

/** Whether the call was signed with the secret, not long ago: HMAC-SHA256 over time, method, path, key and raw body. */
export function isSignedWith(secret: string, request: RawRequest): boolean {
  const stamp = request.header('zikui-timestamp') ?? '';
  const given = /^v1=([0-9a-f]{64})$/.exec(request.header('zikui-signature') ?? '')?.[1];
  if (given === undefined || Math.abs(Number(stamp) - Date.now() / 1000) > TOLERANCE_SECONDS) return false;
  const key = request.header('idempotency-key') ?? '';
  const path = request.originalUrl.replace(/^\/generic/, '');
  const signed = [stamp, request.method, path, key, request.rawBody?.toString('utf8') ?? ''].join('\n');
  return timingSafeEqual(digestOf(secret, signed), Buffer.from(given, 'hex'));
}
