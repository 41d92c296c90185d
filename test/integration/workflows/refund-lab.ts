import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import {
  createMessageActivities,
  createRefundProcessActivities,
  createReturnLabelActivities,
  createTransferActivities,
} from '@zikui/activities';
import { RefundError } from '@zikui/domain';
import { startRefund } from '@zikui/process-client';
import { CARRIER_TASK_QUEUE, gatewayTaskQueue, NOTIFY_TASK_QUEUE, REFUND_TASK_QUEUE } from '@zikui/workflows/contract';
import { quietRuntime } from '../../environment/quiet-runtime';
import { testNamespace } from '../../environment/temporal-namespace';
import { workflowBundle } from '../../environment/workflow-bundle';
import { GatewayInMemory } from './gateway-in-memory';
import { LabelsInMemory, MessagesInMemory } from './messages-in-memory';
import { refundPlan, type RefundPlan } from './refund-plan';
import { RefundRow } from './refund-row';
import { RunningRefund } from './running-refund';
import { TablesInMemory } from './tables-in-memory';

type WorkerSpec = Pick<WorkerOptions, 'taskQueue' | 'activities' | 'workflowBundle'>;
type LabOptions = Readonly<{
  /** Other workflows than those of the sources. */ workflows?: Promise<NonNullable<WorkerOptions['workflowBundle']>>;
  /** Whether the queue of the gateway is served from the beginning. */ servesGateway?: boolean;
}>;

/** Real workers on a real server, with the product's activities over tables and a gateway in memory. */
export class RefundLab {
  private constructor(
    readonly client: Client,
    readonly tables: TablesInMemory,
    readonly gateway: GatewayInMemory,
    readonly messages: MessagesInMemory,
    /** Begins to serve the queue of the gateway. */ readonly serveGateway: () => Promise<void>,
    private readonly stop: () => Promise<void>,
  ) {}

  static async open({ workflows, servesGateway = true }: LabOptions = {}): Promise<RefundLab> {
    quietRuntime();
    const [{ address, namespace }, bundle] = await Promise.all([testNamespace(), workflows ?? workflowBundle()]);
    const connection = await Connection.connect({ address });
    const native = await NativeConnection.connect({ address });

    const tables = new TablesInMemory();
    const gateway = new GatewayInMemory();
    const messages = new MessagesInMemory(tables);
    const labels = new LabelsInMemory(tables);
    const accounts = {
      gatewayAccount: async (merchantId: string) => {
        if (!tables.rowOf((row) => row.merchantId === merchantId).hasAccount) {
          throw new RefundError('gateway_not_configured');
        }
        return { merchantId, apiKey: 'sk_test', webhookSecret: 'whsec' };
      },
      carrierAccount: async (merchantId: string) => ({ merchantId, apiKey: 'ek_test', webhookSecret: 'secret' }),
    };
    const gateways = { gateway: () => gateway };
    const messaging = createMessageActivities(messages, messages);
    const transferring = createTransferActivities({ transfers: tables, gateways, accounts, firstCalls: gateway });
    const specs: WorkerSpec[] = [
      {
        taskQueue: REFUND_TASK_QUEUE,
        workflowBundle: bundle,
        activities: {
          ...createRefundProcessActivities(tables, messages),
          tryMessage: messaging.tryMessage,
          tryTransfer: transferring.tryTransfer,
        },
      },
      {
        taskQueue: CARRIER_TASK_QUEUE,
        activities: createReturnLabelActivities(labels, { carrier: () => labels }, accounts),
      },
      { taskQueue: NOTIFY_TASK_QUEUE, activities: messaging },
    ];
    const workers: Worker[] = [];
    const runs: Promise<void>[] = [];
    const serve = async (spec: WorkerSpec): Promise<void> => {
      const worker = await Worker.create({ ...spec, connection: native, namespace, shutdownGraceTime: '2s' });
      workers.push(worker);
      runs.push(worker.run());
    };
    const serveGateway = (): Promise<void> =>
      serve({ taskQueue: gatewayTaskQueue('stripe'), activities: transferring });
    await Promise.all([...specs.map(serve), ...(servesGateway ? [serveGateway()] : [])]);
    const stop = async (): Promise<void> => {
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
      await native.close();
      await connection.close();
    };
    return new RefundLab(new Client({ connection, namespace }), tables, gateway, messages, serveGateway, stop);
  }

  /** A refund as a request would leave it: recorded, its process not started. */
  request(changes: Partial<RefundPlan> = {}): RunningRefund {
    const row = new RefundRow(refundPlan(changes));
    this.tables.add(row);
    row.transfers.forEach(({ id }, index) => {
      const plan = row.plan.transfers[index];
      if (plan) this.gateway.plan(`pi_${id}`, plan);
    });
    return new RunningRefund(this.client, this.gateway, row);
  }

  async start(changes: Partial<RefundPlan> = {}): Promise<RunningRefund> {
    const refund = this.request(changes);
    await startRefund(this.client, refund.start(), 5000);
    return refund;
  }

  async close(): Promise<void> {
    await this.stop();
  }
}
