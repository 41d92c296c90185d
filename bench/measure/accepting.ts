import { uuidOf } from '@zikui/domain';
import { storeRefunds } from '../load/stored-refunds';
import type { Scene } from '../scene';
import { measureRound, type Round } from './round';
import { median, quantile } from './statistics';

/**
 * Milliseconds of each answer, one list per repetition, of us and of the plain handler, taken in turn; and our rounds, with
 * the CPU of each process: that of Temporal and part of the api's goes into processes that begin after the answers.
 */
export type Accepting = Readonly<{ ours: readonly number[][]; plain: readonly number[][]; rounds: readonly Round[] }>;

let serial = 0;

/** Accepting by itself, as the plain handler does it: our worker stands still meanwhile, then works off what was accepted. */
export async function measureAccepting(
  scene: Scene,
  { clients, count, repetitions }: Readonly<{ clients: number; count: number; repetitions: number }>,
): Promise<Accepting> {
  const [ours, plain, rounds]: [number[][], number[][], Round[]] = [[], [], []];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const sales = await Promise.all(Array.from({ length: clients }, () => scene.plain.addSale()));
    await scene.ours.prepare(clients, count);
    const times: number[] = [];
    await measureRound(count, clients, {}, async (_, client) => {
      times.push(await scene.plain.accept(sales[client] ?? '', `plain-${serial++}`));
    });
    plain.push(times);
    const finished: Promise<void>[] = [];
    const alone = await withoutWorker(scene, () =>
      acceptMany(scene, count, clients, (client) => finished.push(scene.ours.finished(client))),
    );
    ours.push(alone.times);
    rounds.push(alone.round);
    await Promise.all(finished);
  }
  return { ours, plain, rounds };
}

/** p99 of accepting with few and with many refunds stored. The last thing that is measured: what was accepted is left. */
export async function measureStock(
  scene: Scene,
  [few, many]: readonly [number, number],
): Promise<Readonly<{ few: number; many: number; stored: number }>> {
  const merchant = uuidOf('merchant', scene.stack.merchants.lab.id) ?? '';
  const { databaseUrl } = scene.stack;
  return withoutWorker(scene, async () => {
    await storeRefunds(databaseUrl, merchant, 0, few);
    const before = await medianP99(scene);
    await storeRefunds(databaseUrl, merchant, few, many);
    return { few: before, many: await medianP99(scene), stored: many };
  });
}

const STOCK_ROUNDS = 5;
const STOCK_ACCEPTS = 400;
const STOCK_CLIENTS = 4;

/** The median of several p99, for one hiccup of the machine makes any p99. */
async function medianP99(scene: Scene): Promise<number> {
  const round = async (): Promise<number> => {
    await scene.ours.prepare(STOCK_CLIENTS, STOCK_ACCEPTS);
    const { times } = await acceptMany(scene, STOCK_ACCEPTS, STOCK_CLIENTS, () => undefined);
    return quantile(times, 0.99);
  };
  await round();
  const rounds: number[] = [];
  while (rounds.length < STOCK_ROUNDS) rounds.push(await round());
  return median(rounds);
}

async function acceptMany(
  scene: Scene,
  count: number,
  clients: number,
  then: (client: number) => unknown,
): Promise<Readonly<{ times: number[]; round: Round }>> {
  const times: number[] = [];
  const { api, temporal, postgres } = scene.pids;
  const round = await measureRound(count, clients, { api, temporal, postgres }, async (_, client) => {
    const { ms } = await scene.ours.accept(client);
    times.push(ms);
    then(client);
  });
  return { times, round };
}

async function withoutWorker<T>(scene: Scene, work: () => Promise<T>): Promise<T> {
  process.kill(scene.pids.worker, 'SIGSTOP');
  try {
    return await work();
  } finally {
    process.kill(scene.pids.worker, 'SIGCONT');
  }
}
