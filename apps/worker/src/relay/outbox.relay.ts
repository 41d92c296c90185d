import { Injectable, Logger } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { failpoint } from '@zikui/failpoint';
import { OutboxStore, type StartRefund } from '@zikui/persistence';
import { startRefund } from '@zikui/process-client';
import { deliverEach, nameOf, type Box } from './box';

const LIMIT_MS = 5_000;

/** Starts the processes of refunds whose api could not. A process that is there already is as good. */
@Injectable()
export class OutboxRelay implements Box {
  readonly name = 'outbox';
  private readonly log = new Logger('Relay');

  constructor(
    private readonly client: Client,
    private readonly outbox: OutboxStore,
  ) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.outbox.due(limit),
      (start) => this.start(start),
      ({ refundId }, error) => this.log.warn({ refundId, error: nameOf(error) }, 'A process was not started'),
    );
  }

  private async start(start: StartRefund): Promise<void> {
    const outcome = await startRefund(this.client, start, LIMIT_MS);
    await failpoint('relay.after_start');
    if (outcome !== 'no_answer') await this.outbox.started(start.refundId);
  }
}
