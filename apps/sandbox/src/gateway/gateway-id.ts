import { randomInt } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id as Stripe makes them: a prefix and 24 letters and digits. */
export const newGatewayId = (prefix: 'pi' | 'ch' | 're' | 'du' | 'evt' | 'req'): string =>
  `${prefix}_${Array.from({ length: 24 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')}`;
