import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { uuidOf } from '@zikui/domain';
import { changeDeadline, refundWorkflowId } from '@zikui/workflows/contract';
import type { Operator } from './scenarios';

/** Soon, and yet in the future when the command arrives on a busy machine. */
const SOON_MS = [1_000, 5_000, 20_000] as const;

/** Ends a running deadline, as an operator can with the `changeDeadline` command of the process. */
export class DemoOperator implements Operator {
  private constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly merchantId: string,
  ) {}

  static async connect(address: string, namespace: string, merchantId: string): Promise<DemoOperator> {
    const connection = await Connection.connect({ address });
    return new DemoOperator(
      connection,
      new Client({ connection, namespace }),
      uuidOf('merchant', merchantId) ?? merchantId,
    );
  }

  async endDeadline(refundId: string): Promise<void> {
    const workflow = refundWorkflowId(this.merchantId, uuidOf('refund', refundId) ?? refundId);
    const handle = this.client.workflow.getHandle(workflow);
    let refusal: unknown;
    for (const soon of SOON_MS) {
      const command = randomUUID();
      const asked = { command, actor: 'operator:demo', dueAtMs: Date.now() + soon };
      try {
        await handle.executeUpdate(changeDeadline, { updateId: command, args: [asked] });
        return;
      } catch (error) {
        refusal = error; // The moment had passed when the command arrived: asked again with a later one.
      }
    }
    throw refusal;
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
