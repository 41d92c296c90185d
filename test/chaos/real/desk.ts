import { setTimeout as pause } from 'node:timers/promises';
import type { Page, ReviewView } from '@zikui/persistence';
import type { StormClient } from './storm-client';

const EVERY_MS = 700;
const MOST_TRIES = 3;
const EVIDENCE = 'Line 14 of the statement of this day';

/** People who work off what does not go on by itself, with what one person may do: ask the gateway again, send again what it surely refused. */
export class Desk {
  private readonly tries = new Map<string, number>();
  private readonly given = new Set<string>();
  private readonly worked = new Set<string>();
  private readonly left = new Set<string>();
  private open = true;
  private readonly working: Promise<void>;

  constructor(private readonly client: StormClient) {
    this.working = this.work();
  }

  /** Nothing more can be done by one person: it waits in somebody's queue, which is an end for a storm. */
  gaveUp(refundId: string): boolean {
    return this.given.has(refundId);
  }

  /** Does not send again what was declined of this refund: somebody else pays it another way. */
  leave(refundId: string): void {
    this.left.add(refundId);
  }

  /** Refunds for which the desk did something. */
  get touched(): ReadonlySet<string> {
    return this.worked;
  }

  async close(): Promise<void> {
    this.open = false;
    await this.working;
  }

  private isOpen(): boolean {
    return this.open;
  }

  private async work(): Promise<void> {
    while (this.isOpen()) {
      await this.round();
      await pause(EVERY_MS);
    }
  }

  private async round(): Promise<void> {
    try {
      const page = await this.client.desk<Page<ReviewView>>('/v1/reviews?status=needs_review&limit=200');
      if (page.outcome === 'ok') for (const review of page.body.items) await this.care(review);
    } catch {
      // Time is up for whoever asks; what is left open is told by those who wait for it.
    }
  }

  private async care({ refundId, reviewReason, transfers }: ReviewView): Promise<void> {
    const open = transfers.filter(({ status }) => !['settled', 'released', 'reversed'].includes(status));
    let acted = false;
    for (const { id, status, allowedActions } of open) {
      const action = status === 'declined' ? 'retry' : 'look_up';
      if (action === 'retry' && this.left.has(refundId)) continue;
      const no = (this.tries.get(id) ?? 0) + 1;
      if (!allowedActions.includes(action) || no > MOST_TRIES) continue;
      this.tries.set(id, no);
      acted = true;
      this.worked.add(refundId);
      const key = `desk-${id}-${no}`;
      if (action === 'look_up')
        await this.client.desk(`/v1/refunds/${refundId}/lookups`, { key, body: { transfer: id } });
      else
        await this.client.desk(`/v1/refunds/${refundId}/resolutions`, {
          key,
          body: { action, transfer: id, evidence: EVIDENCE },
        });
    }
    // The end of a dispute is waited for: money then goes on by itself.
    if (!acted && reviewReason !== 'dispute_open') this.given.add(refundId);
  }
}
