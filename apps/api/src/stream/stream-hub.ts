import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { forbiddenTopics, RefundError, rolesOf, TOPIC_PERMISSIONS, type StreamTopic } from '@zikui/domain';
import { ChangeFeedStore, placeOfText, StaffSessionStore, type Change, type StaffSession } from '@zikui/persistence';
import type { Response } from 'express';
import { Env } from '../env';
import { MerchantChannel } from './merchant-channel';
import { StreamListener } from './stream-listener';

/** A browser needs one for all its tabs; more than these are forgotten ones. */
const MOST_OF_A_SESSION = 6;
const RETRY_AFTER_SECONDS = 30;

export type StreamAsk = Readonly<{
  session: StaffSession;
  topics: readonly StreamTopic[];
  /** Up to where the page read or heard; null for one that has not. */ lastId: string | null;
  response: Response;
}>;

/** Every open page of this process. Another process has its own: both read the same changes. */
@Injectable()
export class StreamHub implements BeforeApplicationShutdown {
  private readonly channels = new Map<string, MerchantChannel>();
  private readonly listeners = new Set<StreamListener>();
  private isClosed = false;

  constructor(
    private readonly env: Env,
    private readonly feed: ChangeFeedStore,
    private readonly sessions: StaffSessionStore,
  ) {}

  /** Begins to tell. Throws `permission_missing` for a topic, `too_many_streams`, `invalid_field` for a place that is none, `unavailable`. */
  async open({ session, topics, lastId, response }: StreamAsk): Promise<void> {
    const { principal, id: sessionId } = session;
    const { merchantId } = principal;
    const [forbidden] = forbiddenTopics(principal, topics);
    if (forbidden !== undefined)
      throw new RefundError('permission_missing', { permission: TOPIC_PERMISSIONS[forbidden] });
    this.checkRoom(sessionId);
    const listener = new StreamListener({ sessionId, roles: rolesOf(principal), topics }, response);
    const channel = this.join(merchantId, listener);
    response.once('close', () => this.leave(merchantId, channel, listener));
    try {
      await channel.ready;
      const missed = await this.missedSince(merchantId, lastId);
      if (this.isClosed) throw new RefundError('unavailable');
      if (response.closed) return;
      listener.begin();
      if (missed === null) listener.reset();
      listener.catchUp(missed ?? []);
    } catch (error) {
      this.leave(merchantId, channel, listener);
      throw error;
    }
  }

  /** Lets everybody go at once, and takes nobody any more: a service that leaves waits for no open page. Safe to repeat. */
  close(): void {
    this.isClosed = true;
    for (const channel of this.channels.values()) channel.close();
    this.channels.clear();
  }

  beforeApplicationShutdown(): void {
    this.close();
  }

  private checkRoom(sessionId: string): void {
    if (this.isClosed) throw new RefundError('unavailable');
    const ofSession = [...this.listeners].filter(({ listening }) => listening.sessionId === sessionId).length;
    if (this.listeners.size >= this.env.MOST_STREAMS || ofSession >= MOST_OF_A_SESSION)
      throw new RefundError('too_many_streams', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }

  private join(merchantId: string, listener: StreamListener): MerchantChannel {
    const channel = this.channels.get(merchantId) ?? this.newChannel(merchantId);
    this.channels.set(merchantId, channel);
    this.listeners.add(listener);
    channel.listeners.add(listener);
    return channel;
  }

  private newChannel(merchantId: string): MerchantChannel {
    const { STREAM_POLL_MS: pollMs, STREAM_HEARTBEAT_MS: heartbeatMs } = this.env;
    const sources = { feed: this.feed, sessions: this.sessions, log: new Logger('Stream') };
    return new MerchantChannel(merchantId, sources, { pollMs, heartbeatMs });
  }

  /** Everything since a page heard last; null when that is too much to tell. */
  private async missedSince(merchantId: string, lastId: string | null): Promise<readonly Change[] | null> {
    if (lastId === null || lastId === '') return [];
    const { changes, more } = await this.feed.after(merchantId, placeOfText(lastId));
    return more ? null : changes;
  }

  private leave(merchantId: string, channel: MerchantChannel, listener: StreamListener): void {
    this.listeners.delete(listener);
    channel.listeners.delete(listener);
    if (channel.listeners.size > 0) return;
    channel.close();
    if (this.channels.get(merchantId) === channel) this.channels.delete(merchantId);
  }
}
