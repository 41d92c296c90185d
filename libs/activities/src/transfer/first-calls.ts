/** At most this many calls to one gateway are made inside tasks of processes at once in one program. */
const MOST_AT_ONCE = 16;
/** A gateway that takes longer keeps processes from hearing messages: the next calls go by its queue. */
export const SLOW_CALL_MS = 2_000;
/** After a slow call, or one without a clear answer, nobody else waits in vain for so long. */
const PAUSE_MS = 30_000;

/** Decides which calls to a gateway may be made inside the task that asks for them; `later` leaves one to the gateway's queue. */
export interface CallsAtOnce {
  run<Outcome extends string>(gateway: string, call: () => Promise<Outcome>): Promise<Outcome | 'later'>;
}
/** For programs that call no gateways themselves. */
export const BY_QUEUE_ONLY: CallsAtOnce = { run: async () => 'later' };

/**
 * Lets calls be made at once to gateways that answer quickly. The rest, and everybody during a pause, take the gateway's
 * queue, so that a slow or troubled gateway slows no other refund down.
 */
export class FirstCalls implements CallsAtOnce {
  private readonly running = new Map<string, number>();
  private readonly pausedUntilMs = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /**
   * Makes the call unless too many run or the gateway was just found wanting; `later` = not made, or it ended in a way
   * that the queue has to take up. A call that was begun is waited for to its end, and never throws.
   */
  async run<Outcome extends string>(gateway: string, call: () => Promise<Outcome>): Promise<Outcome | 'later'> {
    if (this.runningAt(gateway) >= MOST_AT_ONCE || this.now() < (this.pausedUntilMs.get(gateway) ?? 0)) return 'later';
    this.running.set(gateway, this.runningAt(gateway) + 1);
    const begunMs = this.now();
    let outcome: Outcome | 'later' = 'later';
    try {
      outcome = await call();
    } catch {
      // Whatever it was, the queue's own try meets it again and says it.
    }
    this.running.set(gateway, this.runningAt(gateway) - 1);
    const isTroubled = outcome === 'later' || outcome === 'unknown' || this.now() - begunMs > SLOW_CALL_MS;
    if (isTroubled) this.pausedUntilMs.set(gateway, this.now() + PAUSE_MS);
    return outcome;
  }

  private runningAt(gateway: string): number {
    return this.running.get(gateway) ?? 0;
  }
}
