import { randomBytes } from 'node:crypto';
import type { Mode } from '@zikui/domain';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 32 bytes need 43 digits of base 62; 6 bytes fill 8. */
const SECRET_DIGITS = 43;
const PUBLIC_DIGITS = 8;
const KEY = /^zk_(?:test|live)_([0-9A-Za-z]{8})_[0-9A-Za-z]{43}$/;

function base62(bytes: Buffer, digits: number): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let place = 0; place < digits; place += 1) {
    text = DIGITS.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}

/** A new key. Its first part tells what it is, so that secret scanners find it and people can name it. */
export function newApiKeyText(mode: Mode): Readonly<{ key: string; publicId: string }> {
  const publicId = base62(randomBytes(6), PUBLIC_DIGITS);
  return { key: `zk_${mode}_${publicId}_${base62(randomBytes(32), SECRET_DIGITS)}`, publicId };
}

/** The public part of a presented key; `undefined` for a text that can be no key. */
export const publicIdOf = (presented: string): string | undefined => KEY.exec(presented)?.[1];
