import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection, type NativeConnectionOptions } from '@temporalio/worker';

const LONGEST_PAUSE_MS = 5_000;

/** Connects, and waits for a server that is not there yet: the SDK itself gives up on the first refused connection. Ends only by success or by `stopped`. */
export async function connectWithBackoff(
  options: NativeConnectionOptions,
  stopped: () => boolean,
  tell: (pauseMs: number) => void,
): Promise<NativeConnection | undefined> {
  for (let pause = 250; !stopped(); pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await NativeConnection.connect(options);
    } catch {
      tell(pause);
      await sleep(pause);
    }
  }
  return undefined;
}
