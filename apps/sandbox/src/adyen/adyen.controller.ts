import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccountBook } from '../gateway/account-book';
import { PaymentBook } from '../gateway/payment-book';
import { RefundDesk } from '../gateway/refund-desk';
import { sendReply, type Reply } from '../reply';
import { ADYEN, adyenError } from './adyen.dialect';

type RefundBody = Readonly<{
  merchantAccount?: unknown;
  reference?: unknown;
  amount?: Readonly<{ currency?: unknown; value?: unknown }>;
}>;

/** The one call of Adyen's Checkout API that makes refunds. */
@Controller('adyen/v72/payments')
export class AdyenController {
  constructor(
    private readonly book: PaymentBook,
    private readonly desk: RefundDesk,
    private readonly accounts: AccountBook,
  ) {}

  @Post(':psp/refunds')
  async refund(
    @Headers('x-api-key') apiKey: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Param('psp') psp: string,
    @Body() body: RefundBody,
    @Res() response: Response,
  ): Promise<void> {
    sendReply(response, await this.answer({ apiKey, key, psp }, body));
  }

  private async answer(
    { apiKey, key, psp }: Readonly<{ apiKey: string | undefined; key: string | undefined; psp: string }>,
    body: RefundBody,
  ): Promise<Reply> {
    const { merchantAccount: account, reference, amount } = body;
    if (typeof account !== 'string' || apiKey === undefined || this.accounts.secret('adyen', account) !== apiKey)
      return adyenError(401, '000', 'security');
    if (typeof reference !== 'string') return adyenError(422, '130', 'validation');
    const payment = this.book.payment(psp);
    if (payment?.account !== account) return adyenError(422, '167', 'validation');
    const { currency, value } = amount ?? {};
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
      return adyenError(422, '137', 'validation');
    if (currency !== payment.currency.toUpperCase()) return adyenError(422, '138', 'validation');
    const ask = { account, idempotencyKey: key ?? null, payment, amount: value, reason: null, metadata: { reference } };
    return this.desk.answer(ADYEN, ask, { psp, body });
  }
}
