import { createHash, createHmac } from 'node:crypto';

/** SHA-256 as 64 hex digits; a text counts as UTF-8. */
export const sha256Hex = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
/** HMAC-SHA-256 as 64 hex digits. */
export const hmacHex = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text, 'utf8').digest('hex');
