import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal';

type Rate = Readonly<{ id: string; service: string; carrier: string; rate: string; currency: string }>;
export type Shipment = Readonly<{
  id: string;
  account: string;
  reference: string | null;
  isReturn: boolean;
  /** In ounces, as EasyPost counts. */ weight: number;
  rates: readonly Rate[];
  /** Set once the label is bought. */ trackingCode: string | null;
  status: string;
  refundStatus: string | null;
  createdAt: string;
  updatedAt: string;
}>;

const hex = (): string => randomUUID().replaceAll('-', '');
const newTrackingCode = (): string => `EZ${String(randomInt(10 ** 9)).padStart(9, '0')}IL`;

/** The carrier's shipments, found by id, by the caller's reference or by tracking code. */
@Injectable()
export class ShipmentBook {
  private readonly shipments = new Map<string, Shipment>();
  private readonly byReference = new Map<string, string>();
  private readonly byTracking = new Map<string, string>();

  constructor(private readonly journal: Journal) {
    for (const shipment of journal.load('shipment') as Shipment[]) this.index(shipment);
  }

  create(account: string, reference: string | null, isReturn: boolean, weight: number, offered: boolean): Shipment {
    const now = new Date().toISOString();
    const rate = (service: string, price: string): Rate => ({
      id: `rate_${hex()}`,
      service,
      carrier: 'SandboxPost',
      rate: price,
      currency: 'USD',
    });
    return this.put({
      id: `shp_${hex()}`,
      account,
      reference,
      isReturn,
      weight,
      rates: offered ? [rate('Express', '12.40'), rate('Ground', '5.10')] : [],
      trackingCode: null,
      status: 'unknown',
      refundStatus: null,
      createdAt: now,
      updatedAt: now,
    });
  }

  buy(shipment: Shipment): Shipment {
    return this.put({ ...shipment, trackingCode: newTrackingCode(), status: 'pre_transit' });
  }

  put(shipment: Shipment): Shipment {
    const changed = { ...shipment, updatedAt: new Date().toISOString() };
    this.index(changed);
    this.journal.append('shipment', changed.id, changed);
    return changed;
  }

  /** One of the account's, by id or by its reference: EasyPost takes either. */
  find(account: string, idOrReference: string): Shipment | undefined {
    const id = this.byReference.get(`${account}\n${idOrReference}`) ?? idOrReference;
    const shipment = this.shipments.get(id);
    return shipment?.account === account ? shipment : undefined;
  }

  tracked(trackingCode: string): Shipment | undefined {
    return this.shipments.get(this.byTracking.get(trackingCode) ?? '');
  }

  list(): readonly Shipment[] {
    return [...this.shipments.values()];
  }

  private index(shipment: Shipment): void {
    this.shipments.set(shipment.id, shipment);
    if (shipment.reference !== null) this.byReference.set(`${shipment.account}\n${shipment.reference}`, shipment.id);
    if (shipment.trackingCode !== null) this.byTracking.set(shipment.trackingCode, shipment.id);
  }
}
