import { BadRequestException, Body, Controller, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import { DisputeBook, type DisputeRow, type DisputeState } from '../gateway/dispute-book';
import { DisputeDesk } from '../gateway/dispute-desk';
import { PaymentBook } from '../gateway/payment-book';
import type { Delivered } from '../webhook/courier';
import { DisputeDto } from './control.dto';

type Told = Readonly<{ dispute: DisputeRow; told: readonly Delivered[] }>;

/** The hands of a card holder and of his bank: opens disputes of payments, and ends them. */
@Controller('_control/disputes')
export class DisputesController {
  constructor(
    private readonly book: DisputeBook,
    private readonly desk: DisputeDesk,
    private readonly payments: PaymentBook,
  ) {}

  @Post()
  open(@Body() { gatewayRef, amount, reason }: DisputeDto): Promise<Told> {
    const payment = this.payments.payment(gatewayRef);
    if (payment === undefined) throw new NotFoundException('No such payment');
    if (amount !== undefined && amount > payment.amount) throw new BadRequestException('More than was paid');
    return this.desk.open(payment, amount ?? payment.amount, reason ?? 'fraudulent');
  }

  @Post(':id/win')
  @HttpCode(200)
  win(@Param('id') id: string): Promise<Told> {
    return this.end(id, 'won');
  }

  @Post(':id/lose')
  @HttpCode(200)
  lose(@Param('id') id: string): Promise<Told> {
    return this.end(id, 'lost');
  }

  private end(id: string, status: Exclude<DisputeState, 'open'>): Promise<Told> {
    const dispute = this.book.find(id);
    if (dispute === undefined) throw new NotFoundException('No such dispute');
    return this.desk.end(dispute, status);
  }
}
