import { spawn } from 'node:child_process';
import type { ServerUser } from './folders';

export type RunOptions = Readonly<{
  cwd?: string;
  user?: ServerUser;
  env?: NodeJS.ProcessEnv;
  limitMs?: number;
  onSpawn?: ((pid: number) => void) | undefined;
}>;
/** What a command said, and whether it went well. A command that is not on this machine went badly. */
export type RunResult = Readonly<{ ok: boolean; output: string }>;

/** Runs a command to its end without holding up the rest. Never throws: the caller knows which sentence fits. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { cwd, user, env, limitMs, onSpawn } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      ...(limitMs === undefined ? {} : { timeout: limitMs, killSignal: 'SIGKILL' as const }),
      ...user,
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    const end = (ok: boolean, more = ''): void =>
      resolve({ ok, output: `${Buffer.concat(said).toString('utf8')}${more}`.trim() });
    child.once('error', ({ message }) => end(false, message));
    child.once('close', (code, signal) => end(code === 0, signal === null ? '' : `\nended by ${signal}`));
    if (child.pid !== undefined) onSpawn?.(child.pid);
  });
}
