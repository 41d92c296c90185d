export type LoggedError = Readonly<{
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggedError;
}>;

const DEEPEST_CAUSE = 5;

/** What the log keeps of an error. Not the rest of it: a failed statement carries its parameters, which are people's data. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const { name, message, stack, cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: name,
    message,
    ...(typeof code === 'string' && { code }),
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && depth < DEEPEST_CAUSE && { cause: loggedError(cause, depth + 1) }),
  };
}
