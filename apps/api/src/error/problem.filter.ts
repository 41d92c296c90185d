import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCode } from '@zikui/domain';
import type { Request, Response } from 'express';
import { Env } from '../env';
import { requestIdOf } from '../request/request-id';
import { localeOf } from './locale';
import { problemOf } from './problem';
import { refundErrorOf } from './refund-error-of';

/** Seconds after which a repeat is worth trying, for refusals that pass by themselves. */
const RETRY_AFTER_SECONDS: Partial<Record<ErrorCode, number>> = {
  request_in_progress: 1,
  unavailable: 2,
  rate_limited: 1,
  too_many_at_once: 1,
};

/** Turns every error into one problem document. Stacks and SQL go to the log, never to the caller. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(private readonly env: Env) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = refundErrorOf(thrown);
    if (error.code === 'internal' || error.code === 'unavailable') this.log.error(thrown);
    if (response.headersSent) {
      response.destroy(); // Half an answer can't be taken back: the caller must see that it broke off.
      return;
    }
    const locale = localeOf(request.headers['accept-language']);
    const problem = problemOf(error, { publicUrl: this.env.PUBLIC_URL, locale, requestId: requestIdOf(request) });
    const retryAfter = error.values.retryAfterSeconds ?? RETRY_AFTER_SECONDS[error.code];
    if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
    if (error.code === 'unauthenticated') response.setHeader('WWW-Authenticate', 'Bearer realm="zikui"');
    response
      .status(problem.status)
      .set({ 'Content-Type': 'application/problem+json', 'Content-Language': locale, 'Cache-Control': 'no-store' })
      .vary('Accept-Language')
      .end(JSON.stringify(problem));
  }
}
