import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal';
import type { Reply } from '../reply';
import { StripeProblem } from './stripe-problem';

/** Stripe keeps a key for a day after its first use. */
export const KEY_LIFETIME_MS = 24 * 3_600_000;
export type UsedKey = Readonly<{
  id: string;
  fingerprint: string;
  firstUsed: number;
  /** Missing while the first call runs. */ answer?: Readonly<{ status: number; body: string }>;
  /** Until when the first call is still being answered (ms). */ busyUntil: number;
}>;

const fingerprintOf = (path: string, params: unknown): string =>
  createHash('sha256')
    .update(`${path}\n${JSON.stringify(params)}`)
    .digest('base64url');

/** What was answered under each key: a repeat gets the same answer, another request under a used key none at all. */
@Injectable()
export class IdempotencyBook {
  private readonly keys = new Map<string, UsedKey>();
  private readonly replays = new Map<string, number>();

  constructor(private readonly journal: Journal) {
    for (const key of journal.load('key') as UsedKey[]) this.keys.set(key.id, key);
  }

  /** Begins a call under a key. Gives the stored answer for a repeat; throws for a key that is in use or was used for something else. */
  begin(account: string, key: string, path: string, params: unknown): Reply | undefined {
    const id = `${account}\n${key}`;
    const fingerprint = fingerprintOf(path, params);
    const used = this.keys.get(id);
    if (used === undefined || used.firstUsed + KEY_LIFETIME_MS < Date.now()) {
      this.keys.set(id, { id, fingerprint, firstUsed: Date.now(), busyUntil: 0 });
      return undefined;
    }
    this.check(used, fingerprint);
    this.replays.set(id, this.timesReplayed(account, key) + 1);
    return used.answer && { ...used.answer, headers: { 'idempotent-replayed': 'true' } };
  }

  /** Keeps the answer of the call that began under the key. While it takes its time to go out the key stays in use. */
  finish(account: string, key: string, answer: Readonly<{ status: number; body: string }>, busyForMs = 0): void {
    const id = `${account}\n${key}`;
    const used = this.keys.get(id);
    if (used === undefined) return;
    const { status, body } = answer;
    const finished: UsedKey = { ...used, answer: { status, body }, busyUntil: Date.now() + busyForMs };
    this.keys.set(id, finished);
    this.journal.append('key', id, finished);
  }

  /** Forgets a call that was never carried out: refused before the work began, or not read at all. */
  forget(account: string, key: string): void {
    this.keys.delete(`${account}\n${key}`);
  }

  timesReplayed(account: string, key: string): number {
    return this.replays.get(`${account}\n${key}`) ?? 0;
  }

  private check(used: UsedKey, fingerprint: string): void {
    if (used.fingerprint !== fingerprint)
      throw new StripeProblem(400, {
        type: 'idempotency_error',
        message:
          'Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than the given one if you meant to execute a different request.',
      });
    if (used.answer === undefined || used.busyUntil > Date.now())
      throw new StripeProblem(409, {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: 'There is currently another in-progress request using this Idempotent Key. Please try again later.',
      });
  }
}
