import { closedLoop } from '../load/closed-loop';
import { cpuMilliseconds, machineCpuMilliseconds } from './process-cpu';

export type Round = Readonly<{
  perSecond: number;
  latenciesMs: readonly number[];
  /** CPU milliseconds per job, by process. */ cpu: Readonly<Record<string, number>>;
  cpuTotal: number;
  foreignCpuShare: number;
}>;

/** One closed loop with the CPU that each process spent on it, and the share of the machine that others used meanwhile. */
export async function measureRound(
  count: number,
  clients: number,
  pids: Readonly<Record<string, number>>,
  job: (no: number, client: number) => Promise<void>,
): Promise<Round> {
  const before = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMilliseconds(pid)]));
  const machineBefore = machineCpuMilliseconds();
  const ownBefore = process.cpuUsage();
  const loop = await closedLoop(count, clients, job);
  const own = process.cpuUsage(ownBefore);
  const machine = machineCpuMilliseconds() - machineBefore;
  const spent = Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => [name, cpuMilliseconds(pid) - (before[name] ?? 0)]),
  );
  const known = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
  const cpu = Object.fromEntries(Object.entries(spent).map(([name, ms]) => [name, ms / count]));
  return {
    perSecond: loop.perSecond,
    latenciesMs: loop.latenciesMs,
    cpu,
    cpuTotal: known / count,
    foreignCpuShare: Math.max(0, machine - known - (own.user + own.system) / 1000) / (loop.seconds * 1000),
  };
}
