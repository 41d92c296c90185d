/** What is known of an address from where credentials were tried that were none. Times are milliseconds since 1970. */
export type FailureCount = Readonly<{ count: number; windowEndsAt: number; blockedUntil: number; blocks: number }>;

const WINDOW_MS = 60_000;
const LONGEST_BLOCK_MS = 15 * 60_000;

/** Counts one more. Too many in a minute block the address, each time twice as long, up to a quarter of an hour; a quiet time of that length forgives. */
export function countFailure(before: FailureCount | undefined, nowMs: number, perMinute: number): FailureCount {
  const known = before ?? { count: 0, windowEndsAt: 0, blockedUntil: 0, blocks: 0 };
  const isNewWindow = nowMs >= known.windowEndsAt;
  const isForgiven = nowMs >= known.windowEndsAt + LONGEST_BLOCK_MS;
  const count = (isNewWindow ? 0 : known.count) + 1;
  const windowEndsAt = isNewWindow ? nowMs + WINDOW_MS : known.windowEndsAt;
  const blocks = isForgiven ? 0 : known.blocks;
  if (count < perMinute) return { count, windowEndsAt, blockedUntil: known.blockedUntil, blocks };
  const blockedUntil = nowMs + Math.min(WINDOW_MS * 2 ** blocks, LONGEST_BLOCK_MS);
  return { count: 0, windowEndsAt: blockedUntil, blockedUntil, blocks: blocks + 1 };
}
