import { setTimeout as sleep } from 'node:timers/promises';

/** Looks are dense at first and rarer later, so that whoever waits long leaves the machine to those waited for. */
const FIRST_PAUSE_MS = 30;
const LONGEST_PAUSE_MS = 240;
const LIMIT_MS = 30_000;

/** Looks again and again until there is something to see. Throws, naming what never came and what was there instead, after the limit. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  { limitMs = LIMIT_MS, instead = () => '' }: Readonly<{ limitMs?: number; instead?: () => string }> = {},
): Promise<T> {
  const end = Date.now() + limitMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(1.5 * pauseMs, LONGEST_PAUSE_MS)) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`Waited ${limitMs / 1000} s for ${what}${instead()}`);
    await sleep(pauseMs);
  }
}

/** The same for something that is either so or not. */
export const eventuallyHolds = (what: string, holds: () => Promise<boolean>, limitMs = LIMIT_MS): Promise<true> =>
  eventually(what, async () => ((await holds()) ? true : undefined), { limitMs });
