import type { CarrierScan, ParcelStatus, ReturnLabel } from '@zikui/domain';
import { isObject, objectIn, textIn, type JsonObject } from '../../json-object';

/** EasyPost's tracker statuses in our words. `unknown`, `error` and whatever is new say nothing of where the parcel is. */
const STATUS: ReadonlyMap<string, ParcelStatus> = new Map([
  ['pre_transit', 'label_created'],
  ['in_transit', 'in_transit'],
  ['out_for_delivery', 'out_for_delivery'],
  ['available_for_pickup', 'available_for_pickup'],
  ['delivered', 'delivered'],
  ['return_to_sender', 'returned_to_sender'],
  ['failure', 'exception'],
  ['cancelled', 'cancelled'],
]);
const TRACKER_EVENTS: ReadonlySet<string | undefined> = new Set(['tracker.created', 'tracker.updated']);

/** The instant in UTC, or `undefined` when the text is none. */
function instantOf(text: string | undefined): string | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** The scan that a tracker event tells; `undefined` for another event or a status that says nothing. */
export function scanOf(event: JsonObject): CarrierScan | undefined {
  if (!TRACKER_EVENTS.has(textIn(event, 'description'))) return undefined;
  const tracker = objectIn(event, 'result');
  const eventId = textIn(event, 'id');
  const trackingCode = textIn(tracker, 'tracking_code');
  const status = STATUS.get(textIn(tracker, 'status') ?? '');
  const occurredAt = instantOf(textIn(tracker, 'updated_at')) ?? instantOf(textIn(event, 'created_at'));
  if (eventId === undefined || trackingCode === undefined || status === undefined || occurredAt === undefined)
    return undefined;
  return { eventId, trackingCode, status, occurredAt };
}

/** The label of a shipment that was bought; `undefined` before that. */
export function labelOf(shipment: JsonObject): ReturnLabel | undefined {
  const shipmentRef = textIn(shipment, 'id');
  const trackingCode = textIn(shipment, 'tracking_code');
  const labelUrl = textIn(objectIn(shipment, 'postage_label'), 'label_url');
  if (shipmentRef === undefined || trackingCode === undefined || labelUrl === undefined) return undefined;
  return { shipmentRef, trackingCode, labelUrl };
}

/** Id of the cheapest rate that the carrier offers for a shipment; `undefined` when it offers none. */
export function cheapestRateOf(shipment: JsonObject): string | undefined {
  const offered: unknown = shipment['rates'];
  const rates = (Array.isArray(offered) ? offered : []).filter(isObject).flatMap((rate) => {
    const id = textIn(rate, 'id');
    const price = Number(rate['rate']);
    return id === undefined || !Number.isFinite(price) ? [] : [{ id, price }];
  });
  return rates.sort((a, b) => a.price - b.price)[0]?.id;
}
