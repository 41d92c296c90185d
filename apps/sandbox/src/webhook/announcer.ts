import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Courier, type Delivered, type Parcel } from './courier';
import { WebhookEndpoints, type WebhookSource } from './webhook-endpoints';

/** How an event is told; a well-behaved one is told once and at once. */
export type Announcement = Readonly<{
  never: boolean;
  copies: number;
  delayMs: number;
  /** Told only after the next event of the same subject. */ afterTheNext: boolean;
  badSignature: boolean;
  agedMs: number;
}>;
export const PLAINLY: Announcement = {
  never: false,
  copies: 1,
  delayMs: 0,
  afterTheNext: false,
  badSignature: false,
  agedMs: 0,
};
/** An event of an account about one thing; `body` is the text that is signed. */
export type Event = Readonly<{ source: WebhookSource; account: string; kind: string; subject: string; body: string }>;

/** An event that waits for a next one is told by itself after this long. */
const LONGEST_HOLD_MS = 5_000;
type Told = () => Promise<readonly Delivered[]>;

/** Decides when and how often events are told. Resolves with the first answers of what was told now. */
@Injectable()
export class Announcer {
  private readonly held = new Map<string, Told[]>();

  constructor(
    private readonly courier: Courier,
    private readonly endpoints: WebhookEndpoints,
  ) {}

  async announce(event: Event, how: Announcement = PLAINLY): Promise<readonly Delivered[]> {
    const tell: Told = () => this.tell(event, how);
    if (how.never || this.endpoints.listening(event.source, event.account, event.kind).length === 0) return [];
    if (how.delayMs > 0) {
      this.courier.later(how.delayMs, () => void tell());
      return [];
    }
    if (how.afterTheNext && !this.held.has(event.subject)) {
      this.hold(event.subject, tell);
      return [];
    }
    const first = await tell();
    return [...first, ...(await this.release(event.subject))];
  }

  private hold(subject: string, tell: Told): void {
    this.held.set(subject, [...(this.held.get(subject) ?? []), tell]);
    this.courier.later(LONGEST_HOLD_MS, () => void this.release(subject));
  }

  private async release(subject: string): Promise<readonly Delivered[]> {
    const waiting = this.held.get(subject) ?? [];
    this.held.delete(subject);
    const answers: Delivered[] = [];
    for (const tell of waiting) answers.push(...(await tell()));
    return answers;
  }

  private async tell({ source, account, kind, body }: Event, how: Announcement): Promise<readonly Delivered[]> {
    const parcels = this.endpoints.listening(source, account, kind).flatMap(({ id: endpoint }) =>
      Array.from({ length: how.copies }, (): Parcel => ({
        id: randomUUID(),
        endpoint,
        kind,
        body,
        created: Date.now(),
        tries: 0,
        badSignature: how.badSignature,
        agedMs: how.agedMs,
      })),
    );
    return Promise.all(parcels.map((parcel) => this.courier.send(parcel)));
  }
}
