import { BackTestTally, compiledPolicy, isChanged, replayRefund, type CompiledPolicy } from '@zikui/domain';
import type { BackTestRunStore, BackTestStep, BackTestTask, DueBackTest } from '@zikui/persistence';

export type BackTestPorts = Pick<BackTestRunStore, 'begin' | 'next' | 'save' | 'finish' | 'fail'>;
type Change = BackTestStep['changes'][number];

/** Refunds that are read, tried and written down in one step, and how many are tried in one breath. */
const PAGE = 1_000;
const BREATH = 50;
/** Refunds that one back-test looks at; whoever has more asks for fewer days. */
const MOST_REFUNDS = 1_000_000;

/**
 * Tries a policy on the refunds of the past, page by page; after each page it is written down how far it has got, so that
 * a run that was lost goes on there. `pause` is waited for between two breaths, and may throw to stop.
 */
export async function runBackTest(
  ports: BackTestPorts,
  { merchantId, backTestId: id }: DueBackTest,
  pause: () => Promise<void>,
): Promise<void> {
  let task = await ports.begin(merchantId, id);
  if (task === undefined) return;
  if (task.total > MOST_REFUNDS) return ports.fail(merchantId, id, 'too_many_refunds');
  const policy = compiledPolicy({ text: task.source, hash: task.hash });
  for (;;) {
    const step: BackTestStep | null = await tryPage(ports, task, policy, pause);
    if (step === null) return ports.finish(task);
    // Somebody else goes on with it.
    task = await ports.save(task, step);
    if (task === undefined) return;
  }
}

async function tryPage(
  ports: BackTestPorts,
  task: BackTestTask,
  policy: CompiledPolicy,
  pause: () => Promise<void>,
): Promise<BackTestStep | null> {
  const page = await ports.next(task, PAGE);
  const last = page.at(-1);
  if (last === undefined) return null;
  const tally = new BackTestTally(task.report);
  const changes: Change[] = [];
  for (const [index, { id, reason, recorded, before, missed }] of page.entries()) {
    if (index % BREATH === 0) await pause();
    if (missed) tally.miss();
    if (recorded === null) {
      tally.skip();
      continue;
    }
    const { trace: _, ...after } = replayRefund(policy, recorded);
    tally.add({ reason, skus: recorded.facts.skus, before, after });
    if (isChanged({ before, after })) changes.push({ refundId: id, before, after });
  }
  return { looked: page.length, reached: last.id, report: tally.report, changes };
}
