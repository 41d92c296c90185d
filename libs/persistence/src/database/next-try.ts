/** When a row with `tries` and `next_try_at` is offered again: after 1, 2, 4 ... 64 seconds. */
export const NEXT_TRY = `now() + make_interval(secs => power(2, least(tries, 6)))`;
