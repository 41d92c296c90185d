import fc from 'fast-check';
import { PARCEL_STATUSES, type ParcelStatus } from './carrier';
import { applyScan } from './parcel-status';
import { RETURN_STATUSES, returnAfterScan } from './return-status';

const scans = (...all: ParcelStatus[]): ParcelStatus =>
  all.reduce<ParcelStatus>((status, scan) => applyScan(status, scan).status, 'label_created');

describe('applyScan', () => {
  it('keeps a delivered parcel delivered when an older scan comes late', () =>
    expect(applyScan('delivered', 'in_transit')).toEqual({ status: 'delivered', applied: false }));

  it('says that a repeated scan changed nothing', () =>
    expect(applyScan('in_transit', 'in_transit')).toEqual({ status: 'in_transit', applied: false }));

  it('goes on from an exception', () => {
    expect(scans('in_transit', 'exception', 'in_transit')).toBe('in_transit');
    expect(scans('in_transit', 'exception', 'delivered')).toBe('delivered');
  });

  it('finds a lost parcel again, on its way or at the door', () => {
    expect(scans('lost', 'in_transit')).toBe('in_transit');
    expect(scans('lost', 'delivered')).toBe('delivered');
    expect(applyScan('lost', 'out_for_delivery').applied).toBe(false);
  });

  it('cancels only a label that was never used', () => {
    expect(applyScan('label_created', 'cancelled').applied).toBe(true);
    expect(applyScan('in_transit', 'cancelled').applied).toBe(false);
  });

  it.each(['delivered', 'returned_to_sender', 'cancelled'] as const)('never leaves %s', (end) =>
    expect(PARCEL_STATUSES.filter((scan) => applyScan(end, scan).applied)).toEqual([]),
  );

  it('ends at the furthest status, whatever the order of the scans', () => {
    const way = ['in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered'] as const;
    const anyOrder = fc.shuffledSubarray([...way, ...way], { minLength: 8 });
    fc.assert(fc.property(anyOrder, (all) => expect(scans(...all)).toBe('delivered')));
  });
});

describe('returnAfterScan', () => {
  it.each(['in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered'] as const)(
    'starts with a scan %s',
    (scan) => expect(returnAfterScan('expected', scan)).toBe('in_transit'),
  );

  it.each(['label_created', 'cancelled', 'exception', 'lost'] as const)('is not started by %s', (scan) =>
    expect(returnAfterScan('expected', scan)).toBe('expected'),
  );

  it('changes no other return: arrival is counted by people', () => {
    for (const status of RETURN_STATUSES.filter((s) => s !== 'expected'))
      expect(returnAfterScan(status, 'delivered')).toBe(status);
  });
});
