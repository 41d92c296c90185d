import { setTimeout as sleep } from 'node:timers/promises';

/** A started program, as far as keeping it running goes. */
export type Running = Readonly<{ pid: number; ended: Promise<string> }>;
export type KeptPart = Readonly<{
  name: string;
  /** Starts the program; resolves when it is healthy. */ begin: () => Promise<Running>;
  tell: (text: string) => void;
  /** Told when a program that had ended is healthy again. */ onBack?: () => void;
}>;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran so long did not end because of how it was started. */
const STEADY_MS = 60_000;

/** Starts a program and starts it again whenever it ends, after pauses that double up to half a minute, until told to leave it. */
export class KeepRunning {
  private leaving = false;

  constructor(
    private readonly part: KeptPart,
    private readonly pause: (ms: number) => Promise<unknown> = sleep,
    private readonly now: () => number = Date.now,
  ) {}

  /** Resolves when the program is healthy for the first time. Throws when it does not become so: then nothing is started again. */
  async start(): Promise<void> {
    const first = await this.part.begin();
    void this.watch(first);
  }

  leave(): void {
    this.leaving = true;
  }

  private isLeft(): boolean {
    return this.leaving;
  }

  private async watch(first: Running): Promise<void> {
    let current: Running | undefined = first;
    let began = this.now();
    let pauseMs = FIRST_PAUSE_MS;
    for (;;) {
      const how = current === undefined ? 'it did not start' : await current.ended;
      if (this.now() - began > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      if (this.isLeft()) return;
      this.part.tell(`${this.part.name} ended (${how}); it starts again in ${pauseMs / 1000} s`);
      await this.pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      began = this.now();
      current = await this.beginAgain();
    }
  }

  private async beginAgain(): Promise<Running | undefined> {
    if (this.isLeft()) return undefined;
    try {
      const running = await this.part.begin();
      this.part.tell(`${this.part.name} is healthy again`);
      this.part.onBack?.();
      return running;
    } catch (error) {
      if (!this.isLeft()) this.part.tell(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}
