import { Body, Controller, Get, Headers, HttpCode, Param, Post, UseFilters } from '@nestjs/common';
import { accountOf } from './account-key';
import { newGatewayId } from './gateway-id';
import { IdempotencyBook } from './idempotency-book';
import { PaymentBook, type Payment } from './payment-book';
import { checkAmount, integerParam, metadataParam, onlyKnown, requiredText, type Params } from './stripe-params';
import { invalidRequest, keyInUse, keyUsedOtherwise, missingParameter, noSuch } from './stripe-problem';
import { StripeFilter } from './stripe.filter';
import { paymentIntentView } from './stripe.views';

/** What a payment may be made with here; how it is paid makes no difference, it is always taken at once. */
const KNOWN = [
  'amount',
  'currency',
  'metadata',
  'confirm',
  'payment_method',
  'payment_method_types',
  'automatic_payment_methods',
  'capture_method',
  'description',
  'off_session',
  'return_url',
  'expand',
];

function paymentFrom(account: string, params: Params): Payment {
  onlyKnown(params, KNOWN);
  const amount = integerParam(params, 'amount');
  if (amount === undefined) throw missingParameter('amount');
  const currency = requiredText(params, 'currency').toLowerCase();
  if (!/^[a-z]{3}$/.test(currency)) throw invalidRequest(400, `Invalid currency: ${currency}`, { param: 'currency' });
  checkAmount(amount, currency);
  return {
    id: newGatewayId('pi'),
    charge: newGatewayId('ch'),
    account,
    amount,
    currency,
    refunded: 0,
    metadata: metadataParam(params),
    created: Math.floor(Date.now() / 1000),
  };
}

/** Payments, so that tests and demo have something to give back. */
@Controller('v1/payment_intents')
@UseFilters(StripeFilter)
export class PaymentIntentsController {
  constructor(
    private readonly book: PaymentBook,
    private readonly keys: IdempotencyBook,
  ) {}

  @Post()
  @HttpCode(200)
  create(
    @Headers('authorization') authorization: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Body() params: Params | undefined,
  ): unknown {
    const account = accountOf(authorization);
    const payment = paymentFrom(account, params ?? {});
    if (key === undefined) return this.take(payment);
    const use = this.keys.begin(account, key, '/v1/payment_intents', params);
    if (use.kind === 'again') return JSON.parse(use.reply.body);
    if (use.kind !== 'first') throw use.kind === 'in_use' ? keyInUse() : keyUsedOtherwise();
    const taken = this.take(payment);
    this.keys.finish(account, key, { status: 200, body: JSON.stringify(taken) });
    return taken;
  }

  @Get(':id')
  find(@Headers('authorization') authorization: string | undefined, @Param('id') id: string): unknown {
    accountOf(authorization);
    const payment = this.book.payment(id);
    if (payment?.id !== id) throw noSuch('payment_intent', id, 'intent');
    return paymentIntentView(payment);
  }

  private take(payment: Payment): unknown {
    this.book.addPayment(payment);
    return paymentIntentView(payment);
  }
}
