import type { TransferAnswer, TransferNews } from '@zikui/domain';

export type Movement = {
  readonly id: string;
  readonly key: string;
  readonly reference: string;
  readonly paymentRef: string;
  readonly amount: number;
  readonly visibleAtMs: number;
  status: 'settled' | 'pending' | 'declined';
};
export type Ask = Readonly<{ key: string; reference: string; paymentRef: string; amount: number }>;
/** What the caller sees. `lost` = no answer, a reset, a 5xx or an error page: nobody knows. */
export type Seen = Omit<TransferAnswer, 'attemptNo'> | 'lost' | 'not_reached';
/** An announcement, to be delivered at any time, any number of times, in any order. */
export type Announced = Readonly<{ reference: string; paymentRef: string } & Omit<TransferNews, 'attemptNo'>>;
export type GatewayFault =
  | 'none'
  | 'declines'
  | 'stays_pending'
  | 'never_arrives'
  | 'lost_after_work'
  | 'answers_another_amount'
  | 'is_too_busy'
  | 'declines_and_pays_later';
export type Abilities = Readonly<{ keyLifetimeMs: number; visibleWithinMs: number | null }>;

const HIDDEN_MS = 60_000;

/** A gateway with books of its own: what stands in `movements` is what really moved. It is wrong in every way that the fault table knows, but never lies in its own books. */
export class ModelGateway {
  readonly movements: Movement[] = [];
  readonly announcements: Announced[] = [];
  /** References whose refusal it took back: whoever believed it could not know. */ readonly contradicted =
    new Set<string>();
  private readonly keys = new Map<string, Readonly<{ seen: Seen; atMs: number }>>();

  constructor(
    private readonly captured: ReadonlyMap<string, number>,
    readonly abilities: Abilities,
  ) {}

  refund(ask: Ask, nowMs: number, fault: GatewayFault): Readonly<{ seen: Seen; replayed: boolean }> {
    if (fault === 'never_arrives') return { seen: 'lost', replayed: false };
    if (fault === 'is_too_busy') return { seen: 'not_reached', replayed: false };
    const known = this.keys.get(ask.key);
    if (known && nowMs - known.atMs < this.abilities.keyLifetimeMs) return { seen: known.seen, replayed: true };
    const seen = this.carryOut(ask, nowMs, fault);
    this.keys.set(ask.key, { seen, atMs: nowMs });
    if (fault === 'lost_after_work') return { seen: 'lost', replayed: false };
    if (fault === 'answers_another_amount' && seen !== 'lost' && seen !== 'not_reached' && seen.status === 'settled')
      return { seen: { ...seen, amount: ask.amount + 1 }, replayed: false };
    return { seen, replayed: false };
  }

  /** By our reference; what was just made may not be shown yet. */
  find(reference: string, nowMs: number): Omit<TransferAnswer, 'attemptNo'> | undefined {
    const found = this.movements.find((one) => one.reference === reference && one.visibleAtMs <= nowMs);
    return found && { status: found.status, amount: found.status === 'declined' ? null : found.amount };
  }

  /** A bank decides: what is pending ends, or what had settled comes back. */
  decide(movement: Movement, to: 'settled' | 'declined', nowMs: number): void {
    movement.status = to;
    this.announce(movement, nowMs);
  }

  /** Somebody refunds in the gateway's own dashboard. */
  fromDashboard(paymentRef: string, amount: number, nowMs: number): void {
    if (this.left(paymentRef) < amount) return;
    const id = `re_${this.movements.length + 1}`;
    const movement: Movement = {
      id,
      key: id,
      reference: id,
      paymentRef,
      amount,
      status: 'settled',
      visibleAtMs: nowMs,
    };
    this.movements.push(movement);
    this.announce(movement, nowMs);
  }

  private carryOut(ask: Ask, nowMs: number, fault: GatewayFault): Seen {
    const refuses = fault === 'declines' || fault === 'declines_and_pays_later';
    if (fault === 'declines_and_pays_later' && this.left(ask.paymentRef) >= ask.amount) {
      this.contradicted.add(ask.reference);
      this.add(ask, nowMs, 'settled');
    }
    if (refuses || this.left(ask.paymentRef) < ask.amount) return { status: 'declined', amount: null };
    const status = fault === 'stays_pending' ? 'pending' : 'settled';
    this.add(ask, nowMs, status);
    return { status, amount: ask.amount };
  }

  private add(ask: Ask, nowMs: number, status: Movement['status']): void {
    const id = `re_${this.movements.length + 1}`;
    const movement: Movement = { id, ...ask, status, visibleAtMs: nowMs + HIDDEN_MS };
    this.movements.push(movement);
    this.announce(movement, nowMs);
  }

  private announce({ reference, paymentRef, status, amount }: Movement, occurredAtMs: number): void {
    const told = { reference, paymentRef, status, amount: status === 'declined' ? null : amount, occurredAtMs };
    this.announcements.push(told);
  }

  private left(paymentRef: string): number {
    const gone = this.movements.filter((one) => one.paymentRef === paymentRef && one.status !== 'declined');
    return (this.captured.get(paymentRef) ?? 0) - gone.reduce((sum, { amount }) => sum + amount, 0);
  }
}
