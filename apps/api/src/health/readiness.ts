import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isMigrated, openDatabase, type Database } from '@zikui/persistence';
import { Env } from '../env';
import { RefundProcesses } from '../process/refund-processes';

export type Readiness = Readonly<{
  status: 'ready' | 'degraded' | 'not_ready';
  database: 'up' | 'down' | 'not_migrated';
  temporal: 'up' | 'down';
  stopping: boolean;
}>;

const PROBE_LIMIT_MS = 900;

/**
 * Whether this process may be given work. Without Temporal it may: refunds are accepted and started later. The probe
 * has a connection of its own, so that a pool full of slow work does not make a healthy process look dead.
 */
@Injectable()
export class ReadinessProbe implements OnApplicationShutdown {
  private stopping = false;
  private probe: Promise<Database> | undefined;

  constructor(
    private readonly env: Env,
    private readonly processes: RefundProcesses,
  ) {}

  /** From now on balancers are told to send nothing more. */
  stop(): void {
    this.stopping = true;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  async look(): Promise<Readiness> {
    const [database, answers] = await Promise.all([this.databaseState(), this.processes.answers()]);
    const mayWork = database === 'up' && !this.stopping;
    return {
      status: mayWork ? (answers ? 'ready' : 'degraded') : 'not_ready',
      database,
      temporal: answers ? 'up' : 'down',
      stopping: this.stopping,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.probe?.catch(() => undefined))?.close();
  }

  private databaseState(): Promise<Readiness['database']> {
    const limit = new Promise<'down'>((resolve) => setTimeout(() => resolve('down'), PROBE_LIMIT_MS).unref());
    const asked = this.open()
      .then(isMigrated)
      .then((migrated) => (migrated ? ('up' as const) : ('not_migrated' as const)))
      .catch(() => 'down' as const);
    return Promise.race([asked, limit]);
  }

  private open(): Promise<Database> {
    this.probe ??= openDatabase({ url: this.env.DATABASE_URL, poolSize: 1, applicationName: 'zikui-api-health' }).catch(
      (error: unknown) => {
        this.probe = undefined; // Tried again by the next probe.
        throw error;
      },
    );
    return this.probe;
  }
}
