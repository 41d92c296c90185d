import { RefundError } from '@zikui/domain';

/** Of a pool's connections, the part that requests of one merchant may hold while they wait for each other's locks. */
const SHARE_OF_POOL = 0.4;
/** A crowd of two hundred is told what became of its refunds, and not to come back. */
const LONGEST_QUEUE = 400;
/** With the two that a statement may wait for a lock, every caller has his answer within five seconds. */
const LONGEST_WAIT_MS = 3_000;
/** A turn lasts milliseconds: whoever comes back then finds the crowd gone. */
const REPEAT_AFTER_SECONDS = 1;

type Waiting = Readonly<{ enter: () => void; timer: NodeJS.Timeout }>;
type Crowd = { inside: number; readonly waiting: Waiting[] };

/**
 * How many requests of one merchant are accepted at once by this process. They wait for locks of their merchant, their
 * sale, their member of staff, and whoever waits for a lock holds a connection: without a bound one merchant's crowd
 * would take the whole pool. The others wait here, first come first served, and hold nothing.
 */
export class AcceptingTurns {
  private readonly crowds = new Map<string, Crowd>();
  private readonly atOnce: number;

  constructor(
    poolSize: number,
    private readonly limits: Readonly<{ longestQueue: number; longestWaitMs: number }> = {
      longestQueue: LONGEST_QUEUE,
      longestWaitMs: LONGEST_WAIT_MS,
    },
  ) {
    this.atOnce = Math.max(1, Math.floor(poolSize * SHARE_OF_POOL));
  }

  /**
   * Takes a turn, which the caller gives back by `leave`. Nothing to wait for while one is free; else a promise that
   * rejects with `too_many_at_once` when none came free in time. Throws the same when too many wait already.
   */
  enter(merchantId: string): Promise<void> | undefined {
    const crowd = this.crowds.get(merchantId);
    if (crowd === undefined) {
      this.crowds.set(merchantId, { inside: 1, waiting: [] });
      return undefined;
    }
    if (crowd.inside < this.atOnce) {
      crowd.inside += 1;
      return undefined;
    }
    if (crowd.waiting.length >= this.limits.longestQueue) throw tooMany();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        crowd.waiting.splice(crowd.waiting.indexOf(waiting), 1);
        reject(tooMany());
      }, this.limits.longestWaitMs);
      const waiting: Waiting = { enter: resolve, timer };
      crowd.waiting.push(waiting);
    });
  }

  /** Gives the turn to whoever waits longest. */
  leave(merchantId: string): void {
    const crowd = this.crowds.get(merchantId);
    if (crowd === undefined) throw new Error('a turn was given back that nobody took');
    const next = crowd.waiting.shift();
    if (next !== undefined) {
      clearTimeout(next.timer);
      next.enter();
      return;
    }
    crowd.inside -= 1;
    // Kept only while somebody is inside, so that the table never grows with the number of merchants.
    if (crowd.inside === 0) this.crowds.delete(merchantId);
  }
}

const tooMany = (): RefundError => new RefundError('too_many_at_once', { retryAfterSeconds: REPEAT_AFTER_SECONDS });
