import { createHash, createHmac } from 'node:crypto';

/** SHA-256 as 64 hex digits. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** HMAC-SHA-256 as 64 hex digits. */
export const hmacHex = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text, 'utf8').digest('hex');
