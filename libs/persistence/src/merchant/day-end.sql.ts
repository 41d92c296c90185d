/** When the day of merchant `m` ends, by his own clock. */
export const DAY_END = `(date_trunc('day', now() AT TIME ZONE m.time_zone) + interval '1 day') AT TIME ZONE m.time_zone`;
