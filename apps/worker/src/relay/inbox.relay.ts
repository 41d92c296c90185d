import { Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { InboxStore } from '@zikui/persistence';
import { signalProcess } from '@zikui/process-client';

const LIMIT_MS = 5_000;

/** Wakes processes with facts that were recorded when they came. A process that is over needs no waking. */
@Injectable()
export class InboxRelay {
  constructor(
    private readonly client: Client,
    private readonly inbox: InboxStore,
  ) {}

  /** Gives how many signals it took. */
  async deliver(limit: number): Promise<number> {
    const due = await this.inbox.due(limit);
    await Promise.all(
      due.map(async (signal) => {
        const outcome = await signalProcess(this.client, signal, LIMIT_MS);
        if (outcome === 'signalled') await this.inbox.signalled(signal.inboxId);
        if (outcome === 'closed') await this.inbox.late(signal.inboxId);
      }),
    );
    return due.length;
  }
}
