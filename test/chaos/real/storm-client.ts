import { setTimeout as pause } from 'node:timers/promises';
import type { MerchantKeys } from '../../../tools/merchant/set-up-merchant';
import type { Body, ShownCommand, ShownRefund } from '../../e2e/client/merchant.client';
import type { History, HistoryLine, Outcome } from './history';

const CALL_LIMIT_MS = 8_000;
const PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 1_000;
const ACCEPTED = 202;

export type Told<Shape> = Readonly<{ outcome: Outcome; status: number | null; code: string | null; body: Shape }>;
type Asking = Readonly<{
  what: HistoryLine['what'];
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  saleRef?: string;
  key?: string;
  apiKey?: string;
  body?: Body;
}>;

type Act = Readonly<{
  as: 'backend' | 'approver' | 'finance';
  method?: 'POST' | 'PUT';
  path: string;
  key: string;
  body: Body;
}>;

/** Ends of calls whose callers may not wait any longer. */
export class OutOfTime extends Error {}

/**
 * A merchant's backend in a storm: calls either api in turn, writes down what it was told, and repeats what it was not
 * told under the same key. Errors are expected; it never throws for one.
 */
export class StormClient {
  private calls = 0;
  /** When repeating ends, because the storm is over and the time to become quiet too. */ deadline =
    Number.POSITIVE_INFINITY;

  constructor(
    private readonly apis: readonly string[],
    readonly merchant: MerchantKeys & Readonly<{ financeKey: string }>,
    private readonly history: History,
  ) {}

  get made(): number {
    return this.calls;
  }

  putSale(saleRef: string, body: Body): Promise<Told<unknown>> {
    return this.insist({ what: 'sale', method: 'PUT', path: `/v1/sales/${saleRef}`, saleRef, body });
  }

  /** One request, whatever is said. */
  requestOnce(saleRef: string, body: Body, key: string): Promise<Told<ShownRefund>> {
    return this.ask({ what: 'request', method: 'POST', path: '/v1/refunds', saleRef, key, body });
  }

  /** Repeats a request under its key until somebody says what became of it. */
  request(saleRef: string, body: Body, key: string): Promise<Told<ShownRefund>> {
    return this.insist({ what: 'request', method: 'POST', path: '/v1/refunds', saleRef, key, body });
  }

  decide({ id, snapshotHash }: ShownRefund, key: string, step = 1): Promise<Told<unknown>> {
    const body = { step, outcome: 'approve', snapshotHash };
    const apiKey = step === 1 ? this.merchant.decideKey : this.merchant.financeKey;
    return this.command({ what: 'decide', method: 'POST', path: `/v1/refunds/${id}/decisions`, key, apiKey, body });
  }

  cancel(id: string, key: string): Promise<Told<unknown>> {
    return this.command({ what: 'cancel', method: 'POST', path: `/v1/refunds/${id}/cancellation`, key, body: {} });
  }

  /** One person resolves what does not go on by itself. */
  resolve(id: string, key: string, body: Body): Promise<Told<unknown>> {
    const apiKey = this.merchant.financeKey;
    return this.command({ what: 'desk', method: 'POST', path: `/v1/refunds/${id}/resolutions`, key, apiKey, body });
  }

  /** What people and the backend do under keys of their own; a refusal is for whoever acts to read. */
  act<Shape>({ as, method = 'POST', path, key, body }: Act): Promise<Told<Shape>> {
    const { createKey, decideKey, financeKey } = this.merchant;
    const apiKey = { backend: createKey, approver: decideKey, finance: financeKey }[as];
    return this.insist({ what: 'desk', method, path, key, apiKey, body });
  }

  /** Reads the refunds of a sale until one is as wanted. Throws when time is up. */
  async untilListed(saleRef: string, what: string, holds: (refund: ShownRefund) => boolean): Promise<void> {
    while (!(await this.listOf(saleRef)).some(holds)) {
      if (Date.now() > this.deadline) throw new OutOfTime(`${saleRef} has not ${what}`);
      await pause(LONGEST_PAUSE_MS);
    }
  }

