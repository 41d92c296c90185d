import type { ServerResponse } from 'node:http';
import type { Role, StreamTopic } from '@zikui/domain';
import type { Change } from '@zikui/persistence';

/** Whoever reads so slowly that more than this waits for him has to connect again. */
const MOST_WAITING_BYTES = 256 * 1024;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // Proxies that collect answers would keep news back.
  'X-Accel-Buffering': 'no',
  // The line is over with its last word, so that a service that leaves waits for nobody to hang up.
  Connection: 'close',
};
/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

export type Listening = Readonly<{ sessionId: string; roles: readonly Role[]; topics: readonly StreamTopic[] }>;

/** One open page. What happens while it is still told of what it missed comes after that. */
export class StreamListener {
  private held: (readonly [readonly Change[], string])[] | null = [];

  constructor(
    readonly listening: Listening,
    private readonly response: ServerResponse,
  ) {}

  begin(): void {
    this.response.writeHead(200, HEADERS);
    this.write(`retry: ${String(RETRY_MS)}\n\n`);
  }

  /** News of everybody, up to `place`: of them it is told what it asked for. */
  tell(changes: readonly Change[], place: string): void {
    if (this.held) this.held.push([changes, place]);
    else this.send(changes, place);
  }

  /** What it missed; then it hears what came meanwhile. */
  catchUp(missed: readonly Change[]): void {
    const held = this.held ?? [];
    this.held = null;
    this.send(missed, null);
    for (const [changes, place] of held) this.send(changes, place);
  }

  /** It missed too much, and should read everything anew. */
  reset(): void {
    this.write('event: reset\ndata: {}\n\n');
  }

  /** A comment: who hears nothing for long knows that the line is dead. */
  beat(): void {
    this.write(': all is well\n\n');
  }

  end(): void {
    this.response.end();
  }

  private send(changes: readonly Change[], place: string | null): void {
    const wanted = changes.filter(({ topic }) => this.listening.topics.includes(topic));
    const messages = distinct(wanted).map((change) => `data: ${JSON.stringify(change)}\n\n`);
    // The place counts once everything before it was told; without a message it is remembered all the same.
    this.write(`${messages.join('')}${place === null ? '' : `id: ${place}\n\n`}`);
  }

  private write(text: string): void {
    if (text === '' || this.response.writableEnded) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_WAITING_BYTES) this.response.destroy();
  }
}

/** Of several changes of one thing the last one tells everything. */
const distinct = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((change) => [`${change.topic} ${change.id}`, change])).values(),
];
