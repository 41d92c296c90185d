import { setTimeout as pause } from 'node:timers/promises';

/** The first value that `look` finds. Fails after 20 s, naming what it waited for. */
export async function eventually<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  const giveUpAt = Date.now() + 20_000;
  while (Date.now() < giveUpAt) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(20);
  }
  throw new Error(`Waited too long for ${what}`);
}
