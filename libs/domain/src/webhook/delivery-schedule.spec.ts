import * as fc from 'fast-check';
import { DELIVERY_LIFE_MS, DELIVERY_RETRIES_MS, retryAfterMs } from './delivery-schedule';

const tries = fc.integer({ min: 1, max: 10_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the waits between the tries of a delivery', () => {
  it('begin with seconds, grow, and end with the last one again and again', () => {
    expect([1, 2, 3, 9, 10, 500].map((no) => retryAfterMs(no, DELIVERY_RETRIES_MS, 0) / 1_000)).toEqual([
      5, 30, 120, 28_800, 28_800, 28_800,
    ]);
  });

  it('are spread by at most a fifth, and never shorter than planned', () =>
    fc.assert(
      fc.property(tries, chance, (no, drawn) => {
        const planned = retryAfterMs(no, DELIVERY_RETRIES_MS, 0);
        const wait = retryAfterMs(no, DELIVERY_RETRIES_MS, drawn);
        return wait >= planned && wait <= planned * 1.2;
      }),
    ));

  it('give an endpoint fewer than twenty tries in its 72 hours, and one in the last third of them', () => {
    let at = 0;
    const moments = [0];
    for (let no = 1; at < DELIVERY_LIFE_MS; no += 1) moments.push((at += retryAfterMs(no, DELIVERY_RETRIES_MS, 0)));
    const made = moments.filter((moment) => moment < DELIVERY_LIFE_MS);
    expect(made.length).toBeLessThan(20);
    expect(made.at(-1)).toBeGreaterThan((DELIVERY_LIFE_MS * 2) / 3);
  });
});
