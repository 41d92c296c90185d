const WINDOW_MS = 60_000;
const LONGEST_BLOCK_MS = 15 * 60_000;
const MOST_ADDRESSES = 10_000;

type Failures = { count: number; windowEndsAt: number; blockedUntil: number; blocks: number };

/** Slows down whoever tries keys: an address with too many bad ones in a minute must wait, each time twice as long. */
export class FailedKeys {
  private readonly addresses = new Map<string, Failures>();

  constructor(private readonly perMinute: number) {}

  /** Seconds that this address must wait; 0 when it may try. */
  waitSeconds(address: string, nowMs: number): number {
    const record = this.addresses.get(address);
    return record && record.blockedUntil > nowMs ? Math.ceil((record.blockedUntil - nowMs) / 1_000) : 0;
  }

  failed(address: string, nowMs: number): void {
    const record = this.recordOf(address);
    if (nowMs >= record.windowEndsAt) {
      if (nowMs >= record.windowEndsAt + LONGEST_BLOCK_MS) record.blocks = 0; // Quiet for long: forgiven.
      record.count = 0;
      record.windowEndsAt = nowMs + WINDOW_MS;
    }
    if (++record.count < this.perMinute) return;
    record.blockedUntil = nowMs + Math.min(WINDOW_MS * 2 ** record.blocks, LONGEST_BLOCK_MS);
    record.blocks++;
    record.count = 0;
    record.windowEndsAt = record.blockedUntil;
  }

  private recordOf(address: string): Failures {
    const known = this.addresses.get(address);
    if (known) return known;
    const oldest = this.addresses.size >= MOST_ADDRESSES ? this.addresses.keys().next() : undefined;
    if (oldest?.done === false) this.addresses.delete(oldest.value);
    const fresh = { count: 0, windowEndsAt: 0, blockedUntil: 0, blocks: 0 };
    this.addresses.set(address, fresh);
    return fresh;
  }
}
