import { setImmediate as breathe } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { withFailures } from '../failure/failures';
import { withHeartbeat } from '../heartbeat/heartbeat';
import { merchantOfProcess } from '../process/merchant-of-process';
import { runBackTest, type BackTestPorts } from './run-back-test';

export type BackTestActivities = ReturnType<typeof createBackTestActivities>;

/** Policies that are tried on refunds of the past. */
export function createBackTestActivities(runs: BackTestPorts) {
  return withFailures({
    /** Carries one out, or goes on where another worker left it. Safe to repeat: each refund is counted once. */
    backTest: ({ backTestId }: { backTestId: string }): Promise<void> =>
      withHeartbeat(() => {
        const { cancellationSignal } = Context.current();
        return runBackTest(runs, { merchantId: merchantOfProcess(), backTestId }, async () => {
          cancellationSignal.throwIfAborted();
          // Refunds that run in this process come in between.
          await breathe();
        });
      }),
    failBackTest: ({ backTestId }: { backTestId: string }): Promise<void> =>
      runs.fail(merchantOfProcess(), backTestId, 'not_carried_out'),
  });
}
