import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import path from 'node:path';

/** Ends programs and removes folders when this process is gone, be it by SIGKILL: a process of its own that waits at the end of a pipe. */
export class Guard {
  private readonly child: ChildProcess;

  constructor() {
    this.child = spawn(process.execPath, [path.join(__dirname, 'guard-process.cjs')], {
      detached: true,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    this.child.unref();
    if (this.child.stdin instanceof Socket) this.child.stdin.unref();
  }

  /** Takes a program in its care from its first moment on. */
  readonly watch = (pid: number): void => this.tell({ order: 'watch', pid });

  /** For a program that ended: its number may soon be another's. */
  readonly forget = (pid: number): void => this.tell({ order: 'forget', pid });

  readonly remove = (folder: string): void => this.tell({ order: 'remove', folder });

  /** Lets the guard do its work now. */
  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.ref();
    this.child.stdin?.end();
    await gone;
  }

  private tell(order: Readonly<Record<string, string | number>>): void {
    this.child.stdin?.write(`${JSON.stringify(order)}\n`);
  }
}
