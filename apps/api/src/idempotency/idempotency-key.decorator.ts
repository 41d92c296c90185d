import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { RefundError } from '@zikui/domain';
import type { Request } from 'express';

/** Shown in the API's description beside every route that takes one. */
const described: ParameterDecorator = (target, method) => {
  const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
  if (method === undefined || !descriptor) return;
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: "The caller's name for this one request: a repeat under it with the same body gets the same answer.",
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,128}$' },
  })(target, method, descriptor);
};

/** The caller's name for this one request: a repeat under the same name is the same request. */
export const IdempotencyKey = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string =>
    idempotencyKeyOf(context.switchToHttp().getRequest<Request>().headers['idempotency-key']),
  [described],
);

/** Throws when the header is missing or is no key. The IETF draft's quotes are accepted and are not part of the key. */
export function idempotencyKeyOf(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw new RefundError('idempotency_key_missing');
  const [, quoted, bare] = /^(?:"([A-Za-z0-9_-]{16,128})"|([A-Za-z0-9_-]{16,128}))$/.exec(String(header)) ?? [];
  const key = quoted ?? bare;
  if (key === undefined) throw new RefundError('idempotency_key_invalid');
  return key;
}
