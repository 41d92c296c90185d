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

/** Why a call ended without an answer, where that speaks against the gateway or the way to it. */
export const GATEWAY_FAILURE_CAUSES: readonly string[] = [
  'time_out',
  'connection_lost',
  'server_error',
  'no_connection',
];
export const countsAgainstGateway = (cause: string | number | null | undefined): boolean =>
  typeof cause === 'string' && GATEWAY_FAILURE_CAUSES.includes(cause);

/** A gateway that asks to wait for longer than this rests as a whole; within it, only the call itself waits. */
export const LONGEST_WAIT_OF_A_CALL_MS = 60_000;
