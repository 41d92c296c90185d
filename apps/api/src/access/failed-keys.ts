import { countFailure, type FailureCount } from '@zikui/domain';

const MOST_ADDRESSES = 10_000;
/** Counts what every process of the service saw; gives until when the address is blocked, in milliseconds since 1970. */
export type SharedCount = (address: string) => Promise<number>;

/**
 * Slows down whoever tries keys: an address with too many bad ones in a minute must wait, each time twice as long. Every
 * process counts for itself, and asks the common count at each failure: a right key costs no such question.
 */
export class FailedKeys {
  private readonly addresses = new Map<string, FailureCount>();

  constructor(
    private readonly perMinute: number,
    private readonly shared: SharedCount = async () => 0,
  ) {}

  /** Seconds that this address must wait; 0 when it may try. */
  waitSeconds(address: string, nowMs: number): number {
    const until = this.addresses.get(address)?.blockedUntil ?? 0;
    return until > nowMs ? Math.ceil((until - nowMs) / 1_000) : 0;
  }

  /** Throws `unavailable` while the common count cannot be asked: nothing was decided about the key then, either. */
  async failed(address: string, nowMs: number): Promise<void> {
    this.remember(address, countFailure(this.addresses.get(address), nowMs, this.perMinute));
    const blockedUntil = await this.shared(address);
    // Others of this address may have been counted meanwhile.
    const own = this.addresses.get(address);
    if (own && own.blockedUntil < blockedUntil) this.remember(address, { ...own, blockedUntil });
  }

  private remember(address: string, count: FailureCount): void {
    const oldest =
      this.addresses.size >= MOST_ADDRESSES && !this.addresses.has(address) ? this.addresses.keys().next() : undefined;
    if (oldest?.done === false) this.addresses.delete(oldest.value);
    this.addresses.set(address, count);
  }
}
