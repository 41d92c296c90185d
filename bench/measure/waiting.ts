import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scene } from '../scene';
import { measureRound } from './round';

const CLIENTS = 32;
const LIMIT_MS = 900_000;

/** Memory before and after so many refunds began to wait for an approval, in MiB. */
export type Waiting = Readonly<{ waiting: number; workerGrowth: number; apiGrowth: number }>;

export async function measureWaiting({ dear, stack, pids }: Scene, count: number): Promise<Waiting> {
  await dear.prepare(CLIENTS, count);
  const before = { worker: residentMebibytes(pids.worker), api: residentMebibytes(pids.api) };
  await measureRound(count, CLIENTS, {}, async (_, client) => {
    await dear.accept(client);
  });
  const sql = `SELECT count(*)::int AS count FROM refund WHERE status = 'awaiting_approval'`;
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const [row] = await stack.database.read((tx) => tx.query<{ count: number }>(sql));
    if ((row?.count ?? 0) >= count) break;
    if (Date.now() > end) throw new Error(`only ${row?.count} of ${count} refunds wait for their approval`);
    await sleep(1_000);
  }
  return {
    waiting: count,
    workerGrowth: residentMebibytes(pids.worker) - before.worker,
    apiGrowth: residentMebibytes(pids.api) - before.api,
  };
}

function residentMebibytes(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match?.[1]) / 1024;
}
