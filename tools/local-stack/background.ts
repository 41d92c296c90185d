import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, signal, waitUntil } from './process';
import type { ServerUser } from './folders';

const LAST_WORDS_LINES = 12;

export type BackgroundCommand = Readonly<{
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  logFile: string;
  env?: Readonly<Record<string, string | undefined>>;
  user?: ServerUser;
  /** Told at once, before the program is of any use: whoever cleans up must know of it even if the next line is never reached. */
  onSpawn?: ((pid: number) => void) | undefined;
}>;

/** A program in the background: in a group of its own, so that a Ctrl-C in the terminal reaches only the one who stops all in order. */
export class BackgroundProcess {
  readonly pid: number;
  /** Answers how the program ended, once it has: a signal's name, `exit code N`, or why it could not begin. */
  readonly ended: Promise<string>;
  private how: string | undefined;

  constructor(
    private readonly order: BackgroundCommand,
    child: ChildProcess,
  ) {
    this.pid = child.pid ?? 0;
    this.ended = new Promise((resolve) => {
      const end = (how: string): void => {
        this.how ??= how;
        resolve(this.how);
      };
      child.once('error', ({ message }) => end(message));
      child.once('exit', (code, by) => end(by ?? `exit code ${String(code)}`));
    });
  }

  get running(): boolean {
    return this.how === undefined && isAlive(this.pid);
  }

  /** Waits until `answers` says yes. When the program ends before that, or time is up, it is ended, and its last words are thrown. */
  async untilAnswering(answers: () => Promise<boolean>, limitMs: number): Promise<this> {
    const { name, logFile } = this.order;
    const holds = async (): Promise<boolean> => {
      if (!this.running)
        throw new Error(`${name} ended while it started (${this.how ?? 'killed'}).${this.lastWords()}`);
      return answers();
    };
    try {
      await waitUntil(holds, limitMs, `${name} to answer; its log is ${logFile}`);
    } catch (error) {
      await this.end('SIGKILL', 5000);
      throw error;
    }
    return this;
  }

  /** Asks the program to end, waits for that, and after `limitMs` ends it. Ending what has ended changes nothing. */
  async end(asking: NodeJS.Signals, limitMs: number): Promise<void> {
    if (!this.running || !signal(this.pid, asking)) return;
    await waitUntil(() => !this.running, limitMs, `${this.order.name} to stop`).catch(async () => {
      signal(this.pid, 'SIGKILL');
      await this.ended;
    });
  }

  private lastWords(): string {
    const { logFile } = this.order;
    const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n') : [];
    return ` Its log, ${logFile}, ends:\n${lines.slice(-LAST_WORDS_LINES).join('\n')}`;
  }
}

/** Starts a program whose words go to its log. It outlives us if need be, and does not keep us from ending. */
export function startInBackground(order: BackgroundCommand): BackgroundProcess {
  mkdirSync(path.dirname(order.logFile), { recursive: true });
  const log = openSync(order.logFile, 'a', 0o600);
  const child = spawn(order.command, order.args, {
    cwd: order.cwd,
    detached: true,
    stdio: ['ignore', log, log],
    ...(order.env === undefined ? {} : { env: order.env }),
    ...order.user,
  });
  closeSync(log);
  child.unref();
  if (child.pid !== undefined) order.onSpawn?.(child.pid);
  return new BackgroundProcess(order, child);
}
