import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Locale } from '@zikui/domain';
import type { Request } from 'express';
import { localeOf } from '../error/locale';
import { requestIdOf } from './request-id';

/** In which language the caller is answered, and under which id his call is found in the log. */
export type Asked = Readonly<{ locale: Locale; requestId: string }>;

export const HowAsked = createParamDecorator((_data: unknown, context: ExecutionContext): Asked => {
  const request = context.switchToHttp().getRequest<Request>();
  return { locale: localeOf(request.headers['accept-language']), requestId: requestIdOf(request) };
});
