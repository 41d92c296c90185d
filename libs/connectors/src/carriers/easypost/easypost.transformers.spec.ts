import { cheapestRateOf, labelOf, scanOf } from './easypost.transformers';

const event = (changes: object = {}, result: object = {}) => ({
  id: 'evt_7',
  description: 'tracker.updated',
  created_at: '2026-11-22T09:00:00Z',
  result: { tracking_code: 'EZ1', status: 'in_transit', updated_at: '2026-11-22T08:59:00+02:00', ...result },
  ...changes,
});

describe('tracker events of EasyPost', () => {
  it.each([
    ['pre_transit', 'label_created'],
    ['in_transit', 'in_transit'],
    ['out_for_delivery', 'out_for_delivery'],
    ['available_for_pickup', 'available_for_pickup'],
    ['delivered', 'delivered'],
    ['return_to_sender', 'returned_to_sender'],
    ['failure', 'exception'],
    ['cancelled', 'cancelled'],
  ])('%s is %s', (status, parcel) => {
    expect(scanOf(event({}, { status }))).toEqual({
      eventId: 'evt_7',
      trackingCode: 'EZ1',
      status: parcel,
      occurredAt: '2026-11-22T06:59:00.000Z',
    });
  });

  it.each(['unknown', 'error', 'brand_new', '', null, 5])('a status that says nothing (%p) is no scan', (status) => {
    expect(scanOf(event({}, { status }))).toBeUndefined();
  });

  it('takes the time of the event where the tracker has none', () => {
    expect(scanOf(event({}, { updated_at: null }))?.occurredAt).toBe('2026-11-22T09:00:00.000Z');
    expect(scanOf(event({ created_at: 'yesterday' }, { updated_at: 'today' }))).toBeUndefined();
  });

  it.each([
    ['another event', event({ description: 'batch.created' })],
    ['an event without an id', event({ id: undefined })],
    ['a tracker without a code', event({}, { tracking_code: '' })],
    ['an event about nothing', event({ result: null })],
    ['an event about a list', event({ result: [] })],
  ])('%s is no scan', (_, body) => {
    expect(scanOf(body)).toBeUndefined();
  });
});

describe('shipments of EasyPost', () => {
  it('have a label once they are bought', () => {
    const bought = { id: 'shp_1', tracking_code: 'EZ1', postage_label: { label_url: 'https://labels/1' } };
    expect(labelOf(bought)).toEqual({ shipmentRef: 'shp_1', trackingCode: 'EZ1', labelUrl: 'https://labels/1' });
    expect(labelOf({ ...bought, postage_label: null })).toBeUndefined();
    expect(labelOf({ ...bought, tracking_code: null })).toBeUndefined();
  });

  it('are sent by the cheapest rate, counted as numbers', () => {
    const rates = [
      { id: 'a', rate: '12.40' },
      { id: 'b', rate: '5.10' },
      { rate: '1.00' },
      { id: 'c', rate: 'free' },
      null,
    ];
    expect(cheapestRateOf({ rates })).toBe('b');
    expect(cheapestRateOf({ rates: [] })).toBeUndefined();
    expect(cheapestRateOf({})).toBeUndefined();
  });
});
