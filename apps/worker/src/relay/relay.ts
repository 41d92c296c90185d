import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '../env';
import { nameOf, type Box } from './box';
import { BackTestRelay } from './back-test.relay';
import { CommandRelay } from './command.relay';
import { DeadlineRelay } from './deadline.relay';
import { HoldRelay } from './hold.relay';
import { InboxRelay } from './inbox.relay';
import { NoticeRelay } from './notice.relay';
import { OwnMessageRelay } from './own-message.relay';
import { OutboxRelay } from './outbox.relay';
import { OutboxSignalRelay } from './outbox-signal.relay';
import { StaffMessageRelay } from './staff-message.relay';
import { UnmatchedRelay } from './unmatched.relay';

/** Delivers what an api process could not: starts, signals and commands that lie in the database. Each item is taken by one relay at a time and offered again until it has an end. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Relay');
  private readonly boxes: readonly Box[];
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly env: Env,
    outbox: OutboxRelay,
    unmatched: UnmatchedRelay,
    inbox: InboxRelay,
    commands: CommandRelay,
    signals: OutboxSignalRelay,
    holds: HoldRelay,
    backTests: BackTestRelay,
    deadlines: DeadlineRelay,
    notices: NoticeRelay,
    staff: StaffMessageRelay,
    own: OwnMessageRelay,
  ) {
    this.boxes = [outbox, unmatched, inbox, commands, holds, signals, deadlines, notices, staff, own, backTests];
  }

  onApplicationBootstrap(): void {
    if (this.env.WORKER_ROLES.includes('relay')) this.next(0);
  }

  /** Lets the running round end: what it took has been delivered or will be offered again. */
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

  /** Takes one batch of each box; true when one was full, so that more is likely there. A box that fails is told of and tried in the next round. */
  private async run(): Promise<boolean> {
    const taken = await Promise.all(
      this.boxes.map((box) =>
        box.deliver(this.env.RELAY_BATCH).catch((error: unknown) => {
          this.log.warn({ box: box.name, error: nameOf(error) }, 'A box could not be read');
          return 0;
        }),
      ),
    );
    return taken.some((count) => count >= this.env.RELAY_BATCH);
  }
}
