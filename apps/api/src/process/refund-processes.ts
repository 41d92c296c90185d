import { Injectable, Logger } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { failpoint } from '@zikui/failpoint';
import type { RefundCommand, SignalToSend, StartRefund } from '@zikui/persistence';
import {
  sendCommand,
  signalProcess,
  startBackTest,
  startReconciliation,
  startRefund,
  type CommandOutcome,
} from '@zikui/process-client';

/** How long a caller, or the end of a request, may wait for Temporal. What is not answered by then is left to the relays. */
const START_LIMIT_MS = 1_000;
const COMMAND_LIMIT_MS = 2_000;
const SIGNAL_LIMIT_MS = 2_000;
const PROBE_LIMIT_MS = 800;

/** The processes of refunds as this service meets them. Everything it asks of them is stored before, so none of it is ever lost here. */
@Injectable()
export class RefundProcesses {
  private readonly log = new Logger('RefundProcesses');

  constructor(
    private readonly client: Client,
    private readonly connection: Connection,
  ) {}

  /** Starts the process of an accepted refund. */
  async start(start: StartRefund): Promise<void> {
    const started = await startRefund(this.client, start, START_LIMIT_MS);
    await failpoint('api.after_start');
    if (started === 'no_answer') this.log.warn({ refundId: start.refundId }, 'Start left to the relay');
  }

  /** Starts a comparison that is written down. */
  async startReconciliation(start: Readonly<{ merchantId: string; reconciliationId: string }>): Promise<void> {
    const started = await startReconciliation(this.client, start, START_LIMIT_MS);
    if (started === 'no_answer') this.log.warn(start, 'Comparison left to the schedule');
  }

  /** Starts a back-test that is written down. */
  async startBackTest(start: Readonly<{ merchantId: string; backTestId: string }>): Promise<void> {
    const started = await startBackTest(this.client, start, START_LIMIT_MS);
    if (started === 'no_answer') this.log.warn(start, 'Back-test left to the relay');
  }

  /** Sends a stored command. Anything but a clear answer is `pending`: the relay sends it again under the same id. */
  async command({ id, workflowId, name, payload }: RefundCommand): Promise<CommandOutcome> {
    try {
      return await sendCommand(this.client, { workflowId, updateId: id, name, payload }, COMMAND_LIMIT_MS);
    } catch (error) {
      this.log.error({ err: error, command: id }, 'Command left to the relay');
      return { kind: 'pending' };
    }
  }

  /** Tells a process of a fact that is already stored. */
  signal(signal: SignalToSend): Promise<'signalled' | 'closed' | 'no_answer'> {
    return signalProcess(this.client, signal, SIGNAL_LIMIT_MS);
  }

  /** Whether Temporal answers now. */
  async answers(): Promise<boolean> {
    const asked = this.connection.withDeadline(Date.now() + PROBE_LIMIT_MS, () =>
      this.connection.workflowService.getSystemInfo({}),
    );
    const limit = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PROBE_LIMIT_MS).unref());
    return Promise.race([
      asked.then(
        () => true,
        () => false,
      ),
      limit,
    ]);
  }
}
