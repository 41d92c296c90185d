import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ApplicationFailure,
  CancellationScope,
  ChildWorkflowCancellationType,
  ChildWorkflowFailure,
  executeChild,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  sleep,
  TemporalFailure,
} from '@temporalio/workflow';
import type { OpenedRefund } from '@zikui/activities';
import type { RefundProcess } from '../refund/refund-process';
import { REFUND_TASK_QUEUE, returnWorkflowId } from '../refund/refund.contract';
import { windowMoved, type ReturnShipmentEnd, type ReturnShipmentInput } from './return-shipment.contract';
import type { returnShipmentWorkflow } from './return-shipment.workflow';

export type Goods = NonNullable<OpenedRefund['goods']>;

/** The child process that waits for the goods, as its refund sees it. */
export class AwaitedShipment {
  /** How the child ended; `undefined` while it waits, and when it was stopped. */ end: ReturnShipmentEnd | undefined;
  private readonly scope = new CancellationScope();
  private readonly workflowId: string;
  private readonly ended: Promise<void>;
  private dueAtMs: number;

  /** Begins to wait. A defect of the child breaks the refund's process. */
  constructor({ input, dueAtMs, aside }: RefundProcess, { no, returnId, moneyOn, dueAtMs: windowMs }: Goods) {
    const { merchantId, refundId } = input;
    this.workflowId = returnWorkflowId(merchantId, refundId, no);
    this.dueAtMs = dueAtMs ?? windowMs;
    this.ended = this.await({ v: 1, merchantId, refundId, returnId, moneyOn, dueAtMs: this.dueAtMs });
    aside.begin(this.ended);
  }

  /** Moves the window in which the goods are awaited, if it is another one. */
  async awaitUntil(dueAtMs: number | null): Promise<void> {
    if (this.end !== undefined || dueAtMs === null || dueAtMs === this.dueAtMs) return;
    this.dueAtMs = dueAtMs;
    await getExternalWorkflowHandle(this.workflowId).signal(windowMoved, { dueAtMs });
  }

  /** Stops waiting. Changes nothing when the child has ended. */
  async stop(): Promise<void> {
    this.scope.cancel();
    await this.ended;
  }

  private async await(input: ReturnShipmentInput): Promise<void> {
    while (this.end === undefined && !this.scope.consideredCancelled) {
      try {
        this.end = await this.scope.run(() => this.execute({ ...input, dueAtMs: this.dueAtMs }));
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) await this.stopForerunner();
        // Stopped by us, or by an operator: the goods are awaited still, so it begins again. A failed child is a defect.
        else if (!(error instanceof ChildWorkflowFailure) || error.cause instanceof ApplicationFailure) throw error;
      }
    }
  }

  /** A run that was reset left its child behind, which speaks to nobody any more. */
  private async stopForerunner(): Promise<void> {
    try {
      await getExternalWorkflowHandle(this.workflowId).cancel();
    } catch (error) {
      if (!(error instanceof TemporalFailure)) throw error; // It has ended meanwhile: as good.
    }
    await sleep('1 second', { summary: 'Let the forerunner end' });
  }

  private execute(input: ReturnShipmentInput): Promise<ReturnShipmentEnd> {
    return executeChild<typeof returnShipmentWorkflow>('returnShipmentWorkflow', {
      workflowId: this.workflowId,
      taskQueue: REFUND_TASK_QUEUE,
      args: [input],
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      cancellationType: ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED,
      staticSummary: `Wait for the goods, money goes on ${input.moneyOn}`,
    });
  }
}
