import { Injectable, Logger } from '@nestjs/common';

/** Requests come before what follows from them: a burst is answered first and worked off behind, a few at a time. */
const MOST_AT_ONCE = 2;
/** About what a relay takes over in its first minute. */
const MOST_WAITING = 1_000;

type Work = () => Promise<void>;

/** Work that begins when the answer has gone out. It may fail, or find no place: what it leaves undone, a relay does from the database. */
@Injectable()
export class AfterAnswer {
  private readonly log = new Logger('AfterAnswer');
  private readonly running = new Set<Promise<void>>();
  private readonly waiting: Work[] = [];

  run(work: Work): void {
    if (this.running.size < MOST_AT_ONCE) this.begin(work);
    else if (this.waiting.length < MOST_WAITING) this.waiting.push(work);
    else this.log.warn('Left to the relay: too much waits already');
  }

  /** Resolves when nothing runs or waits any more. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private begin(work: Work): void {
    const running = work()
      .catch((error: unknown) => this.log.error({ err: error }, 'Left to the relay'))
      .finally(() => {
        this.running.delete(running);
        const next = this.waiting.shift();
        if (next) this.begin(next);
      });
    this.running.add(running);
  }
}
