import { setTimeout as sleep } from 'node:timers/promises';
import { sandboxKey } from '../merchant/sample-merchants';

const LIMIT_MS = 30_000;
const BUSY: ReadonlySet<number> = new Set([429, 503]);
const MOST_REPEATS = 5;
const LONGEST_PAUSE_SECONDS = 5;
export type Keys = Readonly<{ createKey: string; decideKey: string }>;
export type ShownRefund = Readonly<{
  id: string;
  status: string;
  snapshotHash: string;
  trackingCodes: readonly string[];
}>;
type RefundBody = Omit<ShownRefund, 'trackingCodes'> &
  Readonly<{ return: Readonly<{ parcels: readonly Readonly<{ trackingCode: string }>[] }> | null }>;

/** The public API and the sandbox's controls, as the demo data and tests use them. Every unexpected answer throws with its body. */
export class DemoClient {
  constructor(
    private readonly api: string,
    private readonly sandbox: string,
    private readonly slug: string,
    private readonly keys: Keys,
  ) {}

  /** A captured payment at the sandbox gateway; gives its `pi_` reference. */
  async capture(amount: number, currency: string): Promise<string> {
    const answer = await fetch(`${this.sandbox}/v1/payment_intents`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${sandboxKey(this.slug)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ amount: `${amount}`, currency: currency.toLowerCase(), confirm: 'true' }),
    });
    return (await read<{ id: string }>(answer)).id;
  }

  async fault(order: Readonly<Record<string, unknown>>): Promise<void> {
    await read(await post(`${this.sandbox}/_faults`, order));
  }

  async scan(trackingCode: string, status: string): Promise<void> {
    await read(await post(`${this.sandbox}/_control/parcels/${trackingCode}/scan`, { status }));
  }

  async putSale(saleRef: string, body: unknown): Promise<void> {
    await read(await this.call('PUT', `/v1/sales/${saleRef}`, this.keys.createKey, body));
  }

  async request(body: Readonly<Record<string, unknown>>, idempotencyKey: string): Promise<ShownRefund> {
    return shown(await this.call('POST', '/v1/refunds', this.keys.createKey, body, idempotencyKey));
  }

  async decide(refund: ShownRefund, step: number, outcome: 'approve' | 'reject'): Promise<void> {
    const body = {
      step,
      outcome,
      snapshotHash: refund.snapshotHash,
      ...(outcome === 'reject' ? { reasonCode: 'right_ended', note: 'הבקשה הגיעה אחרי המועד' } : {}),
    };
    await read(
      await this.call(
        'POST',
        `/v1/refunds/${refund.id}/decisions`,
        this.keys.decideKey,
        body,
        `decide-${refund.id}-${step}`,
      ),
    );
  }

  async cancel(refund: ShownRefund): Promise<void> {
    await read(
      await this.call('POST', `/v1/refunds/${refund.id}/cancellation`, this.keys.createKey, {}, `cancel-${refund.id}`),
    );
  }

  async find(externalRef: string): Promise<ShownRefund | undefined> {
    const answer = await this.call(
      'GET',
      `/v1/refunds?externalRef=${encodeURIComponent(externalRef)}`,
      this.keys.createKey,
    );
    const [found] = (await read<{ items: RefundBody[] }>(answer)).items;
    return found && refundOf(found);
  }

  async get(id: string): Promise<ShownRefund> {
    return shown(await this.call('GET', `/v1/refunds/${id}`, this.keys.createKey));
  }

  /** Reads the refund until it stands in one of the statuses. Throws, naming where it stood, after 30 s. */
  async until(id: string, holds: (refund: ShownRefund) => boolean, what: string): Promise<ShownRefund> {
    const end = Date.now() + LIMIT_MS;
    for (;;) {
      const refund = await this.get(id);
      if (holds(refund)) return refund;
      if (Date.now() > end)
        throw new Error(`Waited ${LIMIT_MS / 1000} s for ${id} to be ${what}; it is ${refund.status}`);
      await sleep(50);
    }
  }

  /** Every call here may be repeated: it has a key, replaces, or reads. What a busy service sheds is asked again when it says. */
  private async call(
    method: string,
    path: string,
    key: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Response> {
    for (let repeats = MOST_REPEATS; ; repeats -= 1) {
      const answer = await this.callOnce(method, path, key, body, idempotencyKey);
      if (!BUSY.has(answer.status) || repeats === 0) return answer;
      await answer.body?.cancel();
      await sleep(Math.min(Number(answer.headers.get('retry-after') ?? 1), LONGEST_PAUSE_SECONDS) * 1000);
    }
  }

  private callOnce(
    method: string,
    path: string,
    key: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Response> {
    return fetch(`${this.api}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

const shown = async (answer: Response): Promise<ShownRefund> => refundOf(await read<RefundBody>(answer));
const refundOf = ({ id, status, snapshotHash, return: goods }: RefundBody): ShownRefund => ({
  id,
  status,
  snapshotHash,
  trackingCodes: goods?.parcels.map(({ trackingCode }) => trackingCode) ?? [],
});

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function read<Body>(answer: Response): Promise<Body> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}
