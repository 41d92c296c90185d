import { Injectable } from '@nestjs/common';
import { Announcer, PLAINLY, type Announcement } from '../webhook/announcer';
import type { Delivered } from '../webhook/courier';
import type { Change } from './dialect';
import { sourceOf } from './dialect-name';
import { DIALECTS } from './dialects';
import { PaymentBook, type RefundRow } from './payment-book';

/** Events about a refund, in the form of the protocol in which its payment was taken. */
@Injectable()
export class RefundEvents {
  /** How a refund is told was ordered with its first call and holds for all of its events. Not kept over a restart. */
  private readonly manners = new Map<string, Announcement>();

  constructor(
    private readonly book: PaymentBook,
    private readonly announcer: Announcer,
  ) {}

  /** Tells that the refund was made. */
  created(refund: RefundRow, how: Announcement): Promise<readonly Delivered[]> {
    if (how !== PLAINLY) this.manners.set(refund.id, { ...how, afterTheNext: false });
    return this.tell(refund, 'created', how);
  }

  /** Tells what became of it later. */
  changed(refund: RefundRow): Promise<readonly Delivered[]> {
    return this.tell(refund, refund.status === 'failed' ? 'failed' : 'updated', this.manners.get(refund.id) ?? PLAINLY);
  }

  private async tell(refund: RefundRow, change: Change, how: Announcement): Promise<readonly Delivered[]> {
    const payment = this.book.payment(refund.payment);
    if (payment === undefined) return [];
    const name = payment.dialect ?? 'stripe';
    const answers = DIALECTS[name]
      .events(refund, change, payment)
      .map((event) =>
        this.announcer.announce({ source: sourceOf(name), account: refund.account, subject: refund.id, ...event }, how),
      );
    return (await Promise.all(answers)).flat();
  }
}
