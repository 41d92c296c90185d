const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** For how long an event is tried at an endpoint before somebody has to look. */
export const DELIVERY_LIFE_MS = 72 * HOUR;

/** Waits between the tries of a delivery; the last one repeats until its life is over. */
export const DELIVERY_RETRIES_MS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
];

/** Tries are moved apart by up to this part of the wait, so that an endpoint that comes back is not met by all at once. */
const SPREAD = 0.2;

/** How long to wait after try number `tries` (from 1) has failed. `chance` lies in [0, 1) and is drawn by the caller. */
export function retryAfterMs(tries: number, retriesMs: readonly number[], chance: number): number {
  const wait = retriesMs[Math.min(tries, retriesMs.length) - 1] ?? HOUR;
  return Math.round(wait * (1 + SPREAD * chance));
}
