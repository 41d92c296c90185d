import { Injectable } from '@nestjs/common';
import { Announcer } from '../webhook/announcer';
import type { Delivered } from '../webhook/courier';
import { sourceOf } from './dialect-name';
import { DIALECTS } from './dialects';
import { DisputeBook, type DisputeRow, type DisputeState } from './dispute-book';
import { PaymentBook, type Payment } from './payment-book';
import { RefundDesk } from './refund-desk';

type Told = Readonly<{ dispute: DisputeRow; told: readonly Delivered[] }>;

/** Opens and ends disputes, and tells their account in the form of the protocol in which the payment was taken. */
@Injectable()
export class DisputeDesk {
  constructor(
    private readonly book: DisputeBook,
    private readonly payments: PaymentBook,
    private readonly refunds: RefundDesk,
    private readonly announcer: Announcer,
  ) {}

  /** The amount is taken from the merchant at once; refunds of the payment that wait fail. */
  async open(payment: Payment, amount: number, reason: string): Promise<Told> {
    const dialect = DIALECTS[payment.dialect ?? 'stripe'];
    const dispute: DisputeRow = {
      id: dialect.newDisputeId(),
      account: payment.account,
      payment: payment.id,
      amount,
      currency: payment.currency,
      status: 'open',
      reason,
      created: Math.floor(Date.now() / 1000),
    };
    this.book.put(dispute);
    const told = await this.tell(dispute, payment);
    for (const refund of this.payments.refundsOfPayment(payment.id)) {
      if (refund.status !== 'pending') continue;
      const failed = await this.refunds.move(refund, { status: 'failed', failureReason: dialect.disputedCode });
      told.push(...failed.told);
    }
    return { dispute, told };
  }

  async end(before: DisputeRow, status: Exclude<DisputeState, 'open'>): Promise<Told> {
    const dispute = { ...before, status };
    this.book.put(dispute);
    const payment = this.payments.payment(dispute.payment);
    return { dispute, told: payment === undefined ? [] : await this.tell(dispute, payment) };
  }

  private async tell(dispute: DisputeRow, payment: Payment): Promise<Delivered[]> {
    const name = payment.dialect ?? 'stripe';
    const about = { source: sourceOf(name), account: dispute.account, subject: dispute.id };
    const answers = DIALECTS[name]
      .disputeEvents(dispute, payment)
      .map((event) => this.announcer.announce({ ...about, ...event }));
    return (await Promise.all(answers)).flat();
  }
}
