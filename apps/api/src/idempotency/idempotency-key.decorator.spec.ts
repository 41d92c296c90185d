import { RefundError } from '@zikui/domain';
import { idempotencyKeyOf } from './idempotency-key.decorator';

const codeFor = (header: string | undefined): string => {
  try {
    return idempotencyKeyOf(header);
  } catch (error) {
    return error instanceof RefundError ? error.code : 'other';
  }
};

describe('an Idempotency-Key', () => {
  const key = '0193a1b2-c3d4_7e5f';

  it('is taken bare or in the quotes of the draft, which are no part of it', () => {
    expect(codeFor(key)).toBe(key);
    expect(codeFor(`"${key}"`)).toBe(key);
  });

  it('must be there', () => {
    expect(codeFor(undefined)).toBe('idempotency_key_missing');
    expect(codeFor('')).toBe('idempotency_key_missing');
  });

  it.each([
    'short',
    'x'.repeat(129),
    `"${key}`,
    `${key}"`,
    'with blanks in it, long',
    'ключключключключ',
    `${key}\u0000`,
  ])('is not %j', (header) => expect(codeFor(header)).toBe('idempotency_key_invalid'));
});
