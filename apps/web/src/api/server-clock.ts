let offsetMs = 0;

/** Learns how far this machine's clock is off, from the `Date` of an answer. */
export function learnServerTime(header: string | null, now = Date.now()): void {
  const told = header === null ? NaN : Date.parse(header);
  // A `Date` has whole seconds: what is less than two is no difference.
  if (!Number.isNaN(told)) offsetMs = Math.abs(told - now) < 2_000 ? 0 : told - now;
}

/** Now, as the server says. */
export const serverNow = (now = Date.now()): number => now + offsetMs;
