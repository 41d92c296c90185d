type ProblemType = 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error' | 'rate_limit_error';
export type ProblemBody = Readonly<{
  type: ProblemType;
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
}>;

/** A refusal in Stripe's form. */
export class StripeProblem extends Error {
  override readonly name = 'StripeProblem';
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(body.message);
  }
}

const refuse = (status: number, message: string, more: Omit<ProblemBody, 'type' | 'message'> = {}): StripeProblem =>
  new StripeProblem(status, { type: 'invalid_request_error', message, ...more });

export const missingParameter = (param: string): StripeProblem =>
  refuse(400, `Missing required param: ${param}.`, { code: 'parameter_missing', param });
export const unknownParameter = (param: string): StripeProblem =>
  refuse(400, `Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
export const notAnInteger = (param: string, given: string): StripeProblem =>
  refuse(400, `Invalid integer: ${given}`, { code: 'parameter_invalid_integer', param });
export const noSuch = (what: string, id: string, param: string): StripeProblem =>
  refuse(404, `No such ${what}: '${id}'`, { code: 'resource_missing', param });
export const invalidRequest = refuse;
export const serverError = (): StripeProblem =>
  new StripeProblem(500, { type: 'api_error', message: 'An unknown error occurred' });
export const tooManyRequests = (seconds: number): StripeProblem =>
  new StripeProblem(
    429,
    { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests.' },
    { 'retry-after': String(seconds) },
  );
export const keyUsedOtherwise = (): StripeProblem =>
  new StripeProblem(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than the given one if you meant to execute a different request.',
  });
export const keyInUse = (): StripeProblem =>
  new StripeProblem(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: 'There is currently another in-progress request using this Idempotent Key. Please try again later.',
  });
export const noKey = (): StripeProblem =>
  refuse(401, 'You did not provide an API key. Send it in the Authorization header: Bearer YOUR_SECRET_KEY.');
export const wrongKey = (): StripeProblem => refuse(401, 'Invalid API Key provided.');
