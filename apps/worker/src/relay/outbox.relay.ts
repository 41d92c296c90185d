import { Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { OutboxStore } from '@zikui/persistence';
import { startRefund } from '@zikui/process-client';

const LIMIT_MS = 5_000;

/** Starts the processes of refunds whose api could not. A process that is there already is as good. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly client: Client,
    private readonly outbox: OutboxStore,
  ) {}

  /** Gives how many starts it took. */
  async deliver(limit: number): Promise<number> {
    const due = await this.outbox.due(limit);
    await Promise.all(
      due.map(async (start) => {
        const outcome = await startRefund(this.client, start, LIMIT_MS);
        if (outcome !== 'no_answer') await this.outbox.started(start.refundId);
      }),
    );
    return due.length;
  }
}
