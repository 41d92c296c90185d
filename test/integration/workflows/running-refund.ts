import { randomUUID } from 'node:crypto';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { sendCommand, signalProcess, startRefund, type CommandOutcome, type RefundStart } from '@zikui/process-client';
import {
  refundWorkflowId,
  repairWorkflowId,
  returnWorkflowId,
  type RefundCommandName,
} from '@zikui/workflows/contract';
import { releasedEvent, type RefundStatus, type ResolutionAction } from '@zikui/domain';
import { eventually } from './eventually';
import type { GatewayInMemory } from './gateway-in-memory';
import type { GatewayAct } from './refund-plan';
import type { RefundRow } from './refund-row';

export type Cost = Readonly<{ events: number; tasks: number; localWrites: number }>;

/** One refund under test: its row, its process, and the world that speaks to both. */
export class RunningRefund {
  constructor(
    private readonly client: Client,
    private readonly gateway: GatewayInMemory,
    readonly row: RefundRow,
  ) {}

  /** Of the process that carries it now: its own, or its last repair. */
  get workflowId(): string {
    const { merchantId, id, repairs } = this.row;
    return repairs === 0 ? refundWorkflowId(merchantId, id) : repairWorkflowId(merchantId, id, repairs);
  }

  get returnId(): string {
    return returnWorkflowId(this.row.merchantId, this.row.id, 1);
  }

  get handle(): WorkflowHandle {
    return this.client.workflow.getHandle(this.workflowId);
  }

  start(): RefundStart {
    const { id: refundId, merchantId, plan } = this.row;
    const { v, lookUpsMs, pendingLimitMs, pendingLimitsMs } = plan;
    const own = pendingLimitsMs === undefined ? {} : { pendingLimitsMs };
    return {
      merchantId,
      refundId,
      input: { v, merchantId, refundId, lookUpsMs, pendingLimitMs, ...own },
      searchAttributes: {
        merchant: merchantId,
        saleRef: 'S-1',
        gateway: plan.storeCredit ? 'store_credit' : 'stripe',
        reason: 'changed_mind',
        status: 'requested',
        amountMinor: 10_000,
        dueAt: null,
      },
    };
  }

  /** The end of the process: the status that it returns. */
  result(): Promise<unknown> {
    return this.handle.result();
  }

  /**
   * Waits until the refund stands there and its process has nothing left to do. Looks from outside: a query would be
   * answered within a workflow task and may split it, which changes the counts.
   */
  async stands(status: RefundStatus, openStep: number | null = null): Promise<void> {
    await eventually(
      async () => {
        const isThere = this.row.status === status && (openStep === null || this.row.step === openStep);
        return isThere && (await this.rests(this.workflowId)) ? true : undefined;
      },
      `${status} ${String(openStep ?? '')}`,
    );
  }

  command(name: RefundCommandName, payload: object, updateId: string = randomUUID()): Promise<CommandOutcome> {
    const sent = {
      workflowId: this.workflowId,
      updateId,
      name,
      payload: { command: updateId, actor: 'key:lead', ...payload },
    };
    return sendCommand(this.client, sent, 20_000);
  }

  decide(
    step: number,
    outcome: 'approve' | 'reject' = 'approve',
    actor = `key:approver${String(step)}`,
  ): Promise<CommandOutcome> {
    const { snapshotHash } = this.row;
    return this.command('decide', {
      step,
      outcome,
      actor,
      snapshotHash,
      reasonCode: outcome === 'reject' ? 'abuse' : null,
    });
  }

  cancel(): Promise<CommandOutcome> {
    return this.command('cancelRefund', {});
  }

  /** What a person does about it; `index` is the transfer's. */
  resolve(action: ResolutionAction, index: number | null = null, more: object = {}): Promise<CommandOutcome> {
    const transfer = index === null ? null : (this.row.transfers[index]?.id ?? null);
    return this.command('resolveReview', { action, transfer, proposal: null, ...more });
  }

  /** It stands in a bank file now: recorded first, then told to the process. */
  async inBankFile(index: number): Promise<string> {
    const transfer = this.row.transfers[index]!;
    transfer.status = 'pending';
    const news = {
      transferId: transfer.id,
      status: 'pending',
      gatewayRefundId: 'ZK1',
      occurredAtMs: Date.now(),
    } as const;
    const event = { eventId: `bank_file:${transfer.id}`, ...news };
    return signalProcess(this.client, { workflowId: this.workflowId, name: 'gatewayEvent', event }, 5000);
  }

  /** The money in whose place it stood has moved after all, and it was given up: recorded first, then told to the process. */
  async standInReleased(index: number): Promise<string> {
    const transfer = this.row.transfers[index]!;
    transfer.status = 'released';
    const news = {
      transferId: transfer.id,
      status: 'recorded',
      gatewayRefundId: '',
      occurredAtMs: Date.now(),
    } as const;
    const event = { eventId: releasedEvent(transfer.id), ...news };
    return signalProcess(this.client, { workflowId: this.workflowId, name: 'gatewayEvent', event }, 5000);
  }

