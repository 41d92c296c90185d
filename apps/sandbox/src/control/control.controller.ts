import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import { trackerEvent } from '../carrier/easypost.views';
import { ShipmentBook, type Shipment } from '../carrier/shipment-book';
import { PaymentBook, type RefundRow } from '../gateway/payment-book';
import { RefundDesk, type RefundMove } from '../gateway/refund-desk';
import { DIALECTS } from '../gateway/dialects';
import { AccountBook } from '../gateway/account-book';
import { refundView } from '../gateway/stripe.views';
import { Announcer, PLAINLY } from '../webhook/announcer';
import type { Delivered } from '../webhook/courier';
import { WebhookEndpoints, type WebhookEndpoint } from '../webhook/webhook-endpoints';
import { AccountDto, PaymentDto, RefundMoveDto, ScanDto, WebhookEndpointDto } from './control.dto';

const STRIPE_DISPUTES = ['created', 'updated', 'closed', 'funds_withdrawn', 'funds_reinstated'].map(
  (what) => `charge.dispute.${what}`,
);

type Told = Readonly<{ told: readonly Delivered[] }>;

/** The hands of whoever plays the outside world: what a bank, a courier or a dashboard would do. */
@Controller('_control')
export class ControlController {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly book: PaymentBook,
    private readonly desk: RefundDesk,
    private readonly shipments: ShipmentBook,
    private readonly announcer: Announcer,
    private readonly accounts: AccountBook,
  ) {}

  @Post('webhook-endpoints')
  register(
    @Body() { account, url, secret, source, events, only }: WebhookEndpointDto,
  ): Omit<WebhookEndpoint, 'secret'> {
    const from = source ?? (/^[sr]k_/.test(account) ? 'gateway' : 'carrier');
    // What Stripe advises to listen to; the older kinds tell the same once more.
    const usual = from === 'gateway' ? ['refund.created', 'refund.updated', 'refund.failed', ...STRIPE_DISPUTES] : [];
    const registered = this.endpoints.register({ source: from, account, url, secret, events: events ?? usual });
    if (only === true) this.endpoints.removeOthers(registered);
    return { id: registered.id, source: from, account, url, events: registered.events };
  }

  @Get('webhook-endpoints')
  listEndpoints(): { items: readonly Omit<WebhookEndpoint, 'secret'>[] } {
    return {
      items: this.endpoints
        .list()
        .map(({ id, source, account, url, events }) => ({ id, source, account, url, events })),
    };
  }

  @Post('accounts')
  @HttpCode(204)
  account(@Body() { dialect, account, secret }: AccountDto): void {
    this.accounts.put({ dialect, account, secret });
  }

  @Post('payments')
  pay(@Body() { dialect, account, amount, currency }: PaymentDto): { gatewayRef: string } {
    const id = DIALECTS[dialect].newPaymentId();
    const created = Math.floor(Date.now() / 1000);
    const about = { dialect, account, amount, currency: currency.toLowerCase(), created };
    this.book.addPayment({ id, charge: id, ...about, refunded: 0, metadata: {} });
    return { gatewayRef: id };
  }

  @Post('refunds/:id/settle')
  @HttpCode(200)
  settle(@Param('id') id: string): Promise<Told> {
    return this.move(id, { status: 'succeeded' });
  }

  /** Declines a pending refund; one that had succeeded is thereby reversed. */
  @Post('refunds/:id/fail')
  @HttpCode(200)
  fail(@Param('id') id: string, @Body() { reason }: RefundMoveDto): Promise<Told> {
    return this.move(id, { status: 'failed', failureReason: reason ?? 'expired_or_canceled_card' });
  }

  @Get('parcels')
  parcels(): { items: readonly Shipment[] } {
    return { items: this.shipments.list() };
  }

  @Post('parcels/:trackingCode/scan')
  @HttpCode(200)
  async scan(@Param('trackingCode') trackingCode: string, @Body() { status, at, copies }: ScanDto): Promise<Told> {
    const shipment = this.shipments.tracked(trackingCode);
    if (shipment === undefined) throw new NotFoundException('No such parcel');
    const body = trackerEvent(shipment, { status, at: at ?? new Date().toISOString() });
    this.shipments.put({ ...shipment, status });
    const event = { source: 'carrier', kind: 'tracker.updated', subject: shipment.id, body } as const;
    const told = await this.announcer.announce(
      { ...event, account: shipment.account },
      { ...PLAINLY, copies: copies ?? 1 },
    );
    return { told };
  }

  private async move(id: string, move: RefundMove): Promise<Told & { refund: unknown }> {
    const refund: RefundRow | undefined = this.book.refund(id);
    if (refund === undefined) throw new NotFoundException('No such refund');
    const moved = await this.desk.move(refund, move);
    return { refund: refundView(moved.refund), told: moved.told };
  }
}
