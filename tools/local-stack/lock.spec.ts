import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { holderOf, takeLock, waitForLock } from './lock';
import { birthOf } from './process';

describe('a lock file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zikui-lock-'));
    file = path.join(folder, 'of the stack', 'start.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has one holder at a time, whom the next one is told of', () => {
    const first = takeLock(file);
    expect(first.kind).toBe('taken');
    expect(takeLock(file)).toEqual({ kind: 'held', by: { pid: process.pid, birth: birthOf(process.pid) } });
    expect(holderOf(file)?.pid).toBe(process.pid);
    if (first.kind === 'taken') first.release();
    expect(holderOf(file)).toBeUndefined();
    expect(takeLock(file).kind).toBe('taken');
  });

  it('is free when its holder was killed', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    takeLock(file);
    writeFileSync(file, JSON.stringify({ pid, birth: '1' }));
    expect(takeLock(file).kind).toBe('taken');
  });

  it('is free when another program got its holder’s number', () => {
    takeLock(file);
    writeFileSync(file, JSON.stringify({ pid: process.pid, birth: 'long ago' }));
    expect(holderOf(file)).toBeUndefined();
    expect(takeLock(file).kind).toBe('taken');
  });

  it('is free when its holder was killed before it could sign', () => {
    takeLock(file);
    writeFileSync(file, '{"pid":');
    expect(takeLock(file).kind).toBe('taken');
    expect(readdirSync(path.dirname(file))).toEqual(['start.lock']);
  });

  it('is waited for, and given up with the holder’s number', async () => {
    const first = takeLock(file);
    await expect(waitForLock(file, 150)).rejects.toThrow(`is held by process ${process.pid}`);
    if (first.kind === 'taken') setTimeout(first.release, 50);
    const release = await waitForLock(file, 5000);
    release();
    expect(holderOf(file)).toBeUndefined();
  });
});
