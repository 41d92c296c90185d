import { Injectable, Logger } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { OutboxSignalStore, type DueOutboxSignal } from '@zikui/persistence';
import { signalProcess } from '@zikui/process-client';
import { deliverEach, nameOf, type Box } from './box';

const LIMIT_MS = 5_000;

/** Wakes processes that wait for something of our own doing, such as a hold that was lifted. A process that is over needs no waking. */
@Injectable()
export class OutboxSignalRelay implements Box {
  readonly name = 'outbox signals';
  private readonly log = new Logger('Relay');

  constructor(
    private readonly client: Client,
    private readonly signals: OutboxSignalStore,
  ) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.signals.due(limit),
      (signal) => this.wake(signal),
      ({ id }, error) => this.log.warn({ signalId: id, error: nameOf(error) }, 'A process was not woken'),
    );
  }

  private async wake(signal: DueOutboxSignal): Promise<void> {
    const outcome = await signalProcess(this.client, signal, LIMIT_MS);
    if (outcome !== 'no_answer') await this.signals.delivered(signal.id);
  }
}
