import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal';
import type { Reply } from '../reply';

/** Stripe keeps a key for a day after its first use. */
export const KEY_LIFETIME_MS = 24 * 3_600_000;
export type UsedKey = Readonly<{
  id: string;
  fingerprint: string;
  firstUsed: number;
  /** Missing while the first call runs. */ answer?: Readonly<{ status: number; body: string }>;
  /** Until when the first call is still being answered (ms). */ busyUntil: number;
}>;

/** What a call under a key meets: nobody yet, the stored answer, or a trouble. */
export type KeyUse = Readonly<{ kind: 'first' | 'in_use' | 'otherwise' } | { kind: 'again'; reply: Reply }>;

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

  /** Begins a call under a key, or says what stands in its way. */
  begin(account: string, key: string, path: string, params: unknown): KeyUse {
    const id = `${account}\n${key}`;
    const fingerprint = fingerprintOf(path, params);
    const used = this.keys.get(id);
    if (used === undefined || used.firstUsed + KEY_LIFETIME_MS < Date.now()) {
      this.keys.set(id, { id, fingerprint, firstUsed: Date.now(), busyUntil: 0 });
      return { kind: 'first' };
    }
    if (used.fingerprint !== fingerprint) return { kind: 'otherwise' };
    if (used.answer === undefined || used.busyUntil > Date.now()) return { kind: 'in_use' };
    this.replays.set(id, this.timesReplayed(account, key) + 1);
    return { kind: 'again', reply: { ...used.answer, headers: { 'idempotent-replayed': 'true' } } };
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
}
