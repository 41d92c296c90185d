import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RefundError, type Principal } from '@zikui/domain';
import type { Request } from 'express';

const callers = new WeakMap<Request, Principal>();

/** Set once, by the guard. */
export const setCaller = (request: Request, principal: Principal): void => void callers.set(request, principal);

/** Who asks, as the key says and never the body. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const principal = callers.get(context.switchToHttp().getRequest<Request>());
  if (!principal) throw new RefundError('unauthenticated');
  return principal;
});
