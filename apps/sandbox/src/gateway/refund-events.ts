import { Injectable } from '@nestjs/common';
import { Announcer, PLAINLY, type Announcement } from '../webhook/announcer';
import type { Delivered } from '../webhook/courier';
import { newGatewayId } from './gateway-id';
import { PaymentBook, type RefundRow } from './payment-book';
import { chargeView, refundView } from './stripe.views';

const API_VERSION = '2026-10-28.endive';
type Change = 'created' | 'updated' | 'failed';

/** Events about a refund, in Stripe's form. Each kind is an event of its own, so that the same news may come more than once. */
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
    const about = refundView(refund);
    const payment = this.book.payment(refund.payment);
    const events: Record<Change, readonly (readonly [kind: string, object: unknown])[]> = {
      created: [
        ['refund.created', about],
        ['charge.refunded', payment && chargeView(payment)],
      ],
      updated: [
        ['refund.updated', about],
        ['charge.refund.updated', about],
      ],
      failed: [
        ['refund.updated', about],
        ['refund.failed', about],
        ['charge.refund.updated', about],
      ],
    };
    const answers = events[change].map(([kind, object]) =>
      this.announcer.announce(
        { source: 'gateway', account: refund.account, kind, subject: refund.id, body: this.body(kind, object, refund) },
        how,
      ),
    );
    return (await Promise.all(answers)).flat();
  }

  private body(kind: string, object: unknown, refund: RefundRow): string {
    return JSON.stringify({
      id: newGatewayId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: Math.floor(Date.now() / 1000),
      data: { object },
      livemode: false,
      pending_webhooks: 1,
      request: { id: newGatewayId('req'), idempotency_key: refund.idempotencyKey },
      type: kind,
    });
  }
}
