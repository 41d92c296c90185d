import { randomUUID } from 'node:crypto';
import type { RefundStatus } from '@zikui/domain';
import type { CreditAccountView, Page, QuoteView, RefundView, StatusEvent, TimelineEntry } from '@zikui/persistence';
import { eventually } from './eventually';
import { bodyOf, call, type Answer, type Call, type Problem } from './http';

export type ShownRefund = RefundView & Readonly<{ temporalUrl: string | null }>;
export type ShownCommand = Readonly<{
  id: string;
  refundId: string;
  name: string;
  state: 'pending' | 'done' | 'refused';
  status: RefundStatus | null;
  problem: Problem | null;
}>;
export type Keys = Readonly<{ createKey: string; decideKey: string }>;
export type Body = Readonly<Record<string, unknown>>;
export type Decision = Readonly<{
  step?: number;
  outcome?: 'approve' | 'reject';
  /** Whose key decides; the merchant's deciding key when left out. */ key?: string;
  idempotencyKey?: string;
}>;

type Commanded = Answer<ShownRefund | ShownCommand>;

const LONGEST_PAGE = 200;

const untilAnswered = (ask: () => Promise<Commanded>): Promise<Commanded> =>
  eventually('the process to answer', async () => {
    const answer = await ask();
    return answer.status === 202 ? undefined : answer;
  });

/** The public API, as a merchant's backend with two keys uses it. Plain calls give the whole answer; the others expect success. */
export class MerchantClient {
  constructor(
    readonly api: string,
    readonly keys: Keys,
  ) {}

  putSale(saleRef: string, body: Body): Promise<Answer<unknown>> {
    return this.call(`/v1/sales/${saleRef}`, { method: 'PUT', body });
  }

  quote(body: Body): Promise<Answer<QuoteView>> {
    return this.call('/v1/refunds/quote', { method: 'POST', body });
  }

  request(body: Body, idempotencyKey: string = randomUUID()): Promise<Answer<ShownRefund>> {
    return this.call('/v1/refunds', { method: 'POST', body, idempotencyKey });
  }

  /** Decides, and asks by the same key until the process has answered: on a busy machine one call may not wait for it (202). */
  decide(refund: ShownRefund, how: Decision = {}): Promise<Commanded> {
    const { idempotencyKey = randomUUID() } = how;
    return untilAnswered(() => this.decideOnce(refund, { ...how, idempotencyKey }));
  }

  decideOnce({ id, snapshotHash }: ShownRefund, how: Decision = {}): Promise<Commanded> {
    const { step = 1, outcome = 'approve', key = this.keys.decideKey, idempotencyKey = randomUUID() } = how;
    const why = outcome === 'reject' ? { reasonCode: 'claim_not_confirmed', note: 'Opened and used' } : {};
    return this.call(`/v1/refunds/${id}/decisions`, {
      method: 'POST',
      key,
      idempotencyKey,
      body: { step, outcome, snapshotHash, ...why },
    });
  }

  cancel(refund: ShownRefund, idempotencyKey: string = randomUUID()): Promise<Commanded> {
    return untilAnswered(() => this.cancelOnce(refund, idempotencyKey));
  }

  cancelOnce({ id }: ShownRefund, idempotencyKey: string = randomUUID()): Promise<Commanded> {
    return this.call(`/v1/refunds/${id}/cancellation`, { method: 'POST', idempotencyKey, body: {} });
  }

  async accepted(body: Body, idempotencyKey?: string): Promise<ShownRefund> {
    return bodyOf(await this.request(body, idempotencyKey), 201);
  }

  async get(id: string): Promise<ShownRefund> {
    return bodyOf(await this.call<ShownRefund>(`/v1/refunds/${id}`), 200);
  }

  async list(filter: Readonly<Record<string, string>>): Promise<readonly ShownRefund[]> {
    const query = new URLSearchParams(filter);
    return bodyOf(await this.call<Page<ShownRefund>>(`/v1/refunds?${query.toString()}`), 200).items;
  }

  async timeline(id: string): Promise<readonly TimelineEntry[]> {
    return bodyOf(await this.call<Page<TimelineEntry>>(`/v1/refunds/${id}/timeline`), 200).items;
  }

  async creditOf(customerRef: string): Promise<CreditAccountView> {
    return bodyOf(await this.call<CreditAccountView>(`/v1/credit-accounts/${customerRef}`), 200);
  }

  /** All status changes behind `after`, read page by page as a backend would. */
  async eventsAfter(after: string | null, limit = LONGEST_PAGE): Promise<readonly StatusEvent[]> {
    const events: StatusEvent[] = [];
    for (let cursor = after; ;) {
      const query = new URLSearchParams({ limit: `${limit}`, ...(cursor === null ? {} : { after: cursor }) });
      const page = bodyOf(await this.call<Page<StatusEvent>>(`/v1/events?${query.toString()}`), 200);
      events.push(...page.items);
      if (page.items.length === 0) return events;
      cursor = page.next;
    }
  }

  /** The status changes of one refund, in order, once that one is among them: none is told while what began before it still runs. */
  async toldUntil(id: string, to: RefundStatus): Promise<readonly StatusEvent[]> {
    return eventually(`the feed to tell that ${id} is ${to}`, async () => {
      const told = (await this.eventsAfter(null)).filter(({ refundId }) => refundId === id);
      return told.at(-1)?.to === to ? told : undefined;
    });
  }

  /** Reads the refund until it is as wanted. Throws, telling where it stood, after the limit. */
  async until(
    id: string,
    what: string,
    holds: (refund: ShownRefund) => boolean,
    limitMs?: number,
  ): Promise<ShownRefund> {
    let last: ShownRefund | undefined;
    const look = async (): Promise<ShownRefund | undefined> => {
      last = await this.get(id);
      return holds(last) ? last : undefined;
    };
    const instead = (): string =>
      `; the refund ${id} is ${last?.status} with ${last?.transfers.map(({ status }) => status).join(', ')}`;
    return eventually(what, look, { instead, ...(limitMs === undefined ? {} : { limitMs }) });
  }

  untilIs(id: string, status: RefundStatus, limitMs?: number): Promise<ShownRefund> {
    return this.until(id, `the refund to be ${status}`, (refund) => refund.status === status, limitMs);
  }

  call<Shape>(path: string, options: Call = {}): Promise<Answer<Shape>> {
    return call<Shape>(`${this.api}${path}`, { key: this.keys.createKey, ...options });
  }
}
