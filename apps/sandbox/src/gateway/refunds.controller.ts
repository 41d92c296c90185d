import { Body, Controller, Get, Headers, Param, Post, Query, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { FaultBox } from '../faults/fault-box';
import { jsonReply, sendReply, type Reply } from '../reply';
import { accountOf } from './account-key';
import { newGatewayId } from './gateway-id';
import { PaymentBook, type Payment, type RefundRow } from './payment-book';
import { LOOKUP_FAULTS, lookUpTrouble } from './refund-faults';
import { RefundDesk, type RefundAsk } from './refund-desk';
import { checkAmount, integerParam, metadataParam, onlyKnown, textParam, type Params } from './stripe-params';
import { invalidRequest, noSuch } from './stripe-problem';
import { STRIPE } from './stripe.dialect';
import { StripeFilter } from './stripe.filter';
import { refundView } from './stripe.views';

const CREATE_PARAMS = ['payment_intent', 'charge', 'amount', 'reason', 'metadata', 'expand'];
const LIST_PARAMS = ['payment_intent', 'charge', 'created[gte]', 'created[lt]', 'limit', 'starting_after', 'expand'];
const MOST_LISTED = 100;

/** Stripe's refunds: create, find one, list those of a payment. */
@Controller('v1/refunds')
@UseFilters(StripeFilter)
export class RefundsController {
  constructor(
    private readonly book: PaymentBook,
    private readonly desk: RefundDesk,
    private readonly box: FaultBox,
  ) {}

  @Post()
  async create(
    @Headers('authorization') authorization: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: Params | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const ask = this.askFrom(accountOf(authorization), key ?? null, body ?? {});
    this.send(response, await this.desk.answer(STRIPE, ask, body));
  }

  @Get()
  list(
    @Headers('authorization') authorization: string | undefined,
    @Query() query: Params,
    @Res() response: Response,
  ): void {
    const account = accountOf(authorization);
    onlyKnown(query, LIST_PARAMS);
    const payment = this.paymentOf(query);
    const gatewayRef = payment === undefined ? [account] : [payment.id, payment.charge];
    const faults = this.box.take('gateway', LOOKUP_FAULTS, { gatewayRef });
    this.send(response, lookUpTrouble(STRIPE, faults) ?? jsonReply(200, this.page(account, payment, query)));
  }

  @Get(':id')
  find(@Headers('authorization') authorization: string | undefined, @Param('id') id: string): unknown {
    accountOf(authorization);
    const refund = this.book.refund(id);
    if (refund === undefined || refund.hiddenUntil > Date.now()) throw noSuch('refund', id, 'id');
    return refundView(refund);
  }

  private askFrom(account: string, idempotencyKey: string | null, params: Params): RefundAsk {
    onlyKnown(params, CREATE_PARAMS);
    const payment = this.paymentOf(params);
    if (payment === undefined)
      throw invalidRequest(
        400,
        'One of the following params should be provided for this request: payment_intent or charge.',
      );
    const amount = integerParam(params, 'amount') ?? payment.amount - payment.refunded;
    if (textParam(params, 'amount') !== undefined) checkAmount(amount, payment.currency);
    const metadata = metadataParam(params);
    return { account, idempotencyKey, payment, amount, reason: textParam(params, 'reason') ?? null, metadata };
  }

  /** The payment that is named; `undefined` when none is. Throws Stripe's 404 for one that is not known. */
  private paymentOf(params: Params): Payment | undefined {
    for (const [param, prefix] of [
      ['payment_intent', 'pi_'],
      ['charge', 'ch_'],
    ] as const) {
      const ref = textParam(params, param);
      if (ref === undefined) continue;
      const payment = ref.startsWith(prefix) ? this.book.payment(ref) : undefined;
      if (payment === undefined) throw noSuch(param, ref, param);
      return payment;
    }
    return undefined;
  }

  /** Refunds of the payment, or of the whole account when none is named, newest first. */
  private page(account: string, payment: Payment | undefined, query: Params): unknown {
    const limit = Math.min(Math.max(integerParam(query, 'limit') ?? 10, 1), MOST_LISTED);
    const after = textParam(query, 'starting_after');
    const all: readonly RefundRow[] = payment
      ? this.book.refundsOfPayment(payment.id)
      : [...this.book.allRefunds()].reverse().filter((refund) => refund.account === account);
    const [from, before] = [integerParam(query, 'created[gte]') ?? 0, integerParam(query, 'created[lt]') ?? Infinity];
    const shown = all.filter(
      ({ hiddenUntil, created }) => hiddenUntil <= Date.now() && created >= from && created < before,
    );
    const first = after === undefined ? 0 : shown.findIndex(({ id }) => id === after) + 1;
    if (after !== undefined && first === 0) throw noSuch('refund', after, 'starting_after');
    const data = shown.slice(first, first + limit);
    return { object: 'list', url: '/v1/refunds', has_more: first + limit < shown.length, data: data.map(refundView) };
  }

  private send(response: Response, reply: Reply): void {
    sendReply(response, { ...reply, headers: { 'request-id': newGatewayId('req'), ...reply.headers } });
  }
}
