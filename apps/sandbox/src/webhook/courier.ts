import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Env } from '../env';
import { Journal } from '../journal/journal';
import { PublicAddress } from '../public-address';
import { closeConnections, postEvent } from './post-event';
import { SIGNATURES } from './signatures';
import { WebhookEndpoints } from './webhook-endpoints';

/** One event on its way to one endpoint. Kept until it arrived or was given up. */
export type Parcel = Readonly<{
  id: string;
  endpoint: string;
  kind: string;
  body: string;
  created: number;
  tries: number;
  badSignature: boolean;
  agedMs: number;
}>;
export type Delivered = Readonly<{ url: string; kind: string; status: number | null }>;

const ANSWER_WITHIN_MS = 10_000;
const GIVEN_UP_AFTER_MS = 3 * 24 * 3_600_000;
/** So that a burst of events does not open as many connections. */
const AT_ONCE = 32;

/** Carries events to where they go, again and again until a 2xx, with a fresh signature each time, as Stripe does. */
@Injectable()
export class Courier implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Webhooks');
  private readonly queue: (() => void)[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;
  private readonly pauses: readonly number[];
  private underWay = 0;

  constructor(
    private readonly journal: Journal,
    private readonly endpoints: WebhookEndpoints,
    private readonly address: PublicAddress,
    @Inject(Env) env: Env,
  ) {
    this.pauses = env.SANDBOX_WEBHOOK_RETRY_MS.split(',').map(Number);
  }

  /** Goes on with what was on its way when the sandbox last stopped. */
  onApplicationBootstrap(): void {
    for (const parcel of this.journal.load('parcel') as Parcel[]) void this.carry(parcel);
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    closeConnections();
  }

  /** Sends for the first time; later tries go on by themselves. Resolves with the first answer. */
  send(parcel: Parcel): Promise<Delivered> {
    this.journal.append('parcel', parcel.id, parcel);
    return this.carry(parcel);
  }

  /** Runs `work` later, unless the sandbox stops before. */
  later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    this.timers.add(timer);
  }

  private async carry(parcel: Parcel): Promise<Delivered> {
    await this.place();
    const status = await this.post(parcel).finally(() => this.leave());
    if (status !== null && status >= 200 && status < 300) this.journal.append('parcel', parcel.id, null);
    else this.again({ ...parcel, tries: parcel.tries + 1 }, status);
    return { url: this.endpoints.find(parcel.endpoint)?.url ?? '', kind: parcel.kind, status };
  }

  private again(parcel: Parcel, status: number | null): void {
    if (this.stopped) return;
    if (Date.now() - parcel.created > GIVEN_UP_AFTER_MS || this.endpoints.find(parcel.endpoint) === undefined) {
      this.log.warn(`gave up ${parcel.kind} ${parcel.id} after ${String(parcel.tries)} tries`);
      this.journal.append('parcel', parcel.id, null);
      return;
    }
    const pause = this.pauses[Math.min(parcel.tries, this.pauses.length) - 1] ?? 0;
    this.log.debug(`${parcel.kind} ${parcel.id} answered ${String(status ?? 'nothing')}, again in ${String(pause)} ms`);
    this.later(pause, () => void this.carry(parcel));
  }

  /** The answer's status; null when there was none. */
  private post({ endpoint: id, body, badSignature, agedMs }: Parcel): Promise<number | null> {
    const endpoint = this.endpoints.find(id);
    if (endpoint === undefined) return Promise.resolve(null);
    const secret = badSignature ? `not-${endpoint.secret}` : endpoint.secret;
    const signed = SIGNATURES[endpoint.source]({
      body,
      secret,
      atMs: Date.now() - agedMs,
      address: this.address.url,
    });
    return postEvent({ url: endpoint.url, ...signed, withinMs: ANSWER_WITHIN_MS });
  }

  private async place(): Promise<void> {
    if (this.underWay >= AT_ONCE) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.underWay += 1;
  }

  /** Hands the place to whoever waits longest. */
  private leave(): void {
    const next = this.queue.shift();
    if (next === undefined) this.underWay -= 1;
    else next();
  }
}
