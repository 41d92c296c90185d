import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export type HeardChange = Readonly<{ topic: string; id: string; version: number }>;

const LONGEST_WAIT_MS = 10_000;

/** An open page, as a test hears it. */
export class HeardStream {
  text = '';
  /** Resolves when the other side ends it. */ readonly ended: Promise<void>;

  constructor(private readonly answer: IncomingMessage) {
    this.ended = new Promise((resolve) => {
      answer.once('end', resolve);
    });
    answer.setEncoding('utf8').on('data', (text: string) => {
      this.text += text;
    });
    // Whoever stops to listen breaks the line off himself.
    answer.on('error', () => undefined);
  }

  stop(): void {
    this.answer.destroy();
  }

  async until(isTrue: () => boolean): Promise<void> {
    const begun = performance.now();
    while (!isTrue()) {
      if (performance.now() - begun > LONGEST_WAIT_MS) throw new Error(`not heard in time:\n${this.text}`);
      await wait(10);
    }
  }

  /** The first change that fits. */
  async change(fits: (change: HeardChange) => boolean): Promise<HeardChange> {
    await this.until(() => this.changes().some(fits));
    const found = this.changes().find(fits);
    if (!found) throw new Error('a change that was heard is there');
    return found;
  }

  /** Where to go on from: behind the last message that was heard to its end. */
  async place(): Promise<string> {
    await this.until(() => this.places().length > 0);
    return this.places().at(-1) ?? '';
  }

  private places(): readonly string[] {
    return [...this.text.matchAll(/^id: (\S+)\n/gm)].map(([, place = '']) => place);
  }

  private changes(): readonly HeardChange[] {
    return [...this.text.matchAll(/^data: (\{"topic".*\})$/gm)].map(([, json = '']) => JSON.parse(json) as HeardChange);
  }
}

/** Throws unless the page was opened. Each has a line of its own, as in a browser: `fetch` would open another one at once for each that is broken off. */
export function listen(url: string, headers: Readonly<Record<string, string>>): Promise<HeardStream> {
  return new Promise((resolve, reject) => {
    const heard = (answer: IncomingMessage): void => {
      if (answer.statusCode === 200) {
        resolve(new HeardStream(answer));
        return;
      }
      answer.resume();
      reject(new Error(`the page was answered ${String(answer.statusCode)}`));
    };
    get(url, { headers, agent: false }, heard).on('error', reject);
  });
}
