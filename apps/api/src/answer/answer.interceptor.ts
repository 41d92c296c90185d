import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { Answer } from './answer';
import { AfterAnswer } from './after-answer';

const LASTING = 'zikui:lasting';
/** For an answer that goes on for as long as its caller stays: nobody waits for its end. */
export const LastingAnswer = (): MethodDecorator => SetMetadata(LASTING, true);

@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly after: AfterAnswer) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    if (Reflect.hasMetadata(LASTING, context.getHandler())) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    this.after.requestBegins();
    whenOver(response, () => this.after.requestEnds());
    return next.handle().pipe(map((value) => (value instanceof Answer ? this.apply(value, response) : value)));
  }

  private apply({ body, more }: Answer<unknown>, response: Response): unknown {
    if (more.status !== undefined) response.status(more.status);
    if (more.headers) response.set(more.headers);
    const { afterwards } = more;
    // What was accepted is carried out also for a caller who has gone.
    if (afterwards) whenOver(response, () => this.after.run(afterwards));
    return body;
  }
}

/** `close` comes however a request ends, and never again for a caller who had gone before anybody listened. */
function whenOver(response: Response, then: () => void): void {
  if (response.closed) then();
  else response.once('close', then);
}
