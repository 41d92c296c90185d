/** Twice a minute: what is told in whole minutes is never further off than that. */
const TICK_MS = 30_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls `listener` again and again, for texts that tell how far off something is: a page that stands open must not go on
 * saying "a minute ago". One timer for all of them, and none while nobody listens. Returns how to stop.
 */
export function asTimePasses(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
