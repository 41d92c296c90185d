import { Injectable, Logger } from '@nestjs/common';

/**
 * While callers wait for answers, what follows from earlier ones goes on one at a time, with pauses as long as itself: a
 * burst is answered first.
 */
const MOST_BESIDE_REQUESTS = 1;
const MOST_AT_ONCE = 8;
/** About what a relay takes over in its first minute. */
const MOST_WAITING = 1_000;

type Work = () => Promise<void>;

/** Work that begins when the answer has gone out. It may fail, or find no place: what it leaves undone, a relay does from the database. */
@Injectable()
export class AfterAnswer {
  private readonly log = new Logger('AfterAnswer');
  private readonly running = new Set<Promise<void>>();
  private readonly waiting: Work[] = [];
  private requests = 0;
  private pause: NodeJS.Timeout | undefined;

  requestBegins(): void {
    this.requests += 1;
  }

  requestEnds(): void {
    this.requests -= 1;
    this.goOn();
  }

  run(work: Work): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(work);
    else this.log.warn('Left to the relay: too much waits already');
    this.goOn();
  }

  /** Resolves when nothing runs or waits any more; what is left then has nobody to wait for. */
  async settled(): Promise<void> {
    this.requests = 0;
    while (this.running.size + this.waiting.length > 0) {
      this.goOn();
      await Promise.all(this.running);
    }
  }

  private goOn(): void {
    if (this.requests > 0 && this.pause) return;
    const most = this.requests > 0 ? MOST_BESIDE_REQUESTS : MOST_AT_ONCE;
    while (this.running.size < most) {
      const next = this.waiting.shift();
      if (!next) return;
      this.begin(next);
    }
  }

  private rest(ms: number): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.goOn();
    }, ms);
  }

  private begin(work: Work): void {
    const begun = performance.now();
    const running = work()
      .catch((error: unknown) => this.log.error({ err: error }, 'Left to the relay'))
      .finally(() => {
        this.running.delete(running);
        this.rest(performance.now() - begun);
        this.goOn();
      });
    this.running.add(running);
  }
}
