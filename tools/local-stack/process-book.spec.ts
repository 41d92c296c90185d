import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProcessBook, type KnownProcess } from './process-book';

describe('the process book', () => {
  let folder: string;
  let file: string;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zikui-book-'));
    file = path.join(folder, 'local', 'processes.json');
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const program = (): number => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    children.push(child);
    return child.pid ?? 0;
  };

  it('finds what another start left behind, and stops it in order', async () => {
    const first = new ProcessBook(file);
    const pids = { postgres: program(), api: program(), worker: program() };
    for (const [name, pid] of Object.entries(pids)) first.remember(name, pid);

    const next = new ProcessBook(file);
    expect(next.running().map(({ name }) => name)).toEqual(['postgres', 'api', 'worker']);
    await expect(next.stopAll()).resolves.toEqual(['api', 'worker', 'postgres']);
    expect(next.running()).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  it('asks PostgreSQL by SIGINT, which does not wait for its clients', async () => {
    const pid = program();
    const gone = new Promise((resolve) => children[0]?.once('exit', (_code, signal) => resolve(signal)));
    const book = new ProcessBook(file);
    book.remember('postgres', pid);
    await book.stopAll();
    await expect(gone).resolves.toBe('SIGINT');
  });

  it('knows the newest process of a name', () => {
    const book = new ProcessBook(file);
    book.remember('worker', program());
    const again = program();
    book.remember('worker', again);
    expect(book.running().map(({ pid }) => pid)).toEqual([again]);
  });

  it('leaves a number alone that another program got since', async () => {
    const book = new ProcessBook(file);
    book.remember('worker', program());
    const [known] = JSON.parse(readFileSync(file, 'utf8')) as [KnownProcess];
    writeFileSync(file, JSON.stringify([{ ...known, birth: 'long ago' }]));
    await expect(book.stopAll()).resolves.toEqual([]);
    expect(children[0]?.exitCode).toBeNull();
  });

  it('does not list what ended before it was told of', () => {
    const book = new ProcessBook(file);
    book.remember('worker', 4_194_303);
    expect(book.running()).toEqual([]);
  });
});
