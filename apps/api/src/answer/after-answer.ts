import { Injectable, Logger } from '@nestjs/common';

/** Work that begins when the answer has gone out. It may fail: what it leaves undone, a relay does from the database. */
@Injectable()
export class AfterAnswer {
  private readonly log = new Logger('AfterAnswer');
  private readonly running = new Set<Promise<void>>();

  run(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => this.log.error({ err: error }, 'Left to the relay'))
      .finally(() => this.running.delete(running));
    this.running.add(running);
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
