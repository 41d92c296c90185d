import { setTimeout as wait } from 'node:timers/promises';
import { RefundError } from '@zikui/domain';

const PAUSE_MS = 500;
/** A server that starts beside us, or that recovers from a crash, is there by then. */
const PATIENCE_MS = 30_000;

/** Opens what may still be starting beside us; gives up, with the last reason, once `patienceMs` have passed. */
export async function openPatiently<T>(open: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const isAway = error instanceof RefundError && error.code === 'unavailable';
      if (!isAway || Date.now() > end) throw error;
    }
    await wait(PAUSE_MS);
  }
}
