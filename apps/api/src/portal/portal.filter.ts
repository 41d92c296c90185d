import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCode } from '@zikui/domain';
import type { Request, Response } from 'express';
import type { Answer } from '../answer/answer';
import { refundErrorOf } from '../error/refund-error-of';
import { PortalService } from './portal.service';

const SAID: Partial<Record<ErrorCode, readonly ['too_many' | 'failed', number]>> = {
  rate_limited: ['too_many', 429],
  unavailable: ['failed', 503],
  internal: ['failed', 500],
};

/** How long whoever came too often should wait. */
const secondsOf = (thrown: unknown): number => Number(refundErrorOf(thrown).values.retryAfterSeconds ?? 60);

/** Customers read pages, not problem documents. Whoever may not see a page gets the same one as whoever asks for nothing that there is. */
@Catch()
@Injectable()
export class PortalFilter implements ExceptionFilter {
  private readonly log = new Logger('Portal');

  constructor(private readonly portal: PortalService) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request<{ id?: string }>>();
    const response = host.switchToHttp().getResponse<Response>();
    const { body, more } = await this.pageFor(thrown, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (more.status === 429) response.setHeader('Retry-After', String(secondsOf(thrown)));
    response
      .status(more.status ?? 500)
      .set(more.headers ?? {})
      .end(body);
  }

  private async pageFor(thrown: unknown, request: Request<{ id?: string }>): Promise<Answer<string>> {
    const { code } = refundErrorOf(thrown);
    if (code === 'internal' || code === 'unavailable') this.log.error(thrown);
    const said = SAID[code];
    if (said) return this.portal.said(request, ...said);
    const { id } = request.params;
    try {
      const page = request.method === 'POST' && id !== undefined && (await this.portal.refused(request, id, code));
      return page || this.portal.linkPage(request, 404);
    } catch (error) {
      const again = refundErrorOf(error).code;
      if (again === 'not_found') return this.portal.linkPage(request, 404);
      this.log.error(error);
      return this.portal.said(request, 'failed', 503);
    }
  }
}
