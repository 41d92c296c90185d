import { Slots } from './slots';

let now = 0;
const slotsOf = (total: number): Slots => new Slots(total, () => now);

describe('places for tries', () => {
  it('keep a fifth for endpoints that fail, and no more', () => {
    const slots = slotsOf(40);
    expect([slots.free(false), slots.free(true)]).toEqual([32, 8]);
    for (let no = 0; no < 8; no += 1) slots.take(`dead-${no}`, true);
    expect([slots.free(false), slots.free(true)]).toEqual([32, 0]);
  });

  it('are free again once the try has ended, and the endpoint is busy until all of them have', () => {
    const slots = slotsOf(10);
    const [first, second] = [slots.take('a', false), slots.take('a', false)];
    first();
    expect([slots.busy, slots.free(false)]).toEqual([['a'], 7]);
    second();
    second();
    expect([slots.busy, slots.free(false)]).toEqual([[], 8]);
  });

  it('are given back by a try that hangs, up to four such for each place', () => {
    const slots = slotsOf(10);
    for (let round = 0; round < 5; round += 1) {
      for (let no = slots.free(false); no > 0; no -= 1) slots.take(`silent-${round}-${no}`, false);
      expect(slots.free(false)).toBe(0);
      now += 1_000;
    }
    // Forty hang: nothing more begins until one of them ends.
    expect([slots.busy.length, slots.free(false), slots.free(true)]).toEqual([40, 0, 0]);
  });
});
