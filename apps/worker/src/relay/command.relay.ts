import { Injectable, Logger } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { ERROR_CODES, isClosed, type ErrorCode } from '@zikui/domain';
import { RefundCommandStore, RefundReadStore, type RefundCommand } from '@zikui/persistence';
import { sendCommand } from '@zikui/process-client';
import { deliverEach, nameOf, type Box } from './box';

const LIMIT_MS = 5_000;

/** Sends commands again that were neither answered nor lost for sure, under the same id, until each has an end. */
@Injectable()
export class CommandRelay implements Box {
  readonly name = 'commands';
  private readonly log = new Logger('Relay');

  constructor(
    private readonly client: Client,
    private readonly commands: RefundCommandStore,
    private readonly refunds: RefundReadStore,
  ) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.commands.due(limit),
      (command) => this.send(command),
      ({ id }, error) => this.log.warn({ commandId: id, error: nameOf(error) }, 'A command was not sent'),
    );
  }

  private async send(command: RefundCommand): Promise<void> {
    const { id, workflowId, name, payload } = command;
    const outcome = await sendCommand(this.client, { workflowId, updateId: id, name, payload }, LIMIT_MS);
    if (outcome.kind === 'done') await this.commands.done(id, { ...outcome.answer });
    if (outcome.kind === 'refused') await this.commands.refused(id, knownCode(outcome.code));
    if (outcome.kind === 'no_process') await this.withoutProcess(command);
  }

  /** A process that has ended takes no command any more; one that has not begun will take it at a later try. */
  private async withoutProcess({ id, merchantId, refundId, name }: RefundCommand): Promise<void> {
    const refund = await this.refunds.find(merchantId, refundId);
    if (refund !== undefined && !isClosed(refund.status)) return;
    await this.commands.refused(id, name === 'decide' ? 'step_not_open' : 'invalid_state');
  }
}

/** A process of a newer release may refuse with a code that this one does not know. */
const knownCode = (code: string): ErrorCode => ERROR_CODES.find((known) => known === code) ?? 'invalid_state';
