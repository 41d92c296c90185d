/** Issuer prefixes with the lengths they come in. Luhn alone flags one in ten random 16-digit numbers, and every IMEI. */
const ISSUERS: readonly Readonly<{ from: number; to: number; digits: number; lengths: readonly number[] }>[] = [
  { from: 4, to: 4, digits: 1, lengths: [13, 16, 19] }, // Visa
  { from: 51, to: 55, digits: 2, lengths: [16] }, // Mastercard
  { from: 2221, to: 2720, digits: 4, lengths: [16] },
  { from: 34, to: 34, digits: 2, lengths: [15] }, // American Express
  { from: 37, to: 37, digits: 2, lengths: [15] },
  { from: 300, to: 305, digits: 3, lengths: [14, 16, 19] }, // Diners
  { from: 36, to: 36, digits: 2, lengths: [14, 16, 19] },
  { from: 38, to: 39, digits: 2, lengths: [14, 16, 19] },
  { from: 3528, to: 3589, digits: 4, lengths: [16, 17, 18, 19] }, // JCB
  { from: 62, to: 62, digits: 2, lengths: [16, 17, 18, 19] }, // UnionPay
  { from: 50, to: 50, digits: 2, lengths: [13, 14, 15, 16, 17, 18, 19] }, // Maestro, Isracard's international range, Discover
  { from: 56, to: 61, digits: 2, lengths: [13, 14, 15, 16, 17, 18, 19] },
  { from: 63, to: 69, digits: 2, lengths: [13, 14, 15, 16, 17, 18, 19] },
];
const SHORTEST = 13;
const LONGEST = 19;

/** Groups of digits of any script, joined by blanks, dashes and characters that nobody sees. */
const GROUPS = /\p{Nd}+(?:[\p{Zs}\p{Pd}\p{Cf}\t]{1,3}\p{Nd}+)*/gu;

/** Ids of ours, `rf_` and 32 hexadecimal digits, and UUIDs: some have a card's digits in them by chance, and belong to nobody's card. */
const IDS = /(?<![0-9a-z])(?:[a-z]{2,4}_[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z])/gi;

/** True when somewhere in the text, beside ids, stand the digits of a payment card, whatever separates them. */
export function holdsCardNumber(text: string): boolean {
  if (!mayHold(text)) return false;
  for (const [run] of text.replaceAll(IDS, 'id').matchAll(GROUPS)) {
    const groups = run.split(/[^\p{Nd}]+/u).map(latinDigits);
    for (let first = 0; first < groups.length; first++) {
      let digits = '';
      for (let last = first; last < groups.length && digits.length <= LONGEST; last++) {
        digits += groups[last] ?? '';
        if (isCardNumber(digits)) return true;
      }
    }
  }
  return false;
}

/** Cheap first look, because nearly every text has few digits. */
function mayHold(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 48 && code <= 57) || code > 0x65f) digits++;
  }
  return digits >= SHORTEST;
}

function isCardNumber(digits: string): boolean {
  if (digits.length < SHORTEST || digits.length > LONGEST) return false;
  const known = ISSUERS.some(({ from, to, digits: width, lengths }) => {
    const prefix = Number(digits.slice(0, width));
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
  return known && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = digits.charCodeAt(digits.length - 1 - fromRight) - 48;
    const weighed = fromRight % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** The decimal digits of Unicode stand in runs of ten, or of several tens, that begin at a zero. */
const latinDigits = (text: string): string => Array.from(text, (digit) => String(valueOf(digit))).join('');

function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}
