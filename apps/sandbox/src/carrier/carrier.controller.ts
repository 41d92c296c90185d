import { Body, Controller, Get, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { FaultAction, FaultOrder } from '../faults/fault';
import { FaultBox } from '../faults/fault-box';
import { PublicAddress } from '../public-address';
import { HANG, jsonReply, sendReply, type Reply } from '../reply';
import { easyPostError, shipmentView } from './easypost.views';
import { ShipmentBook, type Shipment } from './shipment-book';

type Body_ = Readonly<Record<string, unknown>>;
type Faults = ReadonlyMap<FaultAction<'carrier'>, FaultOrder>;
type Work = (account: string, faults: Faults) => Reply;

const ACTIONS = ['down', 'timeout', 'commit_then_timeout', 'commit_then_500', 'no_rates'] as const;
const DEFAULT_WEIGHT = 600;
/** Statuses in which a label has been used, so that its price is not given back. */
const UNUSED: readonly string[] = ['unknown', 'pre_transit', 'cancelled'];

const part = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? (from as Body_)[name] : undefined;
const refuse = (status: number, code: string, message: string): Reply =>
  jsonReply(status, easyPostError(code, message));
const UNAUTHORIZED = refuse(401, 'APIKEY.INACTIVE', 'This api key is missing or no longer active.');
const NOT_FOUND = refuse(404, 'NOT_FOUND', 'The requested resource could not be found.');
const DOWN = refuse(503, 'SERVICE.UNAVAILABLE', 'Try again later.');

/** The user name of Basic is the account. */
function accountOf(authorization: string | undefined): string {
  const [scheme, credential = ''] = (authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'basic'
    ? (Buffer.from(credential, 'base64').toString('utf8').split(':')[0] ?? '')
    : '';
}

/** EasyPost's shipments: create, find, buy a label, give it back. */
@Controller('carrier/v2/shipments')
export class CarrierController {
  constructor(
    private readonly book: ShipmentBook,
    private readonly box: FaultBox,
    @Inject(PublicAddress) private readonly address: PublicAddress,
  ) {}

  @Post()
  create(
    @Headers('authorization') auth: string | undefined,
    @Body() body: Body_ | undefined,
    @Res() out: Response,
  ): void {
    const shipment = part(body, 'shipment');
    const reference = part(shipment, 'reference');
    const weight = part(part(shipment, 'parcel'), 'weight');
    this.answer(out, auth, typeof reference === 'string' ? reference : '', (account, faults) => {
      const made = this.book.create(
        account,
        typeof reference === 'string' ? reference : null,
        part(shipment, 'is_return') === true,
        typeof weight === 'number' ? weight : DEFAULT_WEIGHT,
        !faults.has('no_rates'),
      );
      return this.show(made, 201);
    });
  }

  @Get(':ref')
  find(@Headers('authorization') auth: string | undefined, @Param('ref') ref: string, @Res() out: Response): void {
    this.answer(out, auth, ref, (account) => {
      const shipment = this.book.find(account, ref);
      return shipment ? this.show(shipment, 200) : NOT_FOUND;
    });
  }

  @Post(':ref/buy')
  buy(
    @Headers('authorization') auth: string | undefined,
    @Param('ref') ref: string,
    @Body() body: Body_ | undefined,
    @Res() out: Response,
  ): void {
    this.answer(out, auth, ref, (account) => {
      const shipment = this.book.find(account, ref);
      if (shipment === undefined) return NOT_FOUND;
      if (shipment.trackingCode !== null)
        return refuse(422, 'SHIPMENT.POSTAGE.EXISTS', 'Postage already exists for this shipment.');
      const rate = part(part(body, 'rate'), 'id');
      if (!shipment.rates.some(({ id }) => id === rate)) return refuse(422, 'SHIPMENT.RATE.INVALID', 'No such rate.');
      return this.show(this.book.buy(shipment), 200);
    });
  }

  @Post(':ref/refund')
  refund(@Headers('authorization') auth: string | undefined, @Param('ref') ref: string, @Res() out: Response): void {
    this.answer(out, auth, ref, (account) => {
      const shipment = this.book.find(account, ref);
      if (shipment === undefined) return NOT_FOUND;
      if (shipment.trackingCode === null || !UNUSED.includes(shipment.status) || shipment.refundStatus !== null)
        return refuse(422, 'SHIPMENT.REFUND.UNAVAILABLE', 'This shipment cannot be refunded.');
      return this.show(this.book.put({ ...shipment, status: 'cancelled', refundStatus: 'submitted' }), 200);
    });
  }

  private show(shipment: Shipment, status: number): Reply {
    return jsonReply(status, shipmentView(shipment, this.address.url));
  }

  private answer(out: Response, auth: string | undefined, reference: string, work: Work): void {
    sendReply(out, this.replyTo(accountOf(auth), this.box.take('carrier', ACTIONS, { reference: [reference] }), work));
  }

  private replyTo(account: string, faults: Faults, work: Work): Reply {
    if (account === '') return UNAUTHORIZED;
    if (faults.has('timeout')) return HANG;
    if (faults.has('down')) return DOWN;
    const done = work(account, faults);
    if (faults.has('commit_then_timeout')) return HANG;
    return faults.has('commit_then_500') ? DOWN : done;
  }
}
