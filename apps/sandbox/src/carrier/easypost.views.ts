import { randomUUID } from 'node:crypto';
import type { Shipment } from './shipment-book';

/** A shipment as EasyPost's API shows it. */
export const shipmentView = (shipment: Shipment, publicUrl: string) => ({
  id: shipment.id,
  object: 'Shipment',
  mode: 'test',
  reference: shipment.reference,
  is_return: shipment.isReturn,
  status: shipment.status,
  refund_status: shipment.refundStatus,
  tracking_code: shipment.trackingCode,
  parcel: { object: 'Parcel', weight: shipment.weight },
  rates: shipment.rates.map((rate) => ({ ...rate, object: 'Rate', shipment_id: shipment.id })),
  postage_label:
    shipment.trackingCode === null
      ? null
      : { object: 'PostageLabel', label_url: `${publicUrl}/carrier/labels/${shipment.trackingCode}` },
  messages: [],
  created_at: shipment.createdAt,
  updated_at: shipment.updatedAt,
});

export type Scan = Readonly<{ status: string; at: string; eventId?: string }>;

/** The text of a `tracker.updated` event. Its whole weights carry a decimal, as a sender that is not JavaScript writes them. */
export function trackerEvent(shipment: Shipment, { status, at, eventId }: Scan): string {
  const body = JSON.stringify({
    description: 'tracker.updated',
    mode: 'test',
    previous_attributes: { status: shipment.status },
    created_at: at,
    pending_urls: [],
    completed_urls: [],
    updated_at: at,
    id: eventId ?? `evt_${randomUUID().replaceAll('-', '')}`,
    user_id: 'user_sandbox',
    status: 'pending',
    object: 'Event',
    result: {
      id: `trk_${shipment.id.slice(4)}`,
      object: 'Tracker',
      mode: 'test',
      tracking_code: shipment.trackingCode,
      status,
      status_detail: status,
      created_at: shipment.createdAt,
      updated_at: at,
      signed_by: null,
      weight: shipment.weight,
      shipment_id: shipment.id,
      carrier: 'SandboxPost',
      tracking_details: [{ object: 'TrackingDetail', message: status, status, datetime: at, source: 'SandboxPost' }],
      is_return: shipment.isReturn,
      public_url: `https://track.example.com/${shipment.trackingCode ?? ''}`,
    },
  });
  return body.replace(/("weight":\d+)(?=[,}])/g, '$1.0');
}

/** A refusal in EasyPost's form. */
export const easyPostError = (code: string, message: string) => ({ error: { code, message, errors: [] } });
