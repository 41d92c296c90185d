import { sandboxKey } from '../../../tools/merchant/sample-merchants';
import { eventually } from './eventually';
import { bodyOf, call } from './http';

/** A movement in the gateway's own books. */
export type Movement = Readonly<{
  id: string;
  payment: string;
  amount: number;
  currency: string;
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  idempotencyKey: string | null;
  metadata: Readonly<Record<string, string>>;
  replays: number;
}>;
export type Mail = Readonly<{
  id: string;
  messageId: string | null;
  to: readonly string[];
  subject: string;
  text: string;
  html: string;
}>;
export type Fault = Readonly<{ id: string; target: 'gateway' | 'carrier' | 'mail'; action: string; hits: number }>;
export type FaultOrder = Readonly<{
  action: string;
  target?: 'gateway' | 'carrier' | 'mail';
  match?: Readonly<Record<string, string>>;
  times?: number;
  ms?: number;
  n?: number;
  code?: string;
}>;
type Told = Readonly<{ told: readonly Readonly<{ status: number | null }>[] }>;

/** The outside world, and what its owner can make it do. */
export class SandboxClient {
  constructor(private readonly url: string) {}

  /** A payment that the merchant's checkout has captured; gives its `pi_` reference. */
  async capture(slug: string, amount: number, currency: string): Promise<string> {
    const answer = await call<{ id: string }>(`${this.url}/v1/payment_intents`, {
      method: 'POST',
      key: sandboxKey(slug),
      body: new URLSearchParams({ amount: `${amount}`, currency: currency.toLowerCase(), confirm: 'true' }),
    });
    return bodyOf(answer, 200).id;
  }

  /** Somebody refunds in the console of the gateway, past this house. */
  async refundAtDashboard(slug: string, gatewayRef: string, amount: number): Promise<string> {
    const answer = await call<{ id: string }>(`${this.url}/v1/refunds`, {
      method: 'POST',
      key: sandboxKey(slug),
      body: new URLSearchParams({ payment_intent: gatewayRef, amount: `${amount}` }),
    });
    return bodyOf(answer, 200).id;
  }

  async order(fault: FaultOrder): Promise<Fault> {
    return bodyOf(
      await call<Fault>(`${this.url}/_faults`, { method: 'POST', body: { target: 'gateway', ...fault } }),
      201,
    );
  }

  async faults(): Promise<readonly Fault[]> {
    return bodyOf(await call<{ items: readonly Fault[] }>(`${this.url}/_faults`), 200).items;
  }

  async forgetFaults(): Promise<void> {
    bodyOf(await call(`${this.url}/_faults`, { method: 'DELETE' }), 204);
  }

  /** What really moved out of that payment, failed movements included. */
  async movements(gatewayRef?: string): Promise<readonly Movement[]> {
    const query = gatewayRef === undefined ? '' : `?gatewayRef=${gatewayRef}`;
    return bodyOf(await call<{ items: readonly Movement[] }>(`${this.url}/_ledger${query}`), 200).items;
  }

  /** The gateway settles a pending refund and says so. */
  settle(id: string): Promise<Told> {
    return this.post(`/_control/refunds/${id}/settle`, {});
  }

  /** The gateway fails a refund, or takes back one that had succeeded, and says so. */
  fail(id: string, reason = 'expired_or_canceled_card'): Promise<Told> {
    return this.post(`/_control/refunds/${id}/fail`, { reason });
  }

  /** The carrier scans a parcel and says so. */
  scan(trackingCode: string, status: string, copies = 1): Promise<Told> {
    return this.post(`/_control/parcels/${trackingCode}/scan`, { status, copies });
  }

  async mailsTo(address: string): Promise<readonly Mail[]> {
    const query = new URLSearchParams({ to: address });
    return bodyOf(await call<{ items: readonly Mail[] }>(`${this.url}/mailbox/messages?${query.toString()}`), 200)
      .items;
  }

  /** The newest mail to that address whose subject holds a text. */
  mailTo(address: string, subject: string, limitMs?: number): Promise<Mail> {
    return eventually(
      `a mail to ${address} about "${subject}"`,
      async () => (await this.mailsTo(address)).find((mail) => mail.subject.includes(subject)),
      limitMs === undefined ? {} : { limitMs },
    );
  }

  private async post<Shape>(path: string, body: unknown): Promise<Shape> {
    return bodyOf(await call<Shape>(`${this.url}${path}`, { method: 'POST', body }), 200);
  }
}
