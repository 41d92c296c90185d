import { holdsCardNumber } from './card-number';
import type { Breach } from './field-rules';

export type TextKind = Readonly<{
  /** In characters as people count them; the text may take four bytes for each. */ max: number;
  /** Notes may have several lines. */ lines?: boolean;
  /** Names and notes may hold LRM and RLM, which Hebrew beside Latin needs; codes may hold no direction mark at all. */ marks?: boolean;
}>;

/** Control characters and what Unicode has not assigned, gave away for private use or took for half a character. */
const FORBIDDEN = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u;
const FORBIDDEN_BUT_LINES = /[^\P{Cc}\n]|[\p{Cn}\p{Co}\p{Cs}]/u;
const BIDI = /\p{Bidi_Control}/u;
const BIDI_BUT_MARKS = /(?![\u200e\u200f])\p{Bidi_Control}/u;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** What is wrong with a text that people wrote, or nothing. */
export function textBreach(value: unknown, { max, lines = false, marks = false }: TextKind): Breach | null {
  if (typeof value !== 'string') return { code: 'invalid_field', rule: 'text' };
  if (value.length === 0 || isLongerThan(value, max)) return { code: 'invalid_field', rule: 'text_length', limit: max };
  if (!PRINTABLE_ASCII.test(value)) {
    if ((lines ? FORBIDDEN_BUT_LINES : FORBIDDEN).test(value))
      return { code: 'invalid_field', rule: 'text_characters' };
    if ((marks ? BIDI_BUT_MARKS : BIDI).test(value)) return { code: 'invalid_field', rule: 'text_direction' };
    if (value !== value.normalize('NFC')) return { code: 'invalid_field', rule: 'text_not_composed' };
  }
  if (holdsCardNumber(value)) return { code: 'card_number_refused', rule: 'card_number' };
  return null;
}

/** The cheap bounds come first, so that a huge text is never counted. */
const isLongerThan = (value: string, max: number): boolean =>
  value.length > 2 * max ||
  (value.length > max && Array.from(value).length > max) ||
  Buffer.byteLength(value) > 4 * max;

/** A reference of the merchant's own systems. Digits alone may be a card number; with a letter they are none. */
export function refBreach(value: unknown, max = 64): Breach | null {
  if (typeof value !== 'string') return { code: 'invalid_field', rule: 'text' };
  if (value.length > max || !/^[A-Za-z0-9._:-]+$/.test(value))
    return { code: 'invalid_field', rule: 'ref', limit: max };
  if (!/[A-Za-z]/.test(value) && holdsCardNumber(value)) return { code: 'card_number_refused', rule: 'card_number' };
  return null;
}

const LONGEST_EMAIL = 254;
export function emailBreach(value: unknown): Breach | null {
  const breach = textBreach(value, { max: LONGEST_EMAIL });
  if (breach) return breach;
  const parts = String(value).split('@');
  const [local = '', domain = ''] = parts;
  const whole = parts.length === 2 && local.length > 0 && local.length <= 64;
  return whole && /^[^\s"(),:;<>[\\\]]+$/.test(local) && isHostName(domain)
    ? null
    : { code: 'invalid_field', rule: 'email' };
}

const isHostName = (domain: string): boolean =>
  domain.includes('.') &&
  domain.split('.').every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(label));

export function phoneBreach(value: unknown): Breach | null {
  const breach = textBreach(value, { max: 32 });
  if (breach) return breach;
  return /^\+?[0-9(][0-9 ().-]{3,30}$/.test(String(value)) ? null : { code: 'invalid_field', rule: 'phone' };
}
