/** Whatever a gateway asks for, it is tried again within a day. */
export const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60_000;

/** The three forms of RFC 9110 section 5.6.7: fixed length, RFC 850, and asctime, which names no zone and means GMT. */
const HTTP_DATES: readonly RegExp[] = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/**
 * How long a gateway asks to wait by its `Retry-After`, in seconds or until a date (RFC 9110 section 10.2.3), in
 * milliseconds and at most `LONGEST_RETRY_AFTER_MS`. Null when it does not say, says what cannot be read, or names a
 * time that is over.
 */
export function retryAfterMs(header: string | null | undefined, nowMs: number = Date.now()): number | null {
  const said = header?.trim() ?? '';
  const waitMs = /^\d{1,15}$/.test(said) ? Number(said) * 1000 : (dateMs(said) ?? Number.NaN) - nowMs;
  return waitMs > 0 ? Math.min(waitMs, LONGEST_RETRY_AFTER_MS) : null;
}

function dateMs(said: string): number | null {
  if (!HTTP_DATES.some((form) => form.test(said))) return null;
  const ms = Date.parse(said.endsWith(' GMT') ? said : `${said} GMT`);
  return Number.isNaN(ms) ? null : ms;
}
