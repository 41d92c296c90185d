import { Injectable, Logger } from '@nestjs/common';

/** While callers wait for answers, what follows from earlier ones goes on one at a time: a burst is answered first. */
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

  /** Resolves when nothing runs or waits any more. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private goOn(): void {
    const most = this.requests > 0 ? MOST_BESIDE_REQUESTS : MOST_AT_ONCE;
    while (this.running.size < most) {
      const next = this.waiting.shift();
      if (!next) return;
      this.begin(next);
    }
  }

  private begin(work: Work): void {
    const running = work()
      .catch((error: unknown) => this.log.error({ err: error }, 'Left to the relay'))
      .finally(() => {
        this.running.delete(running);
        this.goOn();
      });
    this.running.add(running);
  }
}
