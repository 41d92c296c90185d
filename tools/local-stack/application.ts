import path from 'node:path';
import { startInBackground, type BackgroundProcess } from './background';
import { REPOSITORY } from './folders';

export type ApplicationName = 'sandbox' | 'api' | 'worker';
export type ApplicationSpec = Readonly<{
  name: ApplicationName;
  settings: Readonly<Record<string, string>>;
  healthUrl: string;
  logFile: string;
  /** Another build than the one that is shipped. */ build?: string;
  /** Whether traces name the sources: reading their maps is a fifth of a start. Yes when left out. */ hasSourceMaps?: boolean;
}>;

const HEALTHY_WITHIN_MS = 60_000;
/** Time for requests and activities in hand to come to their end. */
const DRAIN_MS = 45_000;

/** A larger nursery: most of what a request makes is dead before it would be moved out of a small one. */
const NODE_OPTIONS = ['--max-semi-space-size=32'];
const SOURCE_MAPS = '--enable-source-maps';

/** The built program of an application. */
export const mainOf = (name: ApplicationName, build = path.join(REPOSITORY, 'dist')): string =>
  path.join(build, 'apps', name, 'main.js');

/** One of our programs, started from its build; it can be started again after it ended, on its old address. */
export class Application {
  private current: BackgroundProcess | undefined;

  constructor(
    readonly spec: ApplicationSpec,
    private readonly onSpawn?: (pid: number) => void,
  ) {}

  get pid(): number {
    return this.current?.pid ?? 0;
  }

  /** Starts the program and waits until its health address answers. Throws with its last words when it ends or stays silent for 60 s. */
  async start(): Promise<BackgroundProcess> {
    const { name, settings, healthUrl, logFile, build, hasSourceMaps = true } = this.spec;
    this.current = startInBackground({
      name,
      command: process.execPath,
      args: [...(hasSourceMaps ? [SOURCE_MAPS] : []), ...NODE_OPTIONS, mainOf(name, build)],
      cwd: REPOSITORY,
      logFile,
      env: { ...inherited(), ...settings },
      onSpawn: this.onSpawn,
    });
    return this.current.untilAnswering(() => isHealthy(healthUrl), HEALTHY_WITHIN_MS);
  }

  /** Asks the program to stop and waits for its drain. Stopping what does not run changes nothing. */
  async stop(): Promise<void> {
    await this.current?.end('SIGTERM', DRAIN_MS);
  }

  /** Ends the program at once, as a crash would. */
  async kill(): Promise<void> {
    await this.current?.end('SIGKILL', DRAIN_MS);
  }
}

/** What a program may inherit: paths and locale, never a setting of ours that happens to stand in the terminal. */
const inherited = (): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LANG: process.env['LANG'],
  TZ: process.env['TZ'],
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
