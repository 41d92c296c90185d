import { randomBytes } from 'node:crypto';
import { canonicalJson, type RefundRequest } from '@zikui/domain';
import { sha256Hex, type IdempotentRequest } from '@zikui/persistence';

/** One chair that turned out defective: no fee, and with the policies of `policy.builder.ts` no goods come back. */
export const requestOf = (overrides: Partial<RefundRequest> & Pick<RefundRequest, 'saleRef'>): RefundRequest => ({
  reason: 'defective',
  lines: [{ ref: 'l1', quantity: 1 }],
  destination: 'original',
  returnMethod: 'none',
  ...overrides,
});

/** A new key with the hash of that body. */
export const idempotencyOf = (
  request: RefundRequest,
  overrides: Partial<IdempotentRequest> = {},
): IdempotentRequest => ({
  route: 'POST /v1/refunds',
  key: randomBytes(12).toString('hex'),
  bodyHash: sha256Hex(canonicalJson(request)),
  ...overrides,
});
