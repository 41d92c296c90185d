import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** One line: what kind of thing, its id, and what it is now; null = it is gone. */
type Line = readonly [kind: string, id: string, value: unknown];
/** What is still worth keeping when the file is rewritten at start. */
export type Keep = (kind: string, value: unknown, age: Readonly<{ newerOfKind: number }>) => boolean;

function linesOf(text: string): Line[] {
  const rows = text.split('\n');
  // A kill in the middle of a write leaves a last line without its end: it was never answered for.
  rows.pop();
  return rows.map((row) => JSON.parse(row) as Line); // Written by `append` alone.
}

function latestOf(lines: readonly Line[], keep: Keep): Line[] {
  const latest = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line[0]}\n${line[1]}`;
    latest.delete(key); // So that the order is that of the last change.
    if (line[2] !== null) latest.set(key, line);
  }
  const newer = new Map<string, number>();
  const kept = [...latest.values()].reverse().filter(([kind, , value]) => {
    const newerOfKind = newer.get(kind) ?? 0;
    newer.set(kind, newerOfKind + 1);
    return keep(kind, value, { newerOfKind });
  });
  return kept.reverse();
}

/**
 * Everything the sandbox remembers, as lines appended to one file and held in memory. A change is handed to the system within the
 * turn in which it was made, so that killing this process loses nothing that was answered long enough to be read.
 */
export class Journal {
  private waiting: string[] = [];
  private writing: Promise<void> = Promise.resolve();
  private scheduled = false;
  private closed = false;

  private constructor(
    private readonly file: FileHandle,
    private readonly stored: readonly Line[],
  ) {}

  /** Opens the folder's journal, rewritten to its last state. */
  static async open(folder: string, keep: Keep): Promise<Journal> {
    await mkdir(folder, { recursive: true });
    const name = path.join(folder, 'sandbox.jsonl');
    const before = await open(name, 'a+');
    const lines = latestOf(linesOf(await before.readFile('utf8')), keep);
    await before.close();
    await rm(`${name}.new`, { force: true });
    const file = await open(`${name}.new`, 'a');
    await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await file.sync();
    await rename(`${name}.new`, name); // The open file follows its new name.
    return new Journal(file, lines);
  }

  /** What was stored of one kind when the journal was opened, oldest change first. Its type is that which was appended. */
  load(kind: string): readonly unknown[] {
    return this.stored.filter(([stored]) => stored === kind).map(([, , value]) => value);
  }

  /** Once it is closed nothing is written any more: what happens in the last moment happens again after the next start. */
  append(kind: string, id: string, value: unknown): void {
    if (this.closed) return;
    this.waiting.push(`${JSON.stringify([kind, id, value] satisfies Line)}\n`);
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.writing = this.writing.then(() => this.flush());
    });
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    this.closed = true;
    await this.writing;
    await this.flush();
    await this.file.close();
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join('');
    this.waiting = [];
    if (text !== '') await this.file.appendFile(text);
  }
}
