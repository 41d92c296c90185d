import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal';
import type { DialectName } from './dialect-name';

export type Metadata = Readonly<Record<string, string>>;
/** A payment that was taken: its intent and its charge in one. `refunded` counts refunds that have not failed. */
export type Payment = Readonly<{
  id: string;
  charge: string;
  /** In which protocol it was taken; missing = Stripe's. */ dialect?: DialectName;
  account: string;
  amount: number;
  currency: string;
  refunded: number;
  metadata: Metadata;
  created: number;
}>;
export type RefundState = 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
export type RefundRow = Readonly<{
  id: string;
  account: string;
  payment: string;
  charge: string;
  amount: number;
  currency: string;
  status: RefundState;
  pendingReason: string | null;
  failureReason: string | null;
  reason: string | null;
  metadata: Metadata;
  created: number;
  idempotencyKey: string | null;
  /** Until when look-ups do not show it (ms). */ hiddenUntil: number;
}>;

/** Refunds in these states take nothing from the payment. */
const GIVEN_BACK: readonly RefundState[] = ['failed', 'canceled'];
const takenBy = ({ status, amount }: RefundRow): number => (GIVEN_BACK.includes(status) ? 0 : amount);

/** The gateway's own books: every payment and every movement out of it. What stands here is what really moved. */
@Injectable()
export class PaymentBook {
  private readonly payments = new Map<string, Payment>();
  private readonly refunds = new Map<string, RefundRow>();
  private readonly refundsOf = new Map<string, string[]>();

  constructor(private readonly journal: Journal) {
    for (const payment of journal.load('payment') as Payment[]) this.indexPayment(payment);
    const refunds = [...(journal.load('refund') as RefundRow[])].sort((a, b) => a.created - b.created);
    for (const refund of refunds) this.indexRefund(refund);
  }

  addPayment(payment: Payment): void {
    this.indexPayment(payment);
    this.journal.append('payment', payment.id, payment);
  }

  /** By intent (`pi_`) or by charge (`ch_`). */
  payment(ref: string): Payment | undefined {
    return this.payments.get(ref);
  }

  refund(id: string): RefundRow | undefined {
    return this.refunds.get(id);
  }

  /** Refunds of one payment, newest first. */
  refundsOfPayment(ref: string): readonly RefundRow[] {
    const ids = this.refundsOf.get(this.payments.get(ref)?.id ?? '') ?? [];
    return ids.flatMap((id) => this.refunds.get(id) ?? []).reverse();
  }

  allRefunds(): readonly RefundRow[] {
    return [...this.refunds.values()];
  }

  /** Refunds of one account that were made at or after that moment and before the other, and are to be seen, newest first. */
  madeBy(account: string, fromMs: number, toMs: number): readonly RefundRow[] {
    const isShown = ({ account: owner, created, hiddenUntil }: RefundRow): boolean =>
      owner === account && created * 1000 >= fromMs && created * 1000 < toMs && hiddenUntil <= Date.now();
    return this.allRefunds().filter(isShown).reverse();
  }

  /** Writes a refund as it now is, and what its payment has left. */
  putRefund(refund: RefundRow): void {
    const before = this.refunds.get(refund.id);
    const payment = this.payments.get(refund.payment);
    if (payment === undefined) throw new Error(`refund ${refund.id} of an unknown payment`);
    this.addPayment({ ...payment, refunded: payment.refunded - (before ? takenBy(before) : 0) + takenBy(refund) });
    this.indexRefund(refund);
    this.journal.append('refund', refund.id, refund);
  }

  private indexPayment(payment: Payment): void {
    this.payments.set(payment.id, payment);
    this.payments.set(payment.charge, payment);
  }

  private indexRefund(refund: RefundRow): void {
    if (!this.refunds.has(refund.id)) {
      const ids = this.refundsOf.get(refund.payment);
      if (ids === undefined) this.refundsOf.set(refund.payment, [refund.id]);
      else ids.push(refund.id);
    }
    this.refunds.set(refund.id, refund);
  }
}
