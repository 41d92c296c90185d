type End = () => Promise<unknown>;

/** What was started and has to be stopped, the last one first; also when the run is ended from outside, in the middle of starting. */
export class Closers {
  private readonly ends: End[] = [];
  private isOver = false;
  private closing: Promise<void> | undefined;

  /** Stops what was started at once, and throws, when everything else is being stopped already. */
  async add(end: End): Promise<void> {
    if (this.isOver) {
      await end();
      throw new Error('The bench was ended while it started');
    }
    this.ends.push(end);
  }

  /** Stops everything. Called again, it waits for the same end. One that cannot be stopped does not keep the others running; its error is thrown last. */
  close(): Promise<void> {
    this.isOver = true;
    return (this.closing ??= this.endAll());
  }

  private async endAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const end of this.ends.splice(0).reverse()) await end().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}

const ENDED_BY = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Ends the run as the signal says, once all that it started is stopped. `started` settles when nothing more will be started. */
export function closeOnSignal(closers: Closers, started: Promise<unknown>): void {
  for (const signal of Object.keys(ENDED_BY) as (keyof typeof ENDED_BY)[]) {
    process.once(signal, () => {
      console.error(`\n${signal}: stopping what the bench started`);
      void Promise.allSettled([closers.close(), started]).then(([closed]) => {
        if (closed.status === 'rejected') console.error(closed.reason);
        process.exit(ENDED_BY[signal]);
      });
    });
  }
}
