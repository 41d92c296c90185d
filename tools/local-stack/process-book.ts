import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { birthOf, signal, waitUntil } from './process';

/** A program of ours by number and birth: a number that another program got since is left alone. */
export type KnownProcess = Readonly<{ name: string; pid: number; birth: string }>;

/** The order of a proper stop: nothing new comes in while what is in hand comes to its end; the data go last. */
const STOPS: readonly Readonly<{ name: string; asking: NodeJS.Signals; limitMs: number; forcing: NodeJS.Signals }>[] = [
  { name: 'build', asking: 'SIGTERM', limitMs: 5_000, forcing: 'SIGKILL' },
  { name: 'api', asking: 'SIGTERM', limitMs: 45_000, forcing: 'SIGKILL' },
  { name: 'worker', asking: 'SIGTERM', limitMs: 45_000, forcing: 'SIGKILL' },
  { name: 'sandbox', asking: 'SIGTERM', limitMs: 20_000, forcing: 'SIGKILL' },
  { name: 'temporal', asking: 'SIGTERM', limitMs: 20_000, forcing: 'SIGKILL' },
  // SIGINT is PostgreSQL's fast stop and SIGQUIT its immediate one; SIGTERM would wait for every client to leave.
  { name: 'postgres', asking: 'SIGINT', limitMs: 20_000, forcing: 'SIGQUIT' },
];

/** What a start has running, in a file: after a SIGKILL of the starter, the next one finds what it left behind. */
export class ProcessBook {
  constructor(private readonly file: string) {}

  /** To be told as soon as a process exists. A name stands for one process: the newest. */
  remember(name: string, pid: number): void {
    const birth = birthOf(pid);
    if (birth === undefined) return; // Ended already.
    this.write([...this.all().filter((one) => one.name !== name), { name, pid, birth }]);
  }

  /** Those that still run. */
  running(): readonly KnownProcess[] {
    return this.all().filter(runs);
  }

  /** Stops all that run, in order, and forgets them. Tells their names. */
  async stopAll(): Promise<readonly string[]> {
    const stopped: string[] = [];
    for (const { name, asking, limitMs, forcing } of STOPS) {
      for (const one of this.running().filter((known) => known.name === name)) {
        signal(one.pid, asking);
        await waitUntil(() => !runs(one), limitMs, `${name} to stop`).catch(async () => {
          signal(one.pid, forcing);
          await waitUntil(() => !runs(one), 10_000, `${name} (process ${one.pid}) to end by ${forcing}`);
        });
        stopped.push(name);
      }
    }
    rmSync(this.file, { force: true });
    return stopped;
  }

  /** Ends all at once, as impatience asks for; PostgreSQL still in the way that it recovers from quickest. */
  endAll(): void {
    for (const { name, pid } of this.running()) signal(pid, name === 'postgres' ? 'SIGQUIT' : 'SIGKILL');
  }

  private all(): readonly KnownProcess[] {
    return existsSync(this.file) ? (JSON.parse(readFileSync(this.file, 'utf8')) as KnownProcess[]) : [];
  }

  private write(processes: readonly KnownProcess[]): void {
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(processes));
    renameSync(`${this.file}.new`, this.file);
  }
}

const runs = ({ pid, birth }: KnownProcess): boolean => birthOf(pid) === birth;