  /** Nothing holds the transfer any more: its process is told, as a relay does. */
  async wake(index = 0): Promise<string> {
    const transfer = this.row.transfers[index]!;
    transfer.held = false;
    return this.tellHoldLifted(index);
  }

  tellHoldLifted(index = 0): Promise<string> {
    const event = { transferId: this.row.transfers[index]!.id };
    return signalProcess(this.client, { workflowId: this.workflowId, name: 'holdLifted', event }, 5000);
  }

  /** A gateway webhook: recorded first, as the inbox does, then told to the process. */
  async webhook(
    status: 'pending' | 'settled' | 'declined',
    { index = 0, eventId = randomUUID() }: { index?: number; eventId?: string } = {},
  ): Promise<string> {
    const transfer = this.row.transfers[index]!;
    if (status !== 'pending') this.gateway.becomes(`zr_${transfer.id}`, status);
    this.row.tell(transfer, status);
    const event = {
      eventId,
      transferId: transfer.id,
      status,
      gatewayRefundId: `re_${transfer.id}`,
      occurredAtMs: Date.now(),
    };
    return signalProcess(this.client, { workflowId: this.workflowId, name: 'gatewayEvent', event }, 5000);
  }

  /** Money that had settled comes back, and the relay starts a repair. `acts` is what the gateway does when it is paid anew. */
  async comesBack(acts: readonly GatewayAct[] = ['settled'], index = 0): Promise<void> {
    const transfer = this.row.transfers[index]!;
    transfer.status = 'reversed';
    this.row.repairs += 1;
    this.gateway.planNext({ acts });
    const { repairs: repair } = this.row;
    const start = this.start();
    const begun = await startRefund(
      this.client,
      { ...start, repair, input: { ...start.input, repair } as never },
      5000,
    );
    if (begun !== 'started') throw new Error(`expected a repair to start, got ${begun}`);
  }

  /** A scan of the parcel, told to the process that waits for the goods. */
  scan(status: string, eventId: string = randomUUID()): Promise<string> {
    const event = { eventId, status, occurredAtMs: Date.now() };
    return signalProcess(this.client, { workflowId: this.returnId, name: 'carrierEvent', event }, 5000);
  }

  /** Waits for a process that awaits the goods, another one than `forerunner`. Returns its run. */
  async awaitsGoods(forerunner?: string): Promise<string> {
    const child = this.client.workflow.getHandle(this.returnId);
    return eventually(async () => {
      const described = await child.describe().catch(() => undefined);
      const isNew = described?.status.name === 'RUNNING' && described.runId !== forerunner;
      return isNew ? described.runId : undefined;
    }, 'a process that awaits the goods');
  }

  /** Waits until the process that awaits the goods has taken that many signals. */
  async childTook(signals: number): Promise<void> {
    await eventually(
      async () => {
        const { signals: taken } = (await this.history(this.returnId)).counts;
        return taken === signals && (await this.rests(this.returnId)) ? true : undefined;
      },
      `${String(signals)} scans`,
    );
  }

  /** Lets the process begin anew, as an operator does after a defect. Returns the new run. */
  async resetToStart(): Promise<string> {
    const { runId } = await this.client.workflowService.resetWorkflowExecution({
      namespace: this.client.options.namespace,
      workflowExecution: { workflowId: this.workflowId },
      workflowTaskFinishEventId: 4 as never,
      reason: 'test',
      requestId: randomUUID(),
    });
    return runId;
  }

  async history(workflowId = this.workflowId): Promise<{ text: string; cost: Cost; counts: { signals: number } }> {
    const history = await this.client.workflow.getHandle(workflowId).fetchHistory();
    const types = (history.events ?? []).map(({ eventType }) => Number(eventType));
    const count = (type: number): number => types.filter((candidate) => candidate === type).length;
    const cost = { events: types.length, tasks: count(WORKFLOW_TASK_COMPLETED), localWrites: count(MARKER_RECORDED) };
    return { text: historyToJSON(history), cost, counts: { signals: count(SIGNALED) } };
  }

  /** Waits until the process has taken that many updates into its history. */
  async tookUpdates(count: number): Promise<void> {
    const taken = async (): Promise<number> => {
      const { events } = await this.handle.fetchHistory();
      return events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length ?? 0;
    };
    await eventually(async () => ((await taken()) >= count ? true : undefined), `${String(count)} updates`);
  }

  /** The number of the try that comes next, or runs, of the activity that is under way. */
  async tries(): Promise<number> {
    const { raw } = await this.handle.describe();
    return raw.pendingActivities?.[0]?.attempt ?? 0;
  }

  private async rests(workflowId: string): Promise<boolean> {
    const { raw } = await this.client.workflow.getHandle(workflowId).describe();
    return (raw.pendingWorkflowTask ?? null) === null;
  }
}

const WORKFLOW_TASK_COMPLETED = 7;
const MARKER_RECORDED = 25;
const SIGNALED = 26;
