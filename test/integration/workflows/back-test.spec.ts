import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createBackTestActivities } from '@zikui/activities';
import type { Principal } from '@zikui/domain';
import { BackTestRunStore, BackTestStore } from '@zikui/persistence';
import { startBackTest } from '@zikui/process-client';
import { backTestWorkflowId, OPS_TASK_QUEUE, REFUND_TASK_QUEUE } from '@zikui/workflows/contract';
import { version } from '../../../package.json';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { plainPolicy, storePastRefunds, TERMS_THEN } from '../../builders/past-refunds.builder';
import { newMerchant, storesOn } from '../../builders/stores.builder';
import { quietRuntime } from '../../environment/quiet-runtime';
import { testNamespace } from '../../environment/temporal-namespace';
import { workflowBundle } from '../../environment/workflow-bundle';

const FOLDER = path.resolve(__dirname, '../../histories', version);
const LIMIT_MS = 5_000;
const CASES = 120;

describe('the process of a back-test', () => {
  let test: TestDatabase;
  let merchant: Principal;
  let backTests: BackTestStore;
  let runs: BackTestRunStore;
  let client: Client;
  let broken = false;
  let stop: () => Promise<void>;
  let asked = 0;

  beforeAll(async () => {
    quietRuntime();
    test = await newDatabase();
    const stores = storesOn(test.database);
    merchant = await newMerchant(stores, { policies: [plainPolicy(TERMS_THEN)] });
    await storePastRefunds(test, stores, merchant, CASES);
    [backTests, runs] = [new BackTestStore(test.database), new BackTestRunStore(test.database)];
    const [{ address, namespace }, bundle] = await Promise.all([
      testNamespace(`back-test-${process.pid}`),
      workflowBundle(),
    ]);
    const [connection, native] = [await Connection.connect({ address }), await NativeConnection.connect({ address })];
    const shared = { connection: native, namespace, shutdownGraceTime: '2s' } as const;
    const own = createBackTestActivities(runs);
    const activities: typeof own = {
      ...own,
      backTest: (ask) => (broken ? Promise.reject(ApplicationFailure.nonRetryable('broken')) : own.backTest(ask)),
    };
    const workers = [
      await Worker.create({ ...shared, taskQueue: REFUND_TASK_QUEUE, workflowBundle: bundle }),
      await Worker.create({ ...shared, taskQueue: OPS_TASK_QUEUE, activities }),
    ];
    const running = Promise.all(workers.map((worker) => worker.run()));
    client = new Client({ connection, namespace });
    stop = async () => {
      for (const worker of workers) worker.shutdown();
      await running;
      await native.close();
      await connection.close();
      await test.close();
    };
  }, 120_000);
  afterAll(() => stop());

  async function request(): Promise<Readonly<{ merchantId: string; backTestId: string }>> {
    const { merchantId } = merchant;
    const [policy] = await test.query<{ id: string }>(`SELECT id FROM policy_version WHERE merchant_id = $1`, [
      merchantId,
    ]);
    const ask = { policyVersionId: policy?.id ?? '', days: 30, key: `k${(asked += 1)}`, bodyHash: 'a'.repeat(64) };
    return { merchantId, backTestId: (await backTests.request(merchant, ask)).id };
  }
  const ended = (ask: Readonly<{ merchantId: string; backTestId: string }>): Promise<unknown> =>
    client.workflow.getHandle(backTestWorkflowId(ask.merchantId, ask.backTestId)).result();
  /** With RECORD_HISTORIES=1 the way is kept for the replay gate. */
  async function record(ask: Readonly<{ merchantId: string; backTestId: string }>, name: string): Promise<void> {
    if (process.env['RECORD_HISTORIES'] !== '1') return;
    mkdirSync(FOLDER, { recursive: true });
    const handle = client.workflow.getHandle(backTestWorkflowId(ask.merchantId, ask.backTestId));
    const text = historyToJSON(await handle.fetchHistory());
    writeFileSync(path.join(FOLDER, `${name}.json`), text.replaceAll(`${process.cwd()}/`, ''));
  }

  it('tries the policy on what is written down, however often it is started', async () => {
    const ask = await request();
    expect(await startBackTest(client, ask, LIMIT_MS)).toBe('started');
    await startBackTest(client, ask, LIMIT_MS);
    expect(await ended(ask)).toBe('ended');
    // The policy that decided them then decides them so again.
    expect(await backTests.find(ask.merchantId, ask.backTestId)).toMatchObject({
      status: 'done',
      done: CASES,
      report: { cases: CASES, changed: 0, skipped: 0 },
    });
    await record(ask, 'back-tested');
  });

  it('writes down that it could not be carried out', async () => {
    const ask = await request();
    broken = true;
    await startBackTest(client, ask, LIMIT_MS);
    expect(await ended(ask)).toBe('failed');
    broken = false;
    expect(await backTests.find(ask.merchantId, ask.backTestId)).toMatchObject({
      status: 'failed',
      failure: 'not_carried_out',
    });
    await record(ask, 'back-test-given-up');
  });

  it('is found and started when the api could not start it, and when its process was lost', async () => {
    const ask = await request();
    await test.query(`UPDATE back_test SET status = 'running', touched_at = now() - interval '1 hour' WHERE id = $1`, [
      ask.backTestId,
    ]);
    expect(await runs.due(10)).toEqual([ask]);
    expect(await startBackTest(client, ask, LIMIT_MS)).toBe('started');
    expect(await ended(ask)).toBe('ended');
    expect(await backTests.find(ask.merchantId, ask.backTestId)).toMatchObject({ status: 'done', done: CASES });
    expect(await runs.due(10)).toEqual([]);
  });
});
