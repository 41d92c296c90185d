/** When a row with `tries` and `next_try_at` is offered again: after 1, 2, 4, 8, then 16 seconds, so that all is delivered well within a minute after an outage. */
export const NEXT_TRY = `now() + make_interval(secs => power(2, least(tries, 4)))`;
