import type { ParcelStatus } from './carrier';

/** How far a parcel has come. Carriers deliver scans late and twice: a status only gives way to a higher one. */
const RANK: Readonly<Record<ParcelStatus, number>> = {
  label_created: 0,
  in_transit: 1,
  out_for_delivery: 2,
  available_for_pickup: 3,
  exception: 4,
  lost: 5,
  delivered: 6,
  returned_to_sender: 6,
  cancelled: 6,
};
/** Moves against the rank: a parcel that was stuck or lost goes on. */
const TURNS_UP: readonly ParcelStatus[] = ['exception', 'lost'];

/** What a scan makes of a parcel. `applied: false` belongs in the timeline alone. */
export function applyScan(
  current: ParcelStatus,
  scan: ParcelStatus,
): Readonly<{ status: ParcelStatus; applied: boolean }> {
  const applied = follows(current, scan);
  return { status: applied ? scan : current, applied };
}

function follows(from: ParcelStatus, to: ParcelStatus): boolean {
  if (to === 'cancelled') return from === 'label_created'; // A label in use cannot be taken back.
  return RANK[to] > RANK[from] || (to === 'in_transit' && TURNS_UP.includes(from));
}
