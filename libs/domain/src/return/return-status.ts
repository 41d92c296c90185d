import { move, type StateTable } from '../state/state-table';
import type { ParcelStatus } from './carrier';

export const RETURN_STATUSES = [
  'expected',
  'in_transit',
  'partially_received',
  'received',
  'inspected',
  'waived',
  'cancelled',
  'expired',
] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/** Which status of a return may follow which. Arrival is not inspection: units are counted, then looked at. */
export const RETURN_NEXT: StateTable<ReturnStatus> = {
  expected: ['in_transit', 'partially_received', 'received', 'waived', 'cancelled', 'expired'],
  in_transit: ['partially_received', 'received', 'expired'],
  partially_received: ['received', 'inspected'],
  received: ['inspected'],
  expired: ['partially_received', 'received'], // Goods that come late are still counted.
  inspected: [],
  waived: [],
  cancelled: [],
};
/** Returns `to`, or throws `invalid_state`. */
export const moveReturn = (from: ReturnStatus, to: ReturnStatus): ReturnStatus => move(RETURN_NEXT, from, to);

const MOVING: readonly ParcelStatus[] = ['in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered'];

/** The return after a parcel of it was scanned: the first scan on the way starts it; no scan ever counts as received. */
export const returnAfterScan = (status: ReturnStatus, parcel: ParcelStatus): ReturnStatus =>
  status === 'expected' && MOVING.includes(parcel) ? moveReturn(status, 'in_transit') : status;

export const RETURN_ITEM_STATUSES = [
  'expected',
  'received',
  'accepted',
  'accepted_with_deduction',
  'rejected',
  'missing',
  'kept',
] as const;
export type ReturnItemStatus = (typeof RETURN_ITEM_STATUSES)[number];

/** Which status of an item may follow which. A contested rejection is looked at by a second inspector. */
export const RETURN_ITEM_NEXT: StateTable<ReturnItemStatus> = {
  expected: ['received', 'missing', 'kept'],
  received: ['accepted', 'accepted_with_deduction', 'rejected'],
  missing: ['received'],
  rejected: ['accepted', 'accepted_with_deduction'],
  accepted: [],
  accepted_with_deduction: [],
  kept: [],
};
/** Returns `to`, or throws `invalid_state`. */
export const moveReturnItem = (from: ReturnItemStatus, to: ReturnItemStatus): ReturnItemStatus =>
  move(RETURN_ITEM_NEXT, from, to);
