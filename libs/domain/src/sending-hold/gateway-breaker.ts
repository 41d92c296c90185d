/** `open`: nothing is sent; `half_open`: one transfer tries whether the gateway works again. */
export const BREAKER_STATES = ['closed', 'open', 'half_open'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

export const GATEWAY_HEALTHS = ['ok', 'paused', 'stopped'] as const;
export type GatewayHealth = (typeof GATEWAY_HEALTHS)[number];

/** Calls to one account at a gateway within the last `BREAKER_WINDOW_MS`. Refusals are answers: the gateway works. */
export type RecentCalls = Readonly<{ answered: number; failed: number }>;
export const BREAKER_WINDOW_MS = 60_000;
const LEAST_FAILURES = 5;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Whether an account fails so often that nothing more is sent to it for now: five calls or more in a minute, and half of all. */
export const opensBreaker = ({ answered, failed }: RecentCalls): boolean =>
  failed >= LEAST_FAILURES && failed >= answered;

/** How long it rests when its probe has failed so many times: twice as long each time, ten minutes at most. */
export const pauseMs = (firstPauseMs: number, failedProbes: number): number =>
  Math.min(LONGEST_PAUSE_MS, firstPauseMs * 2 ** Math.min(failedProbes, 20));

/** Causes of an unknown outcome that speak against the gateway or the way to it. */
const FAILURES: readonly unknown[] = ['time_out', 'connection_lost', 'server_error', 'not_reached'];
export const countsAgainstGateway = (cause: unknown): boolean => FAILURES.includes(cause);
export const GATEWAY_FAILURE_CAUSES = FAILURES as readonly string[];
