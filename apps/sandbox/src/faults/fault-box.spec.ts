import type { FaultOrder } from './fault';
import { FaultBox } from './fault-box';

const order = (changes: Partial<FaultOrder> = {}): FaultOrder => ({
  target: 'gateway',
  action: 'decline',
  times: 1,
  chance: 1,
  seed: 1,
  ...changes,
});
const taken = (box: FaultBox, subject = {}): readonly string[] => [
  ...box.take('gateway', ['decline', 'pending', 'webhook_never'], subject).keys(),
];

describe('the box of faults', () => {
  it('strikes as often as it was told, then no more', () => {
    const box = new FaultBox();
    box.order(order({ times: 2 }));
    expect([taken(box), taken(box), taken(box)]).toEqual([['decline'], ['decline'], []]);
    expect(box.list()).toMatchObject([{ action: 'decline', hits: 2 }]);
  });

  it('strikes only what matches, by any of the references of a call', () => {
    const box = new FaultBox();
    box.order(order({ match: { gatewayRef: 'ch_1' } }));
    expect(taken(box, { gatewayRef: ['pi_2', 'ch_2'] })).toEqual([]);
    expect(taken(box)).toEqual([]);
    expect(taken(box, { gatewayRef: ['pi_1', 'ch_1'], reference: ['zr'] })).toEqual(['decline']);
  });

  it('must match in everything that the order names', () => {
    const box = new FaultBox();
    box.order(order({ match: { gatewayRef: 'pi_1', reference: 'zr_1' } }));
    expect(taken(box, { gatewayRef: ['pi_1'], reference: ['zr_2'] })).toEqual([]);
    expect(taken(box, { gatewayRef: ['pi_1'], reference: ['zr_1'] })).toEqual(['decline']);
  });

  it('strikes one call with several actions at once, but with one action only once', () => {
    const box = new FaultBox();
    box.order(order());
    box.order(order({ action: 'webhook_never' }));
    box.order(order());
    expect(taken(box)).toEqual(['decline', 'webhook_never']);
    expect(taken(box)).toEqual(['decline']);
  });

  it('leaves other targets and other calls alone', () => {
    const box = new FaultBox();
    box.order(order({ target: 'carrier', action: 'timeout' }));
    box.order(order({ action: 'lookup_500' }));
    expect(taken(box)).toEqual([]);
  });

  it('draws the same lots for the same seed', () => {
    const run = (seed: number) => {
      const box = new FaultBox();
      box.order(order({ chance: 0.3, times: 1_000, seed }));
      return Array.from({ length: 200 }, () => taken(box).length);
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
    const hits = run(7).reduce((sum, hit) => sum + hit, 0);
    expect(hits).toBeGreaterThan(35);
    expect(hits).toBeLessThan(85);
  });

  it('forgets everything when it is cleared', () => {
    const box = new FaultBox();
    box.order(order());
    box.clear();
    expect(taken(box)).toEqual([]);
    expect(box.list()).toEqual([]);
  });

  it('keeps every fault that waits, and of those that struck the newest', () => {
    const box = new FaultBox();
    box.order(order({ match: { gatewayRef: 'pi_never' } }));
    for (let n = 0; n < 300; n += 1) {
      box.order(order());
      taken(box);
    }
    expect(box.list().length).toBeLessThan(110);
    expect(taken(box, { gatewayRef: ['pi_never'] })).toEqual(['decline']);
  });
});
