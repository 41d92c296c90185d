import { Injectable } from '@nestjs/common';
import { Database, isMigrated } from '@zikui/persistence';
import { WorkerRunner } from '../temporal/worker-runner';

const LIMIT_MS = 1_000;
export type ReadinessState = Readonly<{ ready: boolean; workers: boolean; database: boolean }>;

/** Whether this process can do its work now. */
@Injectable()
export class Readiness {
  constructor(
    private readonly workers: WorkerRunner,
    private readonly database: Database,
  ) {}

  /** Answers within a second, whatever the database does. */
  async look(): Promise<ReadinessState> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), LIMIT_MS);
    });
    const migrated = isMigrated(this.database).catch(() => false);
    const database = await Promise.race([migrated, limit]);
    clearTimeout(timer);
    const workers = this.workers.running;
    return { ready: workers && database, workers, database };
  }
}
