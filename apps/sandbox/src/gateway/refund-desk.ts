import { Injectable } from '@nestjs/common';
import { FaultBox } from '../faults/fault-box';
import type { Reply } from '../reply';
import { PLAINLY } from '../webhook/announcer';
import { Courier, type Delivered } from '../webhook/courier';
import type { Dialect, Refusal } from './dialect';
import { DisputeBook } from './dispute-book';
import { IdempotencyBook } from './idempotency-book';
import { PaymentBook, type Metadata, type Payment, type RefundRow, type RefundState } from './payment-book';
import { RefundEvents } from './refund-events';
import {
  announcementOf,
  answersOf,
  CREATE_FAULTS,
  orderedRefusal,
  orderedStart,
  replyWithoutWork,
  type Faults,
} from './refund-faults';

export type RefundAsk = Readonly<{
  account: string;
  idempotencyKey: string | null;
  payment: Payment;
  amount: number;
  reason: string | null;
  metadata: Metadata;
}>;

/** What a refund that is moved by hand, by a timer or by a fault turns into. */
export type RefundMove = Readonly<{ status: RefundState; failureReason?: string; pendingReason?: string }>;
const DEFAULT_REVERSAL_MS = 1_000;

/** Makes refunds and moves them on, as well or as badly as it was told to. */
@Injectable()
export class RefundDesk {
  constructor(
    private readonly book: PaymentBook,
    private readonly keys: IdempotencyBook,
    private readonly box: FaultBox,
    private readonly events: RefundEvents,
    private readonly courier: Courier,
    private readonly disputes: DisputeBook,
  ) {}

  /** Answers one call: carries it out, or repeats what was answered under its key. `params`: what a repeat must not change. */
  async answer(dialect: Dialect, ask: RefundAsk, params: unknown): Promise<Reply> {
    const { account, idempotencyKey: key } = ask;
    if (key === null) return this.create(dialect, ask);
    const use = this.keys.begin(account, key, '/v1/refunds', params);
    if (use.kind === 'again') return use.reply;
    return use.kind === 'first' ? this.create(dialect, ask) : dialect.keyTrouble(use.kind);
  }

  /** A refusal is an answer like any other. */
  private async create(dialect: Dialect, ask: RefundAsk): Promise<Reply> {
    const { id, charge } = ask.payment;
    const faults = this.box.take('gateway', CREATE_FAULTS, {
      gatewayRef: [id, charge],
      reference: Object.values(ask.metadata),
    });
    const early = replyWithoutWork(dialect, faults);
    if (early !== undefined) {
      if (ask.idempotencyKey !== null) this.keys.forget(ask.account, ask.idempotencyKey);
      return early;
    }
    const refusal = orderedRefusal(faults) ?? this.disputedRefusal(dialect, ask) ?? refusalOf(ask);
    if (refusal !== undefined && !dialect.refusesLater) return this.keep(ask, dialect.refused(refusal, ask.payment));

    const refund = this.commit(dialect, ask, faults, refusal);
    const { sent, kept } = answersOf(dialect, refund, faults);
    this.follow(refund, faults);
    // Until a late answer goes out the call is under way, and a repeat of its key is told so.
    this.keep(ask, kept, sent.delivery === undefined ? sent.afterMs : 0);
    const how = faults.size === 0 ? PLAINLY : announcementOf(faults);
    if (faults.has('webhook_before_answer')) await this.events.created(refund, how);
    // Not behind the answer: who answers slowly is overtaken by his own events.
    else this.courier.later(0, () => void this.events.created(refund, how));
    return sent;
  }

  /** Moves a refund on and tells its account. Resolves with the first answers to the events. */
  async move(
    refund: RefundRow,
    move: RefundMove,
  ): Promise<Readonly<{ refund: RefundRow; told: readonly Delivered[] }>> {
    const moved: RefundRow = {
      ...refund,
      status: move.status,
      failureReason: move.status === 'failed' ? (move.failureReason ?? 'unknown') : null,
      pendingReason: move.status === 'pending' ? (move.pendingReason ?? 'processing') : null,
    };
    this.book.putRefund(moved);
    return { refund: moved, told: await this.events.changed(moved) };
  }

  private commit(dialect: Dialect, ask: RefundAsk, faults: Faults, refusal: Refusal | undefined): RefundRow {
    const refund: RefundRow = {
      id: dialect.newRefundId(),
      account: ask.account,
      payment: ask.payment.id,
      charge: ask.payment.charge,
      amount: ask.amount,
      currency: ask.payment.currency,
      failureReason: null,
      reason: ask.reason,
      metadata: ask.metadata,
      created: Math.floor(Date.now() / 1000),
      idempotencyKey: ask.idempotencyKey,
      ...orderedStart(faults),
      ...(refusal === undefined ? {} : { status: 'failed', failureReason: dialect.failureOf(refusal) }),
    };
    this.book.putRefund(refund);
    return refund;
  }

  /** Nothing of a disputed payment is refunded. */
  private disputedRefusal({ disputedCode: code }: Dialect, { payment }: RefundAsk): Refusal | undefined {
    return this.disputes.blocks(payment.id) ? { why: 'ordered', code } : undefined;
  }

  /** What was ordered to happen to it later. */
  private follow({ id }: RefundRow, faults: Faults): void {
    const settlesAfter = faults.get('pending')?.ms;
    if (settlesAfter !== undefined) this.moveLater(id, settlesAfter, { status: 'succeeded' });
    const reversal = faults.get('settle_then_reverse');
    if (reversal !== undefined)
      this.moveLater(id, reversal.ms ?? DEFAULT_REVERSAL_MS, {
        status: 'failed',
        failureReason: reversal.code ?? 'expired_or_canceled_card',
      });
  }

  private moveLater(id: string, ms: number, move: RefundMove): void {
    this.courier.later(ms, () => {
      const refund = this.book.refund(id);
      if (refund !== undefined) void this.move(refund, move);
    });
  }

  private keep({ account, idempotencyKey }: RefundAsk, reply: Reply, busyForMs = 0): Reply {
    if (idempotencyKey !== null) this.keys.finish(account, idempotencyKey, reply, busyForMs);
    return reply;
  }
}

function refusalOf({ payment, amount }: RefundAsk): Refusal | undefined {
  const left = payment.amount - payment.refunded;
  if (left <= 0) return { why: 'exhausted' };
  return amount > left ? { why: 'exceeds' } : undefined;
}
