import { Controller, Get, Query } from '@nestjs/common';
import { IdempotencyBook } from './idempotency-book';
import { PaymentBook, type RefundRow } from './payment-book';

/** What really moved, for whoever checks that money moved once: outside Stripe's protocol, never read by the product. */
@Controller('_ledger')
export class LedgerController {
  constructor(
    private readonly book: PaymentBook,
    private readonly keys: IdempotencyBook,
  ) {}

  /** All movements, oldest first; `gatewayRef` and `reference` (any value of the metadata) narrow them. */
  @Get()
  list(@Query('gatewayRef') gatewayRef?: string, @Query('reference') reference?: string): { items: unknown[] } {
    const all =
      gatewayRef === undefined ? this.book.allRefunds() : [...this.book.refundsOfPayment(gatewayRef)].reverse();
    const items = all
      .filter(({ metadata }) => reference === undefined || Object.values(metadata).includes(reference))
      .map((refund) => ({ ...refund, replays: this.replaysOf(refund) }));
    return { items };
  }

  private replaysOf({ account, idempotencyKey }: RefundRow): number {
    return idempotencyKey === null ? 0 : this.keys.timesReplayed(account, idempotencyKey);
  }
}
