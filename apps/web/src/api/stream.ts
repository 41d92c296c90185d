import type { QueryClient } from '@tanstack/react-query';
import { ME, type Me } from './me';

/** What the server tells: something of that topic and id changed. Never what it changed to. */
type Change = Readonly<{ topic: string; id: string; version: number | null }>;
export type LiveState = 'connecting' | 'live' | 'paused';
type FromLeader = Readonly<
  { kind: 'change'; change: Change; place: string | null } | { kind: 'state'; state: LiveState } | { kind: 'reset' }
>;
/** What a tab that just came asks of the one that leads. */
const HOW_IS_IT = 'how is it';

const PATH = '/v1/stream';
const LOCK = 'zikui-stream';
const FAILS_BEFORE_POLLING = 2;
const POLL_MS = 15_000;
const RETRY_MS = [1_000, 4_000, 15_000] as const;

/** What may be heard, each with what a person needs for it. A query is about a topic when its key begins with it. */
const TOPICS = {
  refunds: 'refund.follow',
  approvals: 'refund.decide',
  reviews: 'review.read',
  proposals: 'proposal.read',
  operations: 'operations.read',
} as const;
/** The topics of somebody with these rights. */
export const topicsFor = (permissions: readonly string[]): readonly string[] =>
  Object.entries(TOPICS)
    .filter(([, permission]) => permissions.includes(permission))
    .map(([topic]) => topic);

/** `id` narrows to one thing; lists of the topic go along. */
const isAbout = ({ topic, id }: Change, key: readonly unknown[]): boolean =>
  key[0] === topic && (key[1] === id || typeof key[1] !== 'string');

/**
 * One connection for all tabs of a browser: the tab that holds the lock reads the stream and passes on what it hears.
 * Everybody refetches what a change is about; when the stream fails twice running, every tab polls and says so. A stream
 * begins where its tab began to read, or at what it heard last, so that nothing is missed before it or between two of them.
 */
export class LiveUpdates {
  private source: EventSource | null = null;
  private fails = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private channel: BroadcastChannel | null = null;
  private leaving = new AbortController();
  private readonly listeners = new Set<() => void>();
  private now: LiveState = 'connecting';
  /** Everything up to there was read or told; null when nobody knows. */
  private place: string | null = null;

  constructor(
    private readonly queries: QueryClient,
    private readonly topics: readonly string[],
  ) {}

  get state(): LiveState {
    return this.now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Begins, also again after `stop`. */
  start(): void {
    this.place ??= this.queries.getQueryData<Me>(ME)?.changesAfter ?? null;
    this.channel = new BroadcastChannel(LOCK);
    this.channel.onmessage = ({ data }: MessageEvent<FromLeader | typeof HOW_IS_IT>) => {
      if (data !== HOW_IS_IT) this.hear(data);
      else if (this.source !== null) this.channel?.postMessage({ kind: 'state', state: this.now });
    };
    this.channel.postMessage(HOW_IS_IT);
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    navigator.locks
      .request(LOCK, { signal }, () => this.lead(signal))
      .catch((thrown: unknown) => {
        if (!signal.aborted) throw thrown;
      });
  }

  stop(): void {
    this.leaving.abort();
    this.source?.close();
    this.source = null;
    clearTimeout(this.timer);
    this.channel?.close();
    this.channel = null;
  }

  /** Holds the lock until this tab goes. */
  private lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    this.open();
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  }

  private open(): void {
    const ask = { topics: this.topics.join(','), ...(this.place !== null && { after: this.place }) };
    const source = new EventSource(`${PATH}?${new URLSearchParams(ask).toString()}`);
    this.source = source;
    source.onopen = () => {
      const wasAway = this.fails > 0;
      this.fails = 0;
      this.tell({ kind: 'state', state: 'live' });
      // Without a place that it could name, nobody tells it what it missed.
      if (wasAway && this.place === null) this.tell({ kind: 'reset' });
    };
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      const change = changeIn(data);
      if (change) this.tell({ kind: 'change', change, place: lastEventId === '' ? this.place : lastEventId });
    };
    source.addEventListener('reset', () => this.tell({ kind: 'reset' }));
    source.onerror = () => {
      this.fails += 1;
      this.tell({ kind: 'state', state: this.fails >= FAILS_BEFORE_POLLING ? 'paused' : 'connecting' });
      // The browser comes back by itself after a break, and says what it heard last; a refusal it takes for final.
      if (source.readyState !== EventSource.CLOSED) return;
      // It may be the place that was refused: the next one begins anywhere, and then everything is read anew.
      this.place = null;
      this.timer = setTimeout(() => this.open(), RETRY_MS[Math.min(this.fails, RETRY_MS.length) - 1]);
    };
  }

  private tell(heard: FromLeader): void {
    this.channel?.postMessage(heard);
    this.hear(heard);
  }

  private hear(heard: FromLeader): void {
    if (heard.kind === 'change') {
      this.place = heard.place ?? this.place;
      void this.queries.invalidateQueries({ predicate: ({ queryKey }) => isAbout(heard.change, queryKey) });
      return;
    }
    if (heard.kind === 'reset') {
      void this.queries.invalidateQueries();
      return;
    }
    this.now = heard.state;
    for (const tell of this.listeners) tell();
  }
}

/** Has every tab of this browser read anew what changed of somebody's own: the server tells that to nobody. */
export function tellTabs(topic: keyof typeof TOPICS, id: string): void {
  const channel = new BroadcastChannel(LOCK);
  const heard: FromLeader = { kind: 'change', change: { topic, id, version: null }, place: null };
  channel.postMessage(heard);
  channel.close();
}

function changeIn(text: string): Change | undefined {
  try {
    const { topic, id, version = null } = JSON.parse(text) as Partial<Change>;
    return typeof topic === 'string' && typeof id === 'string' ? { topic, id, version } : undefined;
  } catch {
    return undefined; // A line of a newer server that this page does not know.
  }
}

/** How often a list asks by itself: never while the stream is live. */
export const pollWhile = (state: LiveState): number | false => (state === 'paused' ? POLL_MS : false);
