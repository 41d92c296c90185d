import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { Answer } from './answer';
import { AfterAnswer } from './after-answer';

@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly after: AfterAnswer) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(map((value) => (value instanceof Answer ? this.apply(value, context) : value)));
  }

  private apply({ body, more }: Answer<unknown>, context: ExecutionContext): unknown {
    const response = context.switchToHttp().getResponse<Response>();
    if (more.status !== undefined) response.status(more.status);
    if (more.headers) response.set(more.headers);
    const { afterwards } = more;
    // `close` comes also when the caller has gone: what was accepted is carried out all the same.
    if (afterwards) response.once('close', () => this.after.run(afterwards));
    return body;
  }
}
