import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { scheduleReconciliation } from '@zikui/process-client';
import { Env } from '../env';

const LIMIT_MS = 5_000;
const AGAIN_MS = 10_000;

/** Makes the schedule of the comparisons when a worker with the role `ops` starts; any number of workers make one. */
@Injectable()
export class ReconciliationSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Schedule');
  private timer: NodeJS.Timeout | undefined;
  private making: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly env: Env,
    private readonly client: Client,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.WORKER_ROLES.includes('ops')) this.next(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.making;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.making = this.make().then((made) => (made ? undefined : this.next(AGAIN_MS)));
    }, afterMs);
  }

  /** False while Temporal is away. */
  private async make(): Promise<boolean> {
    try {
      return (await scheduleReconciliation(this.client, this.env.RECONCILE_EVERY_MS, LIMIT_MS)) !== 'no_answer';
    } catch (error) {
      this.log.warn({ error: error instanceof Error ? error.name : 'error' }, 'The schedule could not be made');
      return false;
    }
  }
}
