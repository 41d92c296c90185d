import { setTimeout as wait } from 'node:timers/promises';

export type HeardChange = Readonly<{ topic: string; id: string; version: number }>;

const LONGEST_WAIT_MS = 10_000;

/** An open page, as a test hears it. */
export class HeardStream {
  text = '';
  /** Resolves when the other side ends it. */ readonly ended: Promise<void>;

  constructor(
    body: ReadableStream<Uint8Array>,
    private readonly going: AbortController,
  ) {
    this.ended = this.read(body);
    // A test that stops to listen is not told of the end.
    this.ended.catch(() => undefined);
  }

  stop(): void {
    this.going.abort();
  }

  async until(isTrue: () => boolean): Promise<void> {
    for (const begun = performance.now(); !isTrue(); await wait(10))
      if (performance.now() - begun > LONGEST_WAIT_MS) throw new Error(`not heard in time:\n${this.text}`);
  }

  /** The first change that fits. */
  async change(fits: (change: HeardChange) => boolean): Promise<HeardChange> {
    await this.until(() => this.changes().some(fits));
    const found = this.changes().find(fits);
    if (!found) throw new Error('a change that was heard is there');
    return found;
  }

  /** Where to go on from. */
  async place(): Promise<string> {
    await this.until(() => /^id: \S+$/m.test(this.text));
    return /^id: (\S+)$/gm.exec(this.text.slice(this.text.lastIndexOf('id: ')))?.[1] ?? '';
  }

  private changes(): readonly HeardChange[] {
    return [...this.text.matchAll(/^data: (\{"topic".*\})$/gm)].map(([, json = '']) => JSON.parse(json) as HeardChange);
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of body) this.text += decoder.decode(chunk, { stream: true });
  }
}

/** Throws unless the page was opened. */
export async function listen(url: string, headers: Readonly<Record<string, string>>): Promise<HeardStream> {
  const going = new AbortController();
  const response = await fetch(url, { headers, signal: going.signal });
  if (response.status !== 200 || !response.body) throw new Error(`${String(response.status)} ${await response.text()}`);
  return new HeardStream(response.body, going);
}
