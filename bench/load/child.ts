import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const READY_LIMIT_MS = 60_000;

/** A TypeScript program of the bench as its own process; resolves when it says that it is ready. */
export async function startChild(file: string, settings: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = fork(path.join(__dirname, '..', file), [], {
    execArgv: ['-r', '@swc-node/register'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${file} was not ready within ${READY_LIMIT_MS / 1000} s`)),
      READY_LIMIT_MS,
    );
    child.once('message', () => {
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${String(code)} before it was ready`)));
  });
  return child;
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
}
