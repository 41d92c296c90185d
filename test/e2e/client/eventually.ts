import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 40;
const LIMIT_MS = 30_000;

/** Looks again and again until there is something to see. Throws, naming what never came and what was there instead, after the limit. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  { limitMs = LIMIT_MS, instead = () => '' }: Readonly<{ limitMs?: number; instead?: () => string }> = {},
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`Waited ${limitMs / 1000} s for ${what}${instead()}`);
    await sleep(PAUSE_MS);
  }
}

/** The same for something that is either so or not. */
export const eventuallyHolds = (what: string, holds: () => Promise<boolean>, limitMs = LIMIT_MS): Promise<true> =>
  eventually(what, async () => ((await holds()) ? true : undefined), { limitMs });
