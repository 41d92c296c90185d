import { DELIVERY_LIFE_MS, publicId, type DeliveryResult } from '@zikui/domain';
import { appendAudit } from '../audit/append-audit';
import { cursorOf } from '../database/cursor';
import type { Database, Tx } from '../database/database';
import { EndpointSecrets } from './endpoint-secrets';
import { EVENT_TYPES, type EventBody, type StatusEvent } from './status-event';
import { publicEvent } from './read-status-events';
import { CLAIM, DELIVERED, DETAILS, FAILED, FAN_OUT, GIVE_UP, GONE } from './webhook-dispatch.sql';

/** One try that this process, and no other, has to make within its lease. */
export type ClaimedDelivery = Readonly<{
  id: string;
  endpointId: string;
  url: string;
  /** The present secret, then the one before while it still signs. */ secrets: readonly string[];
  event: StatusEvent;
  /** Which try it is since the delivery began, or was sent anew. */ tryNo: number;
  /** Tells whether another try took its place meanwhile. */ tries: number;
}>;
export type ClaimAsk = Readonly<{
  limit: number;
  /** Endpoints whose last try failed, or those that are well: each kind has its own places, so that dead ones hold up no others. */ failing: boolean;
  /** Endpoints that have something on its way. */ busy: readonly string[];
  /** Deliveries of one endpoint at a time. */ perEndpoint: number;
}>;
export type TryResult = Readonly<{ result: DeliveryResult; milliseconds: number; retryAfterMs: number }>;

/** For how long a claimed try is nobody else's; well above the time that one may take. */
const LEASE_MS = 30_000;
const EVENTS_AT_ONCE = 100;

type ClaimedRow = Omit<ClaimedDelivery, 'secrets' | 'event'> &
  Omit<StatusEvent, 'id' | 'from' | 'to' | 'deadline'> &
  Readonly<{
    merchantId: string;
    secret: string;
    previousSecret: string | null;
    transactionNo: number;
    number: number;
    body: EventBody;
  }>;

/** Carries events to endpoints: what a relay takes, and what it tells back. Each method is one transaction. */
export class WebhookDispatchStore {
  private readonly secrets: EndpointSecrets;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.secrets = new EndpointSecrets(secrets);
  }

  /** Whether there is any endpoint at all: without one nothing else has to be asked. */
  async isWanted(): Promise<boolean> {
    return (
      (await this.database.read('dispatcher', (tx) => tx.query('SELECT FROM webhook_endpoint LIMIT 1'))).length > 0
    );
  }

  /**
   * Makes deliveries of the events that came since each endpoint's place, and moves the place: all of it or nothing. Two
   * relays never work at one endpoint. Gives how many endpoints it moved. A merchant without endpoint costs nothing.
   */
  async fanOut(endpoints: number): Promise<number> {
    const params = [endpoints, EVENTS_AT_ONCE, EVENT_TYPES, DELIVERY_LIFE_MS];
    const [moved] = await this.database.write('dispatcher', (tx) => tx.query<{ count: number }>(FAN_OUT, params));
    return moved?.count ?? 0;
  }

  /** Takes tries that are due. Each is this caller's alone until its lease is over, and then due again. */
  async claim({ limit, failing, busy, perEndpoint }: ClaimAsk): Promise<readonly ClaimedDelivery[]> {
    const rows = await this.database.write('dispatcher', async (tx) => {
      const taken = await tx.query<{ id: string }>(CLAIM, [limit, failing, busy, perEndpoint, LEASE_MS]);
      return taken.length === 0 ? [] : tx.query<ClaimedRow>(DETAILS, [taken.map(({ id }) => id)]);
    });
    return rows.map((row) => this.claimed(row));
  }

  /** Writes what came of a try: the end of the delivery, or its next try, or, when its life is over by then, that somebody has to look. */
  async record(
    { id, endpointId, tries }: ClaimedDelivery,
    { result, milliseconds, retryAfterMs }: TryResult,
  ): Promise<void> {
    const failure = result.kind === 'failed' ? result.failure : null;
    const tried = JSON.stringify({ status: result.status, failure, milliseconds });
    await this.database.write('dispatcher', async (tx) => {
      if (result.kind === 'failed') await tx.query(FAILED, [id, endpointId, tries, tried, retryAfterMs]);
      if (result.kind === 'delivered') await tx.query(DELIVERED, [id, endpointId, tries, tried]);
      if (result.kind === 'gone') await disable(tx, [id, endpointId, tries, tried]);
    });
  }

  /** Gives up what was tried for the whole of its life; whoever keeps the endpoint has to look. Gives how many. */
  async giveUp(limit: number): Promise<number> {
    return (await this.database.write('dispatcher', (tx) => tx.query(GIVE_UP, [limit]))).length;
  }

  private claimed({ merchantId, secret, previousSecret, ...row }: ClaimedRow): ClaimedDelivery {
    const { id, endpointId, url, tryNo, tries } = row;
    const sealed = previousSecret === null ? [secret] : [secret, previousSecret];
    const secrets = sealed.map((one) => this.secrets.open(one, merchantId, endpointId));
    const event = publicEvent({ ...row, id: cursorOf(row.transactionNo, row.number) });
    return { id, endpointId, url, tryNo, tries, secrets, event };
  }
}

/** An endpoint that says it is no more is told nothing until somebody enables it. */
async function disable(tx: Tx, params: readonly unknown[]): Promise<void> {
  const [disabled] = await tx.query<{ merchantId: string; endpointId: string }>(GONE, params);
  if (!disabled) return;
  const { merchantId, endpointId } = disabled;
  await appendAudit(tx, {
    ...{ merchantId, refundId: null, actor: 'system', owner: 'system', role: null, address: null },
    action: 'webhook_endpoint.disabled',
    subject: publicId('webhookEndpoint', endpointId),
    data: { reason: 'gone' },
  });
}
