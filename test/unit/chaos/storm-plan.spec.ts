import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FAILPOINT_NAMES } from '@zikui/failpoint';
import { FAULT_GROUPS, FAULT_TABLE } from '../../chaos/real/fault-table';
import { keepPlan, keptPlans, smallestFailing } from '../../chaos/real/kept-seeds';
import { planOf, smaller, type StormPlan } from '../../chaos/real/storm-plan';
import { PLANS_OF_THE_GATE } from '../../chaos/real/gate-plans';
import { itemNamed, WORKLOAD } from '../../chaos/real/workload';

describe('the plan of a seed', () => {
  it('is the same whenever it is asked for, and another for another seed', () => {
    expect(planOf(7)).toEqual(planOf(7));
    expect(planOf(7)).not.toEqual(planOf(8));
  });

  it('has three to nine faults, each at an item, and pauses in one seed of four', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { faults, items } = planOf(seed);
      expect(faults.length).toBeGreaterThanOrEqual(3);
      expect(faults.length).toBeLessThanOrEqual(9);
      for (const { at } of faults) expect(at).toBeLessThan(items.length);
      const pausing = faults.filter(({ id }) => FAULT_TABLE.some((fault) => fault.id === id && fault.pauses));
      const isOvertaken = faults.some(({ id }) => id === 'failpoint.gw.overtaken.kill');
      expect(pausing.length).toBeGreaterThanOrEqual(seed % 4 === 3 || isOvertaken ? 1 : 0);
      expect(pausing.length).toBeLessThanOrEqual((seed % 4 === 3 ? 1 : 0) + (isOvertaken ? 1 : 0));
    }
  });

  it('stops a program in the middle of a call before all else where one is to be overtaken, and waits for it', () => {
    const overtaken = Array.from({ length: 60 }, (_, seed) => planOf(seed)).filter(({ faults }) =>
      faults.some(({ id }) => id === 'failpoint.gw.overtaken.kill'),
    );
    expect(overtaken.length).toBeGreaterThanOrEqual(5);
    for (const { faults, patient } of overtaken) {
      expect(faults[0]?.id).toMatch(/^failpoint\.gw\..*\.stop$/);
      expect(patient).toBe(true);
    }
  });

  it('lets no movement come back of which the gateway is kept from telling', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const ids = planOf(seed).faults.map(({ id }) => id);
      const isSilent = ids.some((id) => /\.stop$/.test(id) || id === 'gateway.commit_then_reset');
      if (isSilent) expect(ids).not.toContain('gateway.settle_then_reverse');
    }
  });

  it('draws faults of the wanted groups alone', () => {
    const groups = planOf(3, ['pg', 'worker']).faults.map(
      ({ id }) => FAULT_TABLE.find((fault) => fault.id === id)?.group,
    );
    expect(new Set(groups)).toEqual(new Set(['pg', 'worker']));
  });

  it('leaves out no fault of the table and no item of the workload within twelve seeds', () => {
    const plans = Array.from({ length: 12 }, (_, seed) => planOf(seed));
    const drawn = new Set(plans.flatMap(({ faults }) => faults.map(({ id }) => id)));
    expect(FAULT_TABLE.filter(({ id, pauses }) => !pauses && !drawn.has(id))).toEqual([]);
    const items = new Set(plans.flatMap((plan) => plan.items));
    expect(WORKLOAD.filter(({ name }) => !items.has(name))).toEqual([]);
    expect(plans.some(({ staysAway }) => staysAway !== null)).toBe(true);
  });

  it('goes through every pausing fault within twenty-four seeds', () => {
    const drawn = new Set(
      Array.from({ length: 24 }, (_, seed) => planOf(seed)).flatMap((plan) => plan.faults.map(({ id }) => id)),
    );
    expect(FAULT_TABLE.filter(({ id }) => !drawn.has(id))).toEqual([]);
  });
});

describe('the plans of the gate', () => {
  it('name faults and items that exist, every item of the workload, and a dependency that stays away', () => {
    for (const { id } of PLANS_OF_THE_GATE.flatMap(({ faults }) => faults))
      expect(FAULT_TABLE.map((fault) => fault.id)).toContain(id);
    const items = new Set(PLANS_OF_THE_GATE.flatMap((plan) => plan.items));
    expect([...items].sort()).toEqual(WORKLOAD.map(({ name }) => name).sort());
    expect(PLANS_OF_THE_GATE.some(({ staysAway }) => staysAway !== null)).toBe(true);
  });

  it('begin each fault between two items', () => {
    for (const { faults, items } of PLANS_OF_THE_GATE)
      for (const { at } of faults) expect(at > 0 && at < items.length).toBe(true);
  });
});

describe('the table of faults', () => {
  it('names each fault once, each of a known group', () => {
    expect(new Set(FAULT_TABLE.map(({ id }) => id)).size).toBe(FAULT_TABLE.length);
    expect(new Set(FAULT_TABLE.map(({ group }) => group))).toEqual(new Set(FAULT_GROUPS));
  });

  it('strikes at every failpoint', () => {
    for (const name of FAILPOINT_NAMES)
      expect(FAULT_TABLE.some(({ id }) => id.startsWith(`failpoint.${name}.`))).toBe(true);
  });
});

describe('a plan that fails', () => {
  const plan = planOf(3);
  const needed = plan.faults[1]?.id;
  const fails = async ({ faults, items }: StormPlan): Promise<boolean> =>
    faults.some(({ id }) => id === needed) && items.includes('approval');

  it('is one step smaller by a fault, or by half of its workload', () =>
    expect(smaller(plan)).toHaveLength(plan.faults.length + 2));

  it('is made as small as it still fails', async () => {
    const smallest = await smallestFailing(plan, fails, () => true);
    expect(smallest.faults.map(({ id }) => id)).toEqual([needed]);
    expect(smallest.items).toEqual(['approval']);
  });

  it('stays as it is when there is no time', async () =>
    expect(await smallestFailing(plan, fails, () => false)).toEqual(plan));

  it('is kept in a file, and read before all others', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'zikui-seeds-'));
    keepPlan(plan, folder);
    expect(keptPlans(folder)).toEqual([plan]);
    rmSync(folder, { recursive: true });
  });

  it('names an item that is not there any more', () => expect(() => itemNamed('bribe')).toThrow('no bribe'));

  it('was kept with faults and items that exist', () => {
    for (const { items, faults } of keptPlans()) {
      for (const item of items) expect(itemNamed(item).name).toBe(item);
      for (const { id } of faults) expect(FAULT_TABLE.some((fault) => fault.id === id)).toBe(true);
    }
  });
});
