import { Body, Controller, NotFoundException, Post, UnprocessableEntityException } from '@nestjs/common';
import { DIALECTS } from '../gateway/dialects';
import { PaymentBook } from '../gateway/payment-book';
import { RefundDesk } from '../gateway/refund-desk';
import { DashboardRefundDto } from './control.dto';

/** The hands of a merchant's own people in the dashboard of a gateway: nobody else's key or reference stands on what they do. */
@Controller('_control/refunds')
export class DashboardController {
  constructor(
    private readonly book: PaymentBook,
    private readonly desk: RefundDesk,
  ) {}

  @Post()
  async refund(@Body() { gatewayRef, amount, madeAt }: DashboardRefundDto): Promise<{ id: string }> {
    const payment = this.book.payment(gatewayRef);
    if (payment === undefined) throw new NotFoundException('No such payment');
    const before = this.book.refundsOfPayment(gatewayRef).length;
    const { account, dialect = 'stripe' } = payment;
    const ask = { account, idempotencyKey: null, payment, amount, reason: null, metadata: {} };
    await this.desk.answer(DIALECTS[dialect], ask, {});
    const [made, ...others] = this.book.refundsOfPayment(gatewayRef);
    if (made === undefined || others.length < before) throw new UnprocessableEntityException('It was refused');
    if (madeAt !== undefined) this.book.putRefund({ ...made, created: Math.floor(Date.parse(madeAt) / 1000) });
    return { id: made.id };
  }
}
