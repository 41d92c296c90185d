import { Injectable, Logger } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { InboxStore, type DueSignal } from '@zikui/persistence';
import { signalProcess } from '@zikui/process-client';
import { deliverEach, nameOf, type Box } from './box';

const LIMIT_MS = 5_000;

/** Wakes processes with facts that were recorded when they came. A process that is over needs no waking. */
@Injectable()
export class InboxRelay implements Box {
  readonly name = 'inbox';
  private readonly log = new Logger('Relay');

  constructor(
    private readonly client: Client,
    private readonly inbox: InboxStore,
  ) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.inbox.due(limit),
      (signal) => this.wake(signal),
      ({ inboxId }, error) => this.log.warn({ inboxId, error: nameOf(error) }, 'A process was not woken'),
    );
  }

  private async wake(signal: DueSignal): Promise<void> {
    const outcome = await signalProcess(this.client, signal, LIMIT_MS);
    if (outcome === 'signalled') await this.inbox.signalled(signal.inboxId);
    if (outcome === 'closed') await this.inbox.late(signal.inboxId);
  }
}
