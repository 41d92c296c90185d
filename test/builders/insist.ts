import { RefundError, type ErrorCode } from '@zikui/domain';

/** Refusals of a service that is busy just now: nothing was written. */
const BUSY: ReadonlySet<ErrorCode> = new Set(['unavailable', 'too_many_at_once']);

/** Repeats what a busy service refuses for a moment, as a caller with an idempotency key does: a crowd on a busy machine waits longer than one statement may. */
export async function insist<T>(work: () => Promise<T>, tries = 20): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !BUSY.has(codeOf(error))) throw error;
    }
  }
}

/** The code of a refusal; throws what is none. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof RefundError) return error.code;
  throw error;
}

/** The code with which the work is refused, or `accepted`. */
export const outcomeOf = (work: Promise<unknown>): Promise<ErrorCode | 'accepted'> =>
  work.then(() => 'accepted' as const, codeOf);
