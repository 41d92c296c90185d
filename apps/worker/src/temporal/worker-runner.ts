import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { temporalConnectionOptions } from '@zikui/process-client';
import { Env } from '../env';
import { connectWithBackoff } from './connect';
import { WorkerSpecs } from './worker-specs.provider';

/** Time that running activities get to end by themselves at a stop. There is no force: a call that was sent is finished and recorded. */
const GRACE = '25s';

/** Runs the Temporal workers of this process and drains them before anything they need is closed. */
@Injectable()
export class WorkerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Workers');
  private readonly workers: Worker[] = [];
  private connection: NativeConnection | undefined;
  private runs: Promise<void>[] = [];
  private stopping = false;
  private booted: Promise<void> = Promise.resolve();

  constructor(
    private readonly env: Env,
    private readonly specs: WorkerSpecs,
  ) {}

  /** Does not wait for Temporal: the health server answers "not ready" meanwhile. */
  onApplicationBootstrap(): void {
    this.booted = this.start().catch((error: unknown) => this.fail(error));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.booted;
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.all(this.runs);
    await this.connection?.close();
  }

  /** True while every worker polls. */
  get running(): boolean {
    return (
      this.runs.length === this.specs.list.length && this.workers.every((worker) => worker.getState() === 'RUNNING')
    );
  }

  private async start(): Promise<void> {
    if (this.specs.list.length === 0) return;
    this.connection = await connectWithBackoff(
      temporalConnectionOptions(),
      () => this.stopping,
      (pauseMs) => this.log.warn(`Temporal does not answer; next try in ${pauseMs} ms`),
    );
    if (this.connection === undefined) return;
    for (const spec of this.specs.list) {
      this.workers.push(
        await Worker.create({
          ...spec,
          connection: this.connection,
          namespace: this.env.TEMPORAL_NAMESPACE,
          shutdownGraceTime: GRACE,
        }),
      );
    }
    this.runs = this.workers.map((worker) => worker.run().catch((error: unknown) => this.fail(error)));
    this.log.log(`Polling ${this.specs.list.map(({ taskQueue }) => taskQueue).join(', ')}`);
  }

  /** A worker that failed is never made anew in the process: its supervisor starts a clean one. */
  private fail(error: unknown): void {
    if (this.stopping) return;
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  }
}
