import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { ReconciliationActivities } from '@zikui/activities';
import { processState, scheduleReconciliation, startReconciliation } from '@zikui/process-client';
import { OPS_TASK_QUEUE, reconciliationWorkflowId, REFUND_TASK_QUEUE } from '@zikui/workflows/contract';
import { version } from '../../../package.json';
import { quietRuntime } from '../../environment/quiet-runtime';
import { testNamespace } from '../../environment/temporal-namespace';
import { workflowBundle } from '../../environment/workflow-bundle';

const FOLDER = path.resolve(__dirname, '../../histories', version);
const LIMIT_MS = 5_000;

/** What the processes asked for, in order. */
let done: string[];
let due: Awaited<ReturnType<ReconciliationActivities['dueReconciliations']>>['due'];
const activities: ReconciliationActivities = {
  dueReconciliations: async () => ({ due }),
  reconcileAccount: async ({ reconciliationId }) => {
    done.push(`compare ${reconciliationId}`);
    if (reconciliationId.startsWith('away')) throw ApplicationFailure.nonRetryable('away');
  },
  failReconciliation: async ({ reconciliationId }) => void done.push(`fail ${reconciliationId}`),
  reconcileProcesses: async () => void done.push('processes'),
};

describe('the processes of comparisons', () => {
  let client: Client;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    quietRuntime();
    const [{ address, namespace }, bundle] = await Promise.all([
      testNamespace(`reconciliation-${process.pid}`),
      workflowBundle(),
    ]);
    const [connection, native] = [await Connection.connect({ address }), await NativeConnection.connect({ address })];
    const shared = { connection: native, namespace, shutdownGraceTime: '2s' } as const;
    const workers = [
      await Worker.create({ ...shared, taskQueue: REFUND_TASK_QUEUE, workflowBundle: bundle }),
      await Worker.create({ ...shared, taskQueue: OPS_TASK_QUEUE, activities }),
    ];
    const runs = Promise.all(workers.map((worker) => worker.run()));
    client = new Client({ connection, namespace });
    stop = async () => {
      for (const worker of workers) worker.shutdown();
      await runs;
      await native.close();
      await connection.close();
    };
  }, 60_000);
  beforeEach(() => {
    done = [];
    due = [];
  });
  afterAll(() => stop());

  const idOf = (name: string) => ({
    merchantId: randomUUID(),
    reconciliationId: `${name}-${randomUUID()}`,
    gateway: 'stripe',
  });
  /** With RECORD_HISTORIES=1 the way is kept for the replay gate. */
  async function record(workflowId: string, name: string): Promise<void> {
    if (process.env['RECORD_HISTORIES'] !== '1') return;
    mkdirSync(FOLDER, { recursive: true });
    const text = historyToJSON(await client.workflow.getHandle(workflowId).fetchHistory());
    writeFileSync(path.join(FOLDER, `${name}.json`), text.replaceAll(`${process.cwd()}/`, ''));
  }

  it('compare an account once, however often it is started', async () => {
    const account = idOf('compared');
    const workflowId = reconciliationWorkflowId(account.merchantId, account.reconciliationId);
    expect(await startReconciliation(client, account, LIMIT_MS)).toBe('started');
    expect(await client.workflow.getHandle(workflowId).result()).toBe('done');
    expect(await startReconciliation(client, account, LIMIT_MS)).toBe('already_started');
    expect(done).toEqual([`compare ${account.reconciliationId}`]);
    expect(await processState(client, workflowId, LIMIT_MS)).toMatchObject({ kind: 'closed', as: 'completed' });
    expect(await processState(client, `${workflowId}x`, LIMIT_MS)).toEqual({ kind: 'missing' });
    await record(workflowId, 'account-compared');
  });

  it('write down that an account could not be compared', async () => {
    const account = idOf('away');
    await startReconciliation(client, account, LIMIT_MS);
    const workflowId = reconciliationWorkflowId(account.merchantId, account.reconciliationId);
    expect(await client.workflow.getHandle(workflowId).result()).toBe('failed');
    expect(done).toEqual([`compare ${account.reconciliationId}`, `fail ${account.reconciliationId}`]);
    await record(workflowId, 'account-not-compared');
  });

  it('look for lost processes first, then start every account that is due and does not run yet', async () => {
    const [fresh, ended] = [idOf('fresh'), idOf('ended')];
    await startReconciliation(client, ended, LIMIT_MS);
    await client.workflow.getHandle(reconciliationWorkflowId(ended.merchantId, ended.reconciliationId)).result();
    done = [];
    due = [ended, fresh];
    const workflowId = `reconcile-${randomUUID()}`;
    const round = await client.workflow.start('reconcileWorkflow', { workflowId, taskQueue: REFUND_TASK_QUEUE });
    expect(await round.result()).toBe(1);
    await client.workflow.getHandle(reconciliationWorkflowId(fresh.merchantId, fresh.reconciliationId)).result();
    expect(done).toEqual(['processes', `compare ${fresh.reconciliationId}`]);
    await record(workflowId, 'round-of-comparisons');
  });

  it('are called by one schedule, whoever makes it', async () => {
    expect(await scheduleReconciliation(client, 86_400_000, LIMIT_MS)).toBe('made');
    expect(await scheduleReconciliation(client, 86_400_000, LIMIT_MS)).toBe('there');
    const schedule = client.schedule.getHandle('reconcile:all');
    await schedule.trigger();
    await schedule.delete();
  });
});
