import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowExecutionInfo, type WorkflowHandle } from '@temporalio/client';
import { publicId, uuidOf } from '@zikui/domain';
import { changeDeadline, refundWorkflowId, returnWorkflowId } from '@zikui/workflows/contract';
import type { TestStack } from '../../environment/stack';
import { eventually, eventuallyHolds } from './eventually';

export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** Whoever looks after the processes: has Temporal's own client, and nothing that the public API lacks for others. */
export class Operator {
  private constructor(
    readonly client: Client,
    private readonly connection: Connection,
  ) {}

  static async of({ temporal }: Pick<TestStack, 'temporal'>): Promise<Operator> {
    const connection = await Connection.connect({ address: temporal.address });
    return new Operator(new Client({ connection, namespace: temporal.namespace }), connection);
  }

  refund(merchantId: string, refundId: string): WorkflowHandle {
    return this.client.workflow.getHandle(refundWorkflowId(uuid('merchant', merchantId), uuid('refund', refundId)));
  }

  returnShipment(merchantId: string, refundId: string): WorkflowHandle {
    return this.client.workflow.getHandle(returnWorkflowId(uuid('merchant', merchantId), uuid('refund', refundId), 1));
  }

  /** Ends what the refund waits for, as if its time had run out. */
  async endDeadline(merchantId: string, refundId: string): Promise<void> {
    const command = randomUUID();
    await this.refund(merchantId, refundId).executeUpdate(changeDeadline, {
      updateId: command,
      args: [{ command, actor: 'operator:test', dueAtMs: Date.now() + 1_500 }],
    });
  }

  /** Waits until a step of a process has failed once and is to be tried again. */
  async untilTriedInVain(handle: WorkflowHandle, activity: string): Promise<void> {
    await eventuallyHolds(`${activity} to fail`, async () => {
      const { raw } = await handle.describe();
      const steps = raw.pendingActivities ?? [];
      return steps.some(({ activityType, lastFailure }) => activityType?.name === activity && lastFailure);
    });
  }

  /** The whole history of a process that has ended. */
  async historyOf(handle: WorkflowHandle): Promise<History> {
    await handle.result();
    return handle.fetchHistory();
  }

  /** The processes that a query finds. Visibility lags behind the processes a little. */
  async found(query: string): Promise<readonly WorkflowExecutionInfo[]> {
    return eventually(`processes with ${query}`, async () => {
      const processes: WorkflowExecutionInfo[] = [];
      for await (const process of this.client.workflow.list({ query })) processes.push(process);
      return processes.length === 0 ? undefined : processes;
    });
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

function uuid(kind: Parameters<typeof publicId>[0], id: string): string {
  const found = uuidOf(kind, id);
  if (found === undefined) throw new Error(`${id} is not the id of a ${kind}`);
  return found;
}
