import { readPlan, strikes } from './fault-plan';

describe('a plan of failpoints', () => {
  it('names points, what happens there, and when', () =>
    expect(
      readPlan('gw.after_send=kill@3; project.before_commit=sleep:500@p0.1#7;api.after_commit=throw:53100'),
    ).toEqual([
      { name: 'gw.after_send', action: { kind: 'kill' }, trigger: { hit: 3 } },
      { name: 'project.before_commit', action: { kind: 'sleep', ms: 500 }, trigger: { chance: 0.1, seed: 7 } },
      { name: 'api.after_commit', action: { kind: 'throw', code: '53100' }, trigger: { hit: 1 } },
    ]));

  it.each([
    ['gw.after_lunch=kill', 'No failpoint has this name'],
    ['gw.after_send=explode', 'Not name=action'],
    ['gw.after_send', 'Not name=action'],
    ['gw.after_send=sleep', 'sleep takes milliseconds'],
    ['gw.after_send=sleep:9999999', 'sleep takes milliseconds'],
    ['gw.after_send=kill:9', 'kill takes no argument'],
    [Array.from({ length: 101 }, () => 'gw.after_send=kill').join(';'), 'at most 100'],
  ])('is refused with the part at fault: %s', (text, why) => expect(() => readPlan(text)).toThrow(why));

  it('strikes the nth hit alone', () => {
    const [fault] = readPlan('gw.after_send=kill@3');
    expect([1, 2, 3, 4].filter((hit) => fault && strikes(fault, hit))).toEqual([3]);
  });

  it('strikes with its chance, at the same hits for the same seed', () => {
    const hits = (seed: number): number[] => {
      const [fault] = readPlan(`gw.after_send=kill@p0.25#${seed}`);
      return Array.from({ length: 400 }, (_, no) => no + 1).filter((hit) => fault && strikes(fault, hit));
    };
    expect(hits(1)).toEqual(hits(1));
    expect(hits(2)).not.toEqual(hits(1));
    expect(hits(1).length).toBeGreaterThan(60);
    expect(hits(1).length).toBeLessThan(140);
  });
});