  /** What was taken and is not carried out yet is looked at until it has an end. */
  private async command(asking: Asking): Promise<Told<unknown>> {
    const told = await this.insist<ShownRefund | ShownCommand>(asking);
    if (told.status !== ACCEPTED) return told;
    const { refundId, id } = told.body as ShownCommand;
    const path = `/v1/refunds/${refundId}/commands/${id}`;
    for (;;) {
      const { body } = await this.insist<ShownCommand>({ what: 'read', method: 'GET', path });
      if (body.state === 'done') return { ...told, outcome: 'ok' };
      if (body.state === 'refused') return { ...told, outcome: 'fail', code: body.problem?.code ?? null };
      if (Date.now() > this.deadline) throw new OutOfTime(`${asking.what} of ${refundId} is still pending`);
      await pause(LONGEST_PAUSE_MS);
    }
  }

  /** What people at the desk do; refusals are for them to read. */
  desk<Shape>(path: string, more: Readonly<{ key?: string; body?: Body }> = {}): Promise<Told<Shape>> {
    const method = more.key === undefined ? 'GET' : 'POST';
    return this.insist({ what: 'desk', method, path, apiKey: this.merchant.financeKey, ...more });
  }

  async get(id: string): Promise<ShownRefund> {
    return (await this.insist<ShownRefund>({ what: 'read', method: 'GET', path: `/v1/refunds/${id}` })).body;
  }

  async listOf(saleRef: string): Promise<readonly ShownRefund[]> {
    const path = `/v1/refunds?${new URLSearchParams({ saleRef }).toString()}`;
    return (await this.insist<{ items: readonly ShownRefund[] }>({ what: 'read', method: 'GET', path })).body.items;
  }

  /** Reads a refund until it is as wanted. Throws, telling where it stood, when time is up. */
  async until(id: string, what: string, holds: (refund: ShownRefund) => boolean): Promise<ShownRefund> {
    for (let pauseMs = PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
      const seen = await this.get(id);
      if (holds(seen)) return seen;
      if (Date.now() > this.deadline) throw new OutOfTime(`${id} is ${seen.status}, waited for ${what}`);
      await pause(pauseMs);
    }
  }

  private async insist<Shape>(asking: Asking): Promise<Told<Shape>> {
    for (let pauseMs = PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
      const told = await this.ask<Shape>(asking);
      if (told.outcome !== 'unknown') return told;
      if (Date.now() > this.deadline) throw new OutOfTime(`${asking.method} ${asking.path} is never answered`);
      await pause(pauseMs);
    }
  }

  private async ask<Shape>({ what, method, path, saleRef = '', key = '', apiKey, body }: Asking): Promise<Told<Shape>> {
    const at = Date.now();
    const api = this.apis[this.calls % this.apis.length] ?? '';
    this.calls += 1;
    const told = await callOnce<Shape>(`${api}${path}`, {
      method,
      key,
      apiKey: apiKey ?? this.merchant.createKey,
      body,
    });
    const shown = told.outcome === 'ok' ? (told.body as Partial<ShownRefund> | undefined) : undefined;
    const isRefund = shown?.id?.startsWith('rf_') === true;
    this.history.add({
      at,
      ms: Date.now() - at,
      what,
      saleRef,
      key,
      outcome: told.outcome,
      status: told.status,
      code: told.code,
      refundId: isRefund ? (shown.id ?? null) : null,
      seen: isRefund ? (shown.status ?? null) : null,
    });
    return told;
  }
}

type Call = Readonly<{ method: string; key: string; apiKey: string; body: Body | undefined }>;

async function callOnce<Shape>(url: string, { method, key, apiKey, body }: Call): Promise<Told<Shape>> {
  try {
    const answer = await fetch(url, {
      method,
      signal: AbortSignal.timeout(CALL_LIMIT_MS),
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === '' ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = (await answer.json()) as Shape & Readonly<{ code?: string }>;
    const { status } = answer;
    const code = status >= 400 ? (said.code ?? null) : null;
    return { outcome: outcomeOf(status, code), status, code, body: said };
  } catch {
    // A torn connection, a dead program, time is up: nobody knows whether it was done.
    return { outcome: 'unknown', status: null, code: null, body: undefined as never };
  }
}

/** A server's failure says nothing; neither does one that still works on the same key. */
function outcomeOf(status: number, code: string | null): Outcome {
  if (status >= 500 || status === 429 || code === 'request_in_progress') return 'unknown';
  return status < 300 ? 'ok' : 'fail';
}
