import { letsMoneyGo } from './money-trigger';

describe('letsMoneyGo', () => {
  it('fires on the fact that the policy names and on every later one', () => {
    expect(letsMoneyGo('first_scan', 'in_transit')).toBe(true);
    expect(letsMoneyGo('first_scan', 'delivered')).toBe(true);
    expect(letsMoneyGo('delivered', 'out_for_delivery')).toBe(false);
    expect(letsMoneyGo('delivered', 'delivered')).toBe(true);
    expect(letsMoneyGo('inspected', 'received')).toBe(false);
  });

  it('counts a parcel that the carrier lost as received, not as inspected', () => {
    expect(letsMoneyGo('received', 'lost')).toBe(true);
    expect(letsMoneyGo('inspected', 'lost')).toBe(false);
  });

  it('never fires on a label, an exception, a parcel on its way back or an unlisted fact', () => {
    for (const fact of ['label_created', 'exception', 'returned_to_sender', 'cancelled', 'brand_new']) {
      expect(letsMoneyGo('first_scan', fact)).toBe(false);
    }
  });
});
