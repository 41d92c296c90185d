import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './folders';
import { isAlive, waitUntil } from './process';

export type ApplicationName = 'sandbox' | 'api' | 'worker';
export type ApplicationSpec = Readonly<{
  name: ApplicationName;
  settings: Readonly<Record<string, string>>;
  healthUrl: string;
  logFile: string;
}>;

/** The built program of an application. */
export const mainOf = (name: ApplicationName): string => path.join(REPOSITORY, 'dist', 'apps', name, 'main.js');

/** One of our programs as a child process of its own group, so that a Ctrl-C in the terminal reaches only the one who stops them in order. */
export class Application {
  private child: ChildProcess | undefined;

  constructor(
    readonly spec: ApplicationSpec,
    /** Told when the process ends without having been asked to. */
    private readonly onCrash: (name: ApplicationName, how: string) => void = () => undefined,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Starts the program and waits until its health address answers. Throws, naming the log, when it ends or stays silent for 60 s. */
  async start(): Promise<void> {
    const { name, settings, healthUrl, logFile } = this.spec;
    mkdirSync(path.dirname(logFile), { recursive: true });
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, ['--enable-source-maps', mainOf(name)], {
      cwd: REPOSITORY,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...inherited(), ...settings },
    });
    this.child = child;
    child.once('exit', (code, signal) => {
      if (this.child === child) this.onCrash(name, signal ?? `exit code ${String(code)}`);
    });
    await waitUntil(
      async () => {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`${name} ended while starting; its reason stands in ${logFile}`);
        return isHealthy(healthUrl);
      },
      60_000,
      `${name} to become healthy; its log is ${logFile}`,
    );
  }

  /** Asks the program to stop and waits for its drain; after 45 s it is ended. Stopping what does not run changes nothing. */
  async stop(): Promise<void> {
    await this.end('SIGTERM', 45_000);
  }

  /** Ends the program at once, as a crash would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL', 10_000);
  }

  private async end(signal: NodeJS.Signals, limitMs: number): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const pid = child.pid;
    process.kill(pid, signal);
    await waitUntil(
      () => child.exitCode !== null || child.signalCode !== null || !isAlive(pid),
      limitMs,
      `${this.spec.name} to stop`,
    ).catch(() => process.kill(pid, 'SIGKILL'));
  }
}

/** What a program may inherit: paths and locale, never a setting of ours that happens to stand in the terminal. */
const inherited = (): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LANG: process.env['LANG'],
  TMPDIR: process.env['TMPDIR'],
});

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // Not up yet; the caller's limit ends the waiting.
  }
}
