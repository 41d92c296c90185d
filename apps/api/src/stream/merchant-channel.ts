import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@nestjs/common';
import { textOfPlace, type ChangeFeedStore, type FeedPlace, type StaffSessionStore } from '@zikui/persistence';
import type { StreamListener } from './stream-listener';

export type ChannelSources = Readonly<{ feed: ChangeFeedStore; sessions: StaffSessionStore; log: Logger }>;
export type ChannelPace = Readonly<{ pollMs: number; heartbeatMs: number }>;

/** How often it is asked whether sessions are still good. */
const SESSIONS_EVERY_MS = 5_000;

/**
 * All open pages of one merchant in this process. While there is one, it reads the merchant's changes, once for all of
 * them and within his wall of rows.
 */
export class MerchantChannel {
  readonly listeners = new Set<StreamListener>();
  /** Changes are read from then on; whoever waited for it misses none. */ readonly ready: Promise<void>;
  private readonly going = new AbortController();

  constructor(
    private readonly merchantId: string,
    private readonly sources: ChannelSources,
    private readonly pace: ChannelPace,
  ) {
    this.ready = this.begin();
  }

  close(): void {
    this.going.abort();
    for (const listener of this.listeners) listener.end();
  }

  private async begin(): Promise<void> {
    const place = await this.sources.feed.head(this.merchantId);
    void this.run(place);
  }

  private async run(from: FeedPlace): Promise<void> {
    let place = from;
    let [beaten, asked] = [Date.now(), Date.now()];
    while (await this.pause()) {
      place = await this.tell(place);
      const now = Date.now();
      if (now - asked >= Math.min(SESSIONS_EVERY_MS, this.pace.heartbeatMs)) {
        asked = now;
        await this.endOver();
      }
      if (now - beaten >= this.pace.heartbeatMs) {
        beaten = now;
        for (const listener of this.listeners) listener.beat();
      }
    }
  }

  private async pause(): Promise<boolean> {
    // The pause ends with the channel; that it was cut short is how it is told so.
    await wait(this.pace.pollMs, undefined, { signal: this.going.signal, ref: false }).catch(() => undefined);
    return !this.going.signal.aborted;
  }

  private async tell(place: FeedPlace): Promise<FeedPlace> {
    const news = await this.trying(() => this.sources.feed.after(this.merchantId, place));
    if (!news) return place;
    if (news.changes.length > 0)
      for (const listener of this.listeners) listener.tell(news.changes, textOfPlace(news.place));
    return news.more ? this.tell(news.place) : news.place;
  }

  /** Whoever is no longer signed in, or has other roles than he had, is let go; he may connect again as what he is now. */
  private async endOver(): Promise<void> {
    const listeners = [...this.listeners];
    const ids = [...new Set(listeners.map(({ listening }) => listening.sessionId))];
    const open = await this.trying(() => this.sources.sessions.rolesOfOpen(this.merchantId, ids));
    if (!open) return;
    for (const listener of listeners) {
      const { sessionId, roles } = listener.listening;
      if (open.get(sessionId)?.join() !== roles.join()) listener.end();
    }
  }

  /** While the database is away nobody is told anything; what happened meanwhile is told afterwards. */
  private async trying<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.sources.log.warn({ err: error }, 'Live updates wait');
      return undefined;
    }
  }
}
