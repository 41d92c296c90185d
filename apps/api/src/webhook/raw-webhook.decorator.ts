import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

export type RawWebhook = Readonly<{
  /** The very bytes that were signed. */ body: Buffer;
  headers: Readonly<Record<string, string | undefined>>;
}>;

/** What came in, untouched: a signature is over bytes, not over what a parser makes of them. */
export const Raw = createParamDecorator((_data: unknown, context: ExecutionContext): RawWebhook => {
  const request = context.switchToHttp().getRequest<Request>();
  const body: unknown = request.body;
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return {
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    headers: Object.fromEntries(headers) as RawWebhook['headers'],
  };
});
