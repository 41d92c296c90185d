import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { escapeHtml, page } from '../html';
import { ShipmentBook } from './shipment-book';

/** Labels to look at: where the link in the customer's mail leads. */
@Controller('carrier/labels')
export class LabelsController {
  constructor(private readonly book: ShipmentBook) {}

  @Get(':trackingCode')
  @Header('content-type', 'text/html; charset=utf-8')
  show(@Param('trackingCode') trackingCode: string): string {
    const shipment = this.book.tracked(trackingCode);
    if (shipment === undefined) throw new NotFoundException();
    const reference = shipment.reference === null ? '' : `<p><bdi>${escapeHtml(shipment.reference)}</bdi></p>`;
    return page(
      'SandboxPost return label',
      `<div class="label"><p>TEST</p><h2><bdi dir="ltr">${escapeHtml(trackingCode)}</bdi></h2>${reference}</div>`,
    );
  }
}
