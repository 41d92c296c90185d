import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, Header, Headers, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FaultBox } from '../faults/fault-box';
import { AccountBook } from '../gateway/account-book';
import { PaymentBook } from '../gateway/payment-book';
import { LOOKUP_FAULTS, lookUpTrouble } from '../gateway/refund-faults';
import { RefundDesk } from '../gateway/refund-desk';
import { jsonReply, sendReply, type Reply } from '../reply';
import { PAYPAL, payPalError, transactionView, unitsIn } from './paypal.dialect';
import { MOST_FOUND, searchIn } from './transaction-search';
import { publicKeyText } from './signing-key';

type RefundBody = Readonly<{ amount?: Readonly<{ value?: unknown; currency_code?: unknown }>; custom_id?: unknown }>;
const TOKEN_SECONDS = 32_400;

/** The calls of PayPal's REST API that refunds need: a token, a refund of a capture, the search for what moved, and the key of its announcements. */
@Controller('paypal')
export class PayPalController {
  /** Whose token that is. Not kept over a restart: the caller fetches another. */
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly book: PaymentBook,
    private readonly desk: RefundDesk,
    private readonly accounts: AccountBook,
    private readonly box: FaultBox,
  ) {}

  @Post('v1/oauth2/token')
  token(@Headers('authorization') authorization: string | undefined, @Res() response: Response): void {
    const [, encoded = ''] = (authorization ?? '').split(' ');
    const [account = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    if (secret === '' || this.accounts.secret('paypal', account) !== secret) {
      sendReply(response, jsonReply(401, { error: 'invalid_client' }));
      return;
    }
    const token = randomBytes(24).toString('base64url');
    this.tokens.set(token, account);
    sendReply(response, jsonReply(200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS }));
  }

  @Post('v2/payments/captures/:id/refund')
  async refund(
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Param('id') id: string,
    @Body() body: RefundBody,
    @Res() response: Response,
  ): Promise<void> {
    sendReply(response, await this.answer(headers, id, body));
  }

  @Get('v1/reporting/transactions')
  search(
    @Headers('authorization') authorization: string | undefined,
    @Query() query: Readonly<Record<string, string>>,
    @Res() response: Response,
  ): void {
    sendReply(response, this.found(authorization, query));
  }

  /** Refunds of at most 31 days, page by page; the search of a laptop shows them at once. */
  private found(authorization: string | undefined, query: Readonly<Record<string, string>>): Reply {
    const account = this.accountOf(authorization);
    if (account === undefined) return payPalError(401, 'AUTHENTICATION_FAILURE');
    const trouble = lookUpTrouble(PAYPAL, this.box.take('gateway', LOOKUP_FAULTS, { gatewayRef: [account] }));
    if (trouble !== undefined) return trouble;
    const search = searchIn(query);
    if (search === undefined) return payPalError(400, 'INVALID_REQUEST');
    const all = [...this.book.madeBy(account, search.fromMs, search.toMs)].reverse();
    if (all.length > MOST_FOUND) return payPalError(400, 'RESULTSET_TOO_LARGE');
    const { page, size } = search;
    const shown = all.slice((page - 1) * size, page * size);
    return jsonReply(200, {
      transaction_details: shown.map((refund) => ({ transaction_info: transactionView(refund) })),
      account_number: account,
      page,
      total_items: all.length,
      total_pages: Math.max(1, Math.ceil(all.length / size)),
    });
  }

  @Get('v1/notifications/certs/sandbox')
  @Header('content-type', 'application/x-pem-file')
  certificate(): string {
    return publicKeyText();
  }

  private accountOf(authorization = ''): string | undefined {
    return this.tokens.get(authorization.replace('Bearer ', ''));
  }

  private async answer(
    { authorization, 'paypal-request-id': key }: Readonly<Record<string, string | undefined>>,
    id: string,
    body: RefundBody,
  ): Promise<Reply> {
    const account = this.accountOf(authorization);
    if (account === undefined) return payPalError(401, 'AUTHENTICATION_FAILURE');
    const payment = this.book.payment(id);
    if (payment?.account !== account) return payPalError(404, 'RESOURCE_NOT_FOUND');
    const { amount: { value, currency_code: currency } = {}, custom_id: reference } = body;
    if (currency !== payment.currency.toUpperCase()) return payPalError(422, 'REFUND_CAPTURE_CURRENCY_MISMATCH');
    const amount = unitsIn(value, payment.currency.toUpperCase());
    if (amount === undefined) return payPalError(422, 'DECIMAL_PRECISION');
    const metadata = { reference: typeof reference === 'string' ? reference : '' };
    const ask = { account, idempotencyKey: key ?? null, payment, amount, reason: null, metadata };
    return this.desk.answer(PAYPAL, ask, { id, body });
  }
}
