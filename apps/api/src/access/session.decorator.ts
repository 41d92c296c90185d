import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import type { StaffSession } from '@zikui/persistence';
import type { Request } from 'express';

const sessions = new WeakMap<Request, StaffSession>();

/** Set once, by the guard. */
export const setSession = (request: Request, session: StaffSession): void => void sessions.set(request, session);

/** The session of whoever signed in. */
export const Session = createParamDecorator((_data: unknown, context: ExecutionContext): StaffSession => {
  const session = sessions.get(context.switchToHttp().getRequest<Request>());
  if (!session) throw new RefundError('unauthenticated');
  return session;
});
