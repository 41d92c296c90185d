import { setTimeout as pause } from 'node:timers/promises';

/** Looks again until it is there. Only for what may rightly take a moment; throws when it does not come at all. */
export async function eventually<T>(
  look: () => Promise<T>,
  isThere: (found: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (isThere(found)) return found;
    if (performance.now() > end) throw new Error(`not there within ${String(withinMs)} ms: ${JSON.stringify(found)}`);
    await pause(20);
  }
}
