export type Taken = Readonly<{
  allowed: boolean;
  remaining: number;
  /** Until the next call is allowed, or the bucket is full again. */ seconds: number;
}>;

type Level = { tokens: number; at: number };

/** So many calls a second for each key, saved up to one second's worth unless told otherwise. Counts in this process alone. */
export class TokenBucket {
  private readonly levels = new Map<string, Level>();

  constructor(
    readonly perSecond: number,
    private readonly mostKeys = 10_000,
    private readonly mostSaved = perSecond,
  ) {}

  take(key: string, nowMs: number): Taken {
    const level = this.levelOf(key);
    level.tokens = Math.min(this.mostSaved, level.tokens + (Math.max(0, nowMs - level.at) / 1_000) * this.perSecond);
    level.at = nowMs;
    const allowed = level.tokens >= 1;
    if (allowed) level.tokens -= 1;
    return { allowed, remaining: Math.floor(level.tokens), seconds: 1 };
  }

  private levelOf(key: string): Level {
    const known = this.levels.get(key);
    if (known) return known;
    // The longest known key goes first. It then begins with a full bucket again, which is no harm at this size.
    const oldest = this.levels.size >= this.mostKeys ? this.levels.keys().next() : undefined;
    if (oldest?.done === false) this.levels.delete(oldest.value);
    const fresh = { tokens: this.mostSaved, at: 0 };
    this.levels.set(key, fresh);
    return fresh;
  }
}
