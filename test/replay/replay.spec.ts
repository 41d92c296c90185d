import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker, type ReplayResult, type WorkerOptions } from '@temporalio/worker';
import * as workflows from '@zikui/workflows';
import { bundleWorkflows } from '../../tools/bundle-workflows';
import { workflowBundle } from '../environment/workflow-bundle';

const FOLDER = path.resolve(__dirname, '../histories');
/** Each way that a refund or a comparison can take has a history; a new way brings its own (see the integration tests of the workflows). */
const WAYS = [
  'settled-at-once',
  'pending-then-webhook',
  'webhook-during-the-call',
  'look-ups-then-webhook',
  'unknown-then-sent-again',
  'declined',
  'approved',
  'approved-and-returned',
  'return-arrived',
  'approved-by-two-of-one-step',
  'escalated-then-approved',
  'rejected',
  'expired',
  'cancelled',
  'return-expired',
  'store-credit',
  'database-away',
  'held-then-sent',
  'told-approved-and-returned',
  'declined-then-retried',
  'in-doubt-then-retried',
  'in-doubt-then-looked-up',
  'in-doubt-then-marked-settled',
  'marked-declined-then-retried',
  'closed-short',
  'declined-then-failed',
  'silent-then-asked-again',
  'goods-overdue-then-awaited-again',
  'came-back-then-paid-anew',
  'partly-came-back-then-paid-by-webhook',
  'came-back-then-declined',
  'came-back-then-failed',
  'came-back-in-two-parts',
  'declined-then-store-credit',
  'declined-then-by-hand',
  'by-hand-declined-then-store-credit',
  'at-once-settled',
  'at-once-pending-then-webhook',
  'at-once-declined',
  'at-once-unknown-then-found',
  'at-once-busy',
  'at-once-not-reached',
  'at-once-approved',
  'at-once-told',
  'account-compared',
  'account-not-compared',
  'round-of-comparisons',
  'held-store-credit',
  'back-tested',
  'back-test-given-up',
];

/** A bundle is made, and every history read: on a busy machine that takes a while. */
const LONG_MS = 180_000;

type Recorded = { name: string; history: ReturnType<typeof historyFromJSON> };

const recorded = (): Recorded[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: file,
      history: historyFromJSON(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'))),
    }));

async function replay(
  workflowBundle: NonNullable<WorkerOptions['workflowBundle']>,
  histories: readonly Recorded[],
): Promise<ReplayResult[]> {
  const results: ReplayResult[] = [];
  const named = histories.map(({ name, history }) => ({ workflowId: name, history }));
  for await (const result of Worker.runReplayHistories({ workflowBundle }, named)) results.push(result);
  return results;
}

describe('recorded histories', () => {
  beforeAll(() => {
    Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  });

  it('exist for every way of a refund', () => {
    const names = recorded().map(({ name }) => path.basename(name, '.json'));
    expect(names).toEqual(expect.arrayContaining(WAYS));
  });

  it('exist for every process', () => {
    const begun = recorded().map(
      ({ history }) => history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name,
    );
    expect([...new Set(begun)].sort()).toEqual(Object.keys(workflows).sort());
  });

  it(
    'replay on the processes as they stand',
    async () => {
      const histories = recorded();
      const results = await replay(await workflowBundle(), histories);
      expect(results.filter(({ error }) => error !== undefined)).toEqual([]);
      expect(results).toHaveLength(histories.length);
    },
    LONG_MS,
  );

  it(
    'show a process whose steps were changed',
    async () => {
      const code = await bundleWorkflows(path.join(__dirname, 'planted/changed.workflows.ts'));
      const [first] = recorded().filter(({ name }) => name.endsWith('settled-at-once.json'));
      const [result] = await replay({ code }, first ? [first] : []);
      expect(result?.error?.name).toBe('DeterminismViolationError');
    },
    LONG_MS,
  );
});
