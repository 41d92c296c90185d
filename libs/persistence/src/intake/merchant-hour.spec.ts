import { MerchantHour } from './merchant-hour';

describe('the sum of the last hour', () => {
  let now = 0;
  const hour = new MerchantHour(2_000, () => now);
  beforeEach(() => (now += 10_000));

  it('is unknown until it was read, and again after a moment', () => {
    expect(hour.known('m')['ILS']).toBeUndefined();
    hour.learn('m', 'ILS', 500);
    expect(hour.known('m')['ILS']).toBe(500);
    now += 2_000;
    expect(hour.known('m')['ILS']).toBeUndefined();
  });

  it('counts what is accepted here at once, by merchant and currency', () => {
    hour.learn('m', 'ILS', 500);
    hour.learn('m', 'USD', 7);
    hour.add('m', 'ILS', 20);
    hour.add('other', 'ILS', 1_000);
    expect([hour.known('m'), hour.known('other')]).toEqual([{ ILS: 520, USD: 7 }, {}]);
  });

  it('is not set back by a sum that was read before the last refund was counted', () => {
    hour.learn('m', 'ILS', 500);
    hour.add('m', 'ILS', 20);
    hour.learn('m', 'ILS', 500);
    expect(hour.known('m')['ILS']).toBe(520);
  });
});
