import { fork } from 'node:child_process';
import path from 'node:path';
import { Closers } from './closers';

describe('what the bench started', () => {
  it('is stopped once, the last one first, whoever asks and however often', async () => {
    const stopped: string[] = [];
    const closers = new Closers();
    for (const name of ['first', 'second']) await closers.add(async () => stopped.push(name));
    await Promise.all([closers.close(), closers.close()]);
    await closers.close();
    expect(stopped).toEqual(['second', 'first']);
  });

  it('is stopped also when one of it cannot be, which is told at the end', async () => {
    const stopped: string[] = [];
    const closers = new Closers();
    await closers.add(async () => stopped.push('first'));
    await closers.add(() => Promise.reject(new Error('stuck')));
    await expect(closers.close()).rejects.toThrow('stuck');
    expect(stopped).toEqual(['first']);
  });

  it('is stopped at once when it started while all was being stopped', async () => {
    const stopped: string[] = [];
    const closers = new Closers();
    await closers.close();
    await expect(closers.add(async () => stopped.push('late'))).rejects.toThrow('ended while it started');
    expect(stopped).toEqual(['late']);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('is stopped by %s, and only then the run ends', async (signal, code) => {
    const run = fork(path.join(__dirname, 'closers.ended.ts'), {
      execArgv: ['-r', '@swc-node/register'],
      stdio: 'pipe',
    });
    let told = '';
    run.stdout?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    await new Promise((resolve) => run.once('message', resolve));
    run.kill(signal);
    expect(await new Promise((resolve) => run.once('exit', resolve))).toBe(code);
    expect(told).toBe('stopped\n');
  });
});
