import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FaultBox } from '../faults/fault-box';
import { AccountBook } from '../gateway/account-book';
import { pageOf } from '../gateway/page-of';
import { PaymentBook } from '../gateway/payment-book';
import { RefundDesk } from '../gateway/refund-desk';
import { LOOKUP_FAULTS, lookUpTrouble } from '../gateway/refund-faults';
import { jsonReply, sendReply, type Reply } from '../reply';
import { GENERIC, genericError, genericMovement, genericView } from './generic.dialect';
import { isSignedWith, type RawRequest } from './signed-call';

const MOST_LISTED = 100;
type Body_ = Readonly<Record<string, unknown>>;

/** The receiving side of the contract for local acquirers (docs/generic-gateway.md), as a bridge would be. */
@Controller('generic')
export class GenericController {
  constructor(
    private readonly book: PaymentBook,
    private readonly desk: RefundDesk,
    private readonly box: FaultBox,
    private readonly accounts: AccountBook,
  ) {}

  @Post('refunds')
  async create(@Req() request: RawRequest, @Body() body: Body_, @Res() response: Response): Promise<void> {
    sendReply(response, await this.created(request, body));
  }

  @Get('refunds')
  list(@Req() request: RawRequest, @Query() query: Readonly<Record<string, string>>, @Res() response: Response): void {
    sendReply(response, this.found(request, query));
  }

  @Get('movements')
  movements(
    @Req() request: RawRequest,
    @Query() query: Readonly<Record<string, string>>,
    @Res() response: Response,
  ): void {
    sendReply(response, this.page(request, query));
  }

  private page(request: RawRequest, { from = '', to = '', after, limit }: Readonly<Record<string, string>>): Reply {
    const account = this.accountOf(request);
    if (account === undefined) return genericError(401, 'unknown_caller');
    const [fromMs, toMs, most] = [Date.parse(from), Date.parse(to), Number(limit ?? MOST_LISTED)];
    if (Number.isNaN(fromMs) || Number.isNaN(toMs) || !Number.isInteger(most) || most < 1)
      return genericError(400, 'invalid_request');
    const trouble = lookUpTrouble(GENERIC, this.box.take('gateway', LOOKUP_FAULTS, { gatewayRef: [account] }));
    if (trouble !== undefined) return trouble;
    const { shown, next } = pageOf(this.book.madeBy(account, fromMs, toMs), after, Math.min(most, MOST_LISTED));
    return jsonReply(200, { movements: shown.map(genericMovement), next });
  }

  private found(request: RawRequest, { reference, payment = '' }: Readonly<Record<string, string>>): Reply {
    if (this.accountOf(request) === undefined) return genericError(401, 'unknown_caller');
    const faults = this.box.take('gateway', LOOKUP_FAULTS, { gatewayRef: [payment] });
    const refunds = this.book
      .refundsOfPayment(payment)
      .filter(({ hiddenUntil, metadata }) => hiddenUntil <= Date.now() && metadata['reference'] === reference);
    return lookUpTrouble(GENERIC, faults) ?? jsonReply(200, { refunds: refunds.map(genericView) });
  }

  private async created(request: RawRequest, body: Body_): Promise<Reply> {
    const account = this.accountOf(request);
    if (account === undefined) return genericError(401, 'unknown_caller');
    const { reference, payment: ref, amount, currency } = body;
    const key = request.header('idempotency-key');
    if (key === undefined || typeof reference !== 'string' || !Number.isSafeInteger(amount) || Number(amount) < 1)
      return genericError(400, 'invalid_request');
    const payment = typeof ref === 'string' ? this.book.payment(ref) : undefined;
    const declined = (reason: string) => jsonReply(200, { id: null, payment: ref, status: 'declined', reason });
    if (payment?.account !== account) return declined('payment_not_found');
    if (payment.currency.toUpperCase() !== currency) return declined('amount_not_supported');
    const ask = {
      account,
      idempotencyKey: key,
      payment,
      amount: Number(amount),
      reason: null,
      metadata: { reference },
    };
    return this.desk.answer(GENERIC, ask, body);
  }

  private accountOf(request: RawRequest): string | undefined {
    const account = request.header('zikui-account') ?? '';
    const secret = this.accounts.secret('generic', account);
    return secret !== undefined && isSignedWith(secret, request) ? account : undefined;
  }
}
