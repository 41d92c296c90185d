import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { createWebhookCaller } from '@zikui/connectors';
import { retryAfterMs } from '@zikui/domain';
import { WebhookDispatchStore, type ClaimedDelivery, type TryResult } from '@zikui/persistence';
import { Env } from '../env';
import { nameOf } from '../relay/box';
import { Slots } from './slots';
import { Turns } from './turns';
import { webhookBody } from './webhook-body';

/** Of one endpoint at a time: one that fails is only felt for. */
const PER_ENDPOINT = { well: 4, failing: 1 } as const;
/** The next round begins no sooner after a try has ended, so that many that end together cause one. */
const PAUSE_MS = 20;
/** Ends that are written at once: many tries may end in one moment, and money needs the database's connections. */
const WRITES_AT_ONCE = 3;
/** How often, and after which pause, an end is written; all within the lease of the try. */
const WRITES = { most: 5, pauseMs: 1_000 } as const;
/** A claimed try that could not begin by then is left to whoever claims it next: its lease may end before its answer. */
const BEGIN_WITHIN_MS = 10_000;

/**
 * Tells endpoints of status changes: makes deliveries of new events, and tries what is due. Apart from the other relays,
 * because an endpoint may take ten seconds to answer. Bounded by places; a dead endpoint takes none from those that are well.
 */
@Injectable()
export class WebhookRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Webhooks');
  private readonly slots: Slots;
  private readonly call: ReturnType<typeof createWebhookCaller>;
  private readonly tries = new Set<Promise<void>>();
  private readonly writes = new Turns(WRITES_AT_ONCE);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private woken = false;
  private stopped = false;

  constructor(
    private readonly env: Env,
    private readonly deliveries: WebhookDispatchStore,
  ) {
    this.slots = new Slots(env.WEBHOOK_SLOTS);
    this.call = createWebhookCaller({ loopback: env.WEBHOOK_ALLOW_LOOPBACK === 'true' });
  }

  onApplicationBootstrap(): void {
    if (this.env.WORKER_ROLES.includes('relay')) this.next(0);
  }

  /** Lets tries end that have begun: each takes ten seconds at most. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
    await Promise.all(this.tries);
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.round = this.run().then((more) => this.next(more || this.woken ? PAUSE_MS : this.env.RELAY_EVERY_MS));
      this.woken = false;
    }, afterMs);
  }

  /** The next round begins in a moment, or right after the one that runs. */
  private wake(): void {
    if (this.timer === undefined) this.woken = true;
    else this.next(PAUSE_MS);
  }

  /** One round; true when there is likely more to do at once. A database that is away is asked again in the next round. */
  private async run(): Promise<boolean> {
    try {
      if (!(await this.deliveries.isWanted())) return false;
      const moved = await this.deliveries.fanOut(this.env.RELAY_BATCH);
      const taken = (await this.take(false)) + (await this.take(true));
      const given = await this.deliveries.giveUp(this.env.RELAY_BATCH);
      if (given > 0) this.log.warn({ deliveries: given }, 'Webhooks were given up: their owners have to look');
      return moved > 0 || taken > 0 || given >= this.env.RELAY_BATCH;
    } catch (error) {
      this.log.warn({ error: nameOf(error) }, 'Webhooks could not be read');
      return false;
    }
  }

  private async take(failing: boolean): Promise<number> {
    const limit = this.slots.free(failing);
    if (limit === 0) return 0;
    const perEndpoint = failing ? PER_ENDPOINT.failing : PER_ENDPOINT.well;
    const claimedAt = performance.now();
    const claimed = await this.deliveries.claim({ limit, failing, busy: this.slots.busy, perEndpoint });
    for (const delivery of claimed) this.begin(delivery, failing, claimedAt);
    return claimed.length;
  }

  private begin(delivery: ClaimedDelivery, failing: boolean, claimedAt: number): void {
    const release = this.slots.take(delivery.endpointId, failing);
    const tried = this.try(delivery, claimedAt)
      .catch((error: unknown) => {
        // It was sent, or not; either way its lease ends and it is tried again: told twice is better than not at all.
        this.log.warn({ deliveryId: delivery.id, error: nameOf(error) }, 'The end of a try could not be written');
      })
      .finally(() => {
        release();
        this.tries.delete(tried);
        // There may be more for that endpoint.
        this.wake();
      });
    this.tries.add(tried);
  }

  private async try(delivery: ClaimedDelivery, claimedAt: number): Promise<void> {
    const begun = performance.now();
    if (begun - claimedAt > BEGIN_WITHIN_MS) return;
    const { url, event, secrets, tryNo } = delivery;
    const result = await this.call({ url, id: event.id, body: webhookBody(event), secrets });
    const milliseconds = Math.round(performance.now() - begun);
    const wait = retryAfterMs(tryNo, this.env.WEBHOOK_RETRIES_MS, Math.random());
    await this.write(delivery, { result, milliseconds, retryAfterMs: wait });
    if (result.kind === 'gone')
      this.log.warn({ endpointId: delivery.endpointId }, 'An endpoint answered 410 and was disabled');
  }

  /** A database that is away for a moment is waited for. */
  private async write(delivery: ClaimedDelivery, result: TryResult): Promise<void> {
    for (let no = 1; ; no += 1) {
      try {
        await this.writes.run(() => this.deliveries.record(delivery, result));
        return;
      } catch (error) {
        if (no >= WRITES.most) throw error;
        await pause(WRITES.pauseMs);
      }
    }
  }
}
