import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '../env';
import { CommandRelay } from './command.relay';
import { InboxRelay } from './inbox.relay';
import { OutboxRelay } from './outbox.relay';

/** Delivers what an api process could not: starts, signals and commands that lie in the database. Each box is taken by one relay at a time and offered again until it is empty. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Relay');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly env: Env,
    private readonly outbox: OutboxRelay,
    private readonly inbox: InboxRelay,
    private readonly commands: CommandRelay,
  ) {}

  onApplicationBootstrap(): void {
    if (this.env.WORKER_ROLES.includes('relay')) this.next(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.run().then((full) => this.next(full ? 0 : this.env.RELAY_EVERY_MS));
    }, afterMs);
  }

  /** Empties each box by one batch; true when one was full, so that more is likely there. A box that fails is told of and tried in the next round. */
  private async run(): Promise<boolean> {
    const boxes = { outbox: this.outbox, inbox: this.inbox, commands: this.commands };
    const taken = await Promise.all(
      Object.entries(boxes).map(([name, box]) =>
        box.deliver(this.env.RELAY_BATCH).catch((error: unknown) => {
          this.log.warn(`${name}: ${error instanceof Error ? error.message : String(error)}`);
          return 0;
        }),
      ),
    );
    return taken.some((count) => count >= this.env.RELAY_BATCH);
  }
}
