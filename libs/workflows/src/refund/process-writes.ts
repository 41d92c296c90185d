import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { RefundProcessActivities } from '@zikui/activities';

/** Short writes to our own database. The attempts are bounded: while they run, the process takes no message. */
const local = proxyLocalActivities<RefundProcessActivities>({
  startToCloseTimeout: '3 seconds',
  retry: {
    initialInterval: '100 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '1 second',
    maximumAttempts: 5,
  },
});
/** The same writes while the database is away for longer: they wait for it, and the process takes messages meanwhile. */
const durable = proxyActivities<RefundProcessActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

type Writes = RefundProcessActivities;
type WriteWithOptions<K extends keyof Writes> = Readonly<{
  executeWithOptions(
    options: { summary: string },
    args: Parameters<Writes[K]>,
  ): Promise<Awaited<ReturnType<Writes[K]>>>;
}>;

/** Carries out a write, however long the database is away. Throws only what another try cannot change. */
export async function write<K extends keyof Writes>(
  name: K,
  summary: string,
  ...args: Parameters<Writes[K]>
): Promise<Awaited<ReturnType<Writes[K]>>> {
  // The compiler does not see that each proxy of K takes the arguments of K.
  const locally = local[name] as unknown as WriteWithOptions<K>;
  const durably = durable[name] as unknown as WriteWithOptions<K>;
  try {
    return await locally.executeWithOptions({ summary }, args);
  } catch (error) {
    if (isFinal(error)) throw error;
    return durably.executeWithOptions({ summary: `${summary} (durable retry)` }, args);
  }
}

/** Whether an activity failed in a way that every further try would meet again. A failed local activity comes without the wrapping of a regular one. */
export function isFinal(error: unknown): boolean {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (!(cause instanceof TemporalFailure)) return true;
  return cause instanceof ApplicationFailure && cause.nonRetryable === true;
}
