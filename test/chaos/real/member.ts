import { setTimeout as pause } from 'node:timers/promises';
import type { BackgroundProcess } from '../../../tools/local-stack/background';
import { KeepRunning } from '../../../tools/local-stack/keep-running';
import { signal } from '../../../tools/local-stack/process';
import { eventuallyHolds } from '../../e2e/client/eventually';

export type Begin = (onSpawn: (pid: number) => void) => Promise<BackgroundProcess>;
type Care = Readonly<{ watch: (pid: number) => void; tell: (text: string) => void }>;

/** Whoever keeps programs running begins them again at once; ours gives a port the moment to be free. */
const AGAIN_AFTER_MS = 200;
const BACK_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 20_000;

/** One program of the stack: started again whenever it ends, as a deployment would, unless it is to stay dead. */
export class Member {
  private keeper: KeepRunning | undefined;
  private process: BackgroundProcess | undefined;
  private pid = 0;
  private healthy = false;

  constructor(
    readonly name: string,
    private readonly begin: Begin,
    private readonly care: Care,
  ) {}

  /** Starts the program; resolves when it is healthy. */
  async start(): Promise<void> {
    const onSpawn = (pid: number): void => {
      this.pid = pid;
      this.care.watch(pid);
    };
    const begin = async (): Promise<BackgroundProcess> => {
      const process = await this.begin(onSpawn);
      this.process = process;
      this.healthy = true;
      void process.ended.then(() => {
        if (this.process === process) this.healthy = false;
      });
      return process;
    };
    this.keeper = new KeepRunning({ name: this.name, begin, tell: this.care.tell }, () => pause(AGAIN_AFTER_MS));
    await this.keeper.start();
  }

  /** Ends it as a crash would; it comes back by itself. */
  crash(how: NodeJS.Signals = 'SIGKILL'): void {
    this.healthy = false;
    signal(this.pid, how);
  }

  halt(): void {
    signal(this.pid, 'SIGSTOP');
  }

  goOn(): void {
    signal(this.pid, 'SIGCONT');
  }

  untilBack(): Promise<true> {
    return eventuallyHolds(`${this.name} to be back`, async () => this.healthy, BACK_LIMIT_MS);
  }

  /** Ends it for good, or until it is started again. */
  async leave(how: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.keeper?.leave();
    this.goOn();
    signal(this.pid, how);
    await this.process?.end(how, STOP_LIMIT_MS);
    this.healthy = false;
  }
}
