import { Context } from '@temporalio/activity';

/** Tells the server while `work` runs that this process lives, so that a killed worker is noticed at once. */
export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const { heartbeatTimeoutMs } = context.info;
  if (heartbeatTimeoutMs === undefined) return work();
  const beat = setInterval(() => {
    context.heartbeat();
  }, heartbeatTimeoutMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
