const BEFORE_SENDING: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo']);

/** True when a connection was never made, so that nothing was sent. Node collects one error per address it tried. */
export function neverConnected(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('errors' in error && Array.isArray(error.errors))
    return error.errors.length > 0 && error.errors.every(neverConnected);
  return 'syscall' in error && BEFORE_SENDING.has(error.syscall);
}
