import { ApplicationFailure } from '@temporalio/common';
import { RefundError, type ErrorCode } from '@zikui/domain';

/** Codes that another try may change. Every other one is a decision of ours and stays the same. */
const WORTH_A_RETRY: ReadonlySet<ErrorCode> = new Set(['unavailable', 'internal']);

/** Our refusal as Temporal carries it: the type is the code. Other errors pass as they are and are retried. */
export function toFailure(error: unknown): unknown {
  if (!(error instanceof RefundError)) return error;
  return ApplicationFailure.create({
    type: error.code,
    message: error.message,
    nonRetryable: !WORTH_A_RETRY.has(error.code),
    cause: error,
  });
}

type Activities = Readonly<Record<string, (arg: never) => Promise<unknown>>>;

/** The same activities, whose refusals leave as failures. The one place where ours become Temporal's. */
export function withFailures<A extends Activities>(activities: A): A {
  const guarded = Object.entries(activities).map(([name, run]) => [
    name,
    async (arg: never): Promise<unknown> => {
      try {
        return await run(arg);
      } catch (error) {
        throw toFailure(error);
      }
    },
  ]);
  return Object.fromEntries(guarded) as A;
}
