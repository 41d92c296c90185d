import { isGrpcServiceError, type Client, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';

/** Nobody can tell whether the call arrived: no answer in time, or no connection. */
export const NO_ANSWER = Symbol('no answer');

/** gRPC statuses that say something about the way to the server, not about the call. */
const UNREACHABLE: ReadonlySet<number> = new Set([
  1, // CANCELLED
  4, // DEADLINE_EXCEEDED
  8, // RESOURCE_EXHAUSTED
  14, // UNAVAILABLE
]);

/**
 * The answer of a call to Temporal, or `NO_ANSWER` after `limitMs`. The deadline alone does not bound it: while the
 * server is away the client keeps trying to connect. Other failures are thrown.
 */
export async function within<T>(
  client: Client,
  limitMs: number,
  call: () => Promise<T>,
): Promise<T | typeof NO_ANSWER> {
  const answer = client.withDeadline(Date.now() + limitMs, call);
  // A failure after our own limit has nobody left to hear it.
  answer.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof NO_ANSWER>((resolve) => {
    timer = setTimeout(() => resolve(NO_ANSWER), limitMs);
  });
  try {
    return await Promise.race([answer, limit]);
  } catch (error) {
    if (isUnreachable(error)) return NO_ANSWER;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  if (isGrpcServiceError(error)) return UNREACHABLE.has(error.code);
  return error instanceof Error && error.cause !== undefined && isUnreachable(error.cause);
}
