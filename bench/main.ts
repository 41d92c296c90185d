import { uuidOf } from '@zikui/domain';
import { refundWorkflowId } from '@zikui/workflows/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import { runTool } from '../tools/command-line/run-tool';
import { Closers, closeOnSignal } from './closers';
import { historyCounts, type HistoryCounts } from './measure/history-counts';
import { measureRound, type Round } from './measure/round';
import { measureAccepting, measureStock } from './measure/accepting';
import { measureWaiting } from './measure/waiting';
import { writeTransactions } from './measure/write-transactions';
import { jsonFigures, printGoals, printRounds, type Figures } from './report';
import { openScene, type Scene } from './scene';
import { HELP, readBenchSettings, type BenchSettings } from './settings';

async function bench(settings: BenchSettings): Promise<number> {
  const closers = new Closers();
  const opening = openScene(settings, closers);
  closeOnSignal(closers, opening);
  const scene = await opening;
  try {
    await scene.ours.prepare(16, 300);
    const warm = settings.quick ? 40 : 300;
    console.log(`warming up with ${warm} refunds of each kind`);
    await measureRound(warm, 16, {}, (_, client) => ourRefund(scene, client, []));
    await measureRound(warm, 16, {}, (no) => scene.peers.run('bareRefund', `warm-${no}`));
    await measureRound(settings.quick ? 10 : 60, 16, {}, (no) => scene.peers.run('naiveRefund', `warm-naive-${no}`));

    const counts = await countOne(scene);
    const figures = await measureAll(scene, settings, counts);
    const { calls, keys } = await scene.gatewayCalls();
    console.log(
      `\ngateway: ${calls} calls, peers' and ours; ${keys} keys${calls === keys ? ': every movement was asked for once' : ''}`,
    );
    const met = printGoals(figures);
    if (settings.json) console.log(JSON.stringify(jsonFigures(figures)));
    return met.counts ? 0 : 1; // Counts repeat exactly, so they gate; times never do.
  } finally {
    await scene.close();
  }
}

async function ourRefund(scene: Scene, client: number, acceptMs: number[]): Promise<void> {
  const { ms } = await scene.ours.accept(client);
  acceptMs.push(ms);
  await scene.ours.finished(client);
}

/** Commits and history of a single refund on a quiet stack. */
async function countOne(scene: Scene): Promise<HistoryCounts & Readonly<{ commits: number }>> {
  await sleep(1500); // What the warm-up left behind (its last workflow tasks) ends; nothing is measured in time here.
  const before = await writeTransactions(scene.stack.database);
  const { id } = await scene.ours.accept(0);
  await scene.ours.finished(0);
  await sleep(1500);
  const commits = (await writeTransactions(scene.stack.database)) - before;
  const merchant = uuidOf('merchant', scene.stack.merchants.lab.id) ?? '';
  const { address, namespace } = scene.stack.temporal;
  return {
    commits,
    ...(await historyCounts(address, namespace, refundWorkflowId(merchant, uuidOf('refund', id) ?? ''))),
  };
}

async function measureAll(
  scene: Scene,
  settings: BenchSettings,
  counts: HistoryCounts & Readonly<{ commits: number }>,
): Promise<Figures> {
  const { 'peer worker': peerWorker, api, worker, temporal, postgres } = scene.pids;
  const rounds = new Map<string, Round[]>();
  const keep = (name: string, round: Round): void => void rounds.set(name, [...(rounds.get(name) ?? []), round]);
  const accepts: number[] = [];
  for (const latency of settings.latenciesMs) {
    await scene.setLatency(latency);
    for (const clients of settings.concurrencies) {
      const count = clients === 1 ? Math.ceil(settings.refunds / 4) : settings.refunds;
      console.log(`gateway ${latency} ms, ${clients} in flight: ${settings.repetitions} rounds`);
      for (let repetition = 0; repetition < settings.repetitions; repetition++) {
        const run = `${latency}-${clients}-${repetition}`;
        await scene.ours.prepare(clients, count);
        keep(
          `bare ${latency} ms, ${clients} in flight`,
          await measureRound(count, clients, { worker: peerWorker, temporal, postgres }, (no) =>
            scene.peers.run('bareRefund', `bare-${run}-${no}`),
          ),
        );
        const acceptMs: number[] = [];
        keep(
          `ours ${latency} ms, ${clients} in flight`,
          await measureRound(count, clients, { api, worker, temporal, postgres }, (_, client) =>
            ourRefund(scene, client, acceptMs),
          ),
        );
        if (clients === 16 && latency === settings.latenciesMs[0]) {
          accepts.push(...acceptMs);
          keep(
            'naive 20 ms, 16 in flight',
            await measureRound(Math.ceil(count / 2), clients, { worker: peerWorker, temporal, postgres }, (no) =>
              scene.peers.run('naiveRefund', `naive-${run}-${no}`),
            ),
          );
        }
      }
    }
  }
  console.log('accepting alone, beside the plain handler');
  const { refunds: count, repetitions } = settings;
  const accepting = {
    at1: await measureAccepting(scene, { clients: 1, count, repetitions }),
    at16: await measureAccepting(scene, { clients: 16, count, repetitions }),
  };
  rounds.set('accepting alone, 1 client', [...accepting.at1.rounds]);
  rounds.set('accepting alone, 16 clients', [...accepting.at16.rounds]);
  printRounds(rounds);
  const of = (name: string): Round[] => rounds.get(name) ?? [];
  return {
    counts,
    ours: of('ours 20 ms, 16 in flight'),
    bare: of('bare 20 ms, 16 in flight'),
    naive: of('naive 20 ms, 16 in flight'),
    accepting,
    acceptingUnderLoad: accepts,
    ...(await measureSize(scene, settings)),
  };
}

/** What grows with the number of refunds; only whole runs take the minutes for it. */
async function measureSize(
  scene: Scene,
  { quick, waiting, stored }: BenchSettings,
): Promise<Pick<Figures, 'waiting' | 'stock'>> {
  if (quick) return {};
  console.log(`letting ${waiting} refunds wait for an approval`);
  const waits = await measureWaiting(scene, waiting);
  console.log(`the worker grew by ${waits.workerGrowth.toFixed(0)} MiB, the api by ${waits.apiGrowth.toFixed(0)} MiB`);
  console.log(`accepting with 1000, then with ${stored} refunds stored`);
  return { waiting: waits, stock: await measureStock(scene, [1_000, stored]) };
}

void runTool({
  help: HELP,
  read: readBenchSettings,
  run: bench,
  sentence: (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
}).then(() => process.exit()); // What did not open to its end may still hold on to something.
