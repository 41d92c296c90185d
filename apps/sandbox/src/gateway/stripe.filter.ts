import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { jsonReply, sendReply } from '../reply';
import { newGatewayId } from './gateway-id';
import { StripeProblem, type ProblemBody } from './stripe-problem';

/** Every refusal of the gateway's routes in Stripe's form. */
@Catch(StripeProblem, HttpException)
export class StripeFilter implements ExceptionFilter<StripeProblem | HttpException> {
  catch(problem: StripeProblem | HttpException, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const body: ProblemBody =
      problem instanceof StripeProblem ? problem.body : { type: 'invalid_request_error', message: problem.message };
    const status = problem instanceof StripeProblem ? problem.status : problem.getStatus();
    const headers = { 'request-id': newGatewayId('req'), ...(problem instanceof StripeProblem ? problem.headers : {}) };
    sendReply(response, jsonReply(status, { error: body }, headers));
  }
}
