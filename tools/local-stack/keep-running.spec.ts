import { KeepRunning, type Running } from './keep-running';

/** A program whose end the test decides. */
class Program {
  readonly starts: Running[] = [];
  readonly told: string[] = [];
  readonly pauses: number[] = [];
  backs = 0;
  time = 0;
  failures = 0;
  private enders: ((how: string) => void)[] = [];

  readonly part = {
    name: 'worker',
    begin: async (): Promise<Running> => {
      if (this.failures > 0) {
        this.failures -= 1;
        throw new Error('worker ended while it started (exit code 1).');
      }
      const running = { pid: this.starts.length + 1, ended: new Promise<string>((end) => this.enders.push(end)) };
      this.starts.push(running);
      return running;
    },
    tell: (text: string) => void this.told.push(text),
    onBack: () => void (this.backs += 1),
  };
  readonly kept = new KeepRunning(
    this.part,
    async (ms) => void this.pauses.push(ms),
    () => this.time,
  );

  async end(how: string, afterMs = 0): Promise<void> {
    this.time += afterMs;
    this.enders.shift()?.(how);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }
}

describe('a program that is kept running', () => {
  it('is started again after it ended, and that is told', async () => {
    const program = new Program();
    await program.kept.start();
    await program.end('SIGKILL');
    expect(program.starts).toHaveLength(2);
    expect(program.backs).toBe(1);
    expect(program.told).toEqual(['worker ended (SIGKILL); it starts again in 1 s', 'worker is healthy again']);
  });

  it('waits twice as long each time it ends soon, up to half a minute, and a second again after a steady minute', async () => {
    const program = new Program();
    await program.kept.start();
    for (let crash = 0; crash < 7; crash++) await program.end('SIGSEGV');
    expect(program.pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    await program.end('SIGSEGV', 61_000);
    expect(program.pauses.at(-1)).toBe(1000);
  });

  it('is tried again when it did not start, with its reason told', async () => {
    const program = new Program();
    await program.kept.start();
    program.failures = 2;
    await program.end('exit code 1');
    expect(program.starts).toHaveLength(2);
    expect(program.told).toContain('worker ended while it started (exit code 1).');
    expect(program.pauses).toEqual([1000, 2000, 4000]);
  });

  it('is left alone once we leave', async () => {
    const program = new Program();
    await program.kept.start();
    program.kept.leave();
    await program.end('SIGTERM');
    expect(program.starts).toHaveLength(1);
    expect(program.told).toEqual([]);
  });

  it('is not started again when it never started at all', async () => {
    const program = new Program();
    program.failures = 1;
    await expect(program.kept.start()).rejects.toThrow('ended while it started');
    expect(program.pauses).toEqual([]);
  });
});
