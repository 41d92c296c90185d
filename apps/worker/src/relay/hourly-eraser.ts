import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Env } from '../env';
import { nameOf } from './box';

const HOUR_MS = 3_600_000;
const AT_ONCE = 500;

/** Erases, each hour, what was kept long enough, in the workers that do the chores. Any number of workers may do so at once. */
export abstract class HourlyEraser implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log: Logger;
  private timer: NodeJS.Timeout | undefined;
  private erasing: Promise<void> = Promise.resolve();
  private stopped = false;

  protected constructor(
    private readonly env: Env,
    /** What it erases, for the log. */ private readonly what: string,
  ) {
    this.log = new Logger(what);
  }

  /** Erases so many at most, and tells how many it erased. Safe to repeat. */
  protected abstract eraseSome(most: number): Promise<number>;

  onApplicationBootstrap(): void {
    if (this.env.WORKER_ROLES.includes('ops')) this.next(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.erasing;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.erasing = this.erase().then((isFull) => this.next(isFull ? 0 : HOUR_MS));
    }, afterMs);
  }

  /** True when more is likely there. What could not be erased is tried again in an hour. */
  private async erase(): Promise<boolean> {
    try {
      const erased = await this.eraseSome(AT_ONCE);
      if (erased > 0) this.log.log({ erased }, `${this.what} were erased`);
      return erased >= AT_ONCE;
    } catch (error) {
      this.log.warn({ error: nameOf(error) }, `${this.what} could not be erased`);
      return false;
    }
  }
}
