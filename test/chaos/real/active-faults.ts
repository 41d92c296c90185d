import { Chance } from '../simulation/chance';
import type { Fault as SandboxFault, SandboxClient } from '../../e2e/client/sandbox.client';
import { FAULT_TABLE, type Fault, type FaultWorld } from './fault-table';
import type { PlannedFault, StormPlan } from './storm-plan';
import type { StormStack } from './storm-stack';

type Hooks = Readonly<{
  sandbox: SandboxClient;
  reach: (what: string) => void;
  /** Told when a fault of the stack is over: what is asked for from now on should be as ever. */ over: (
    fault: Fault,
    no: number,
  ) => void;
}>;
type Lasting = Readonly<{ planned: PlannedFault; fault: Fault; end: () => Promise<void> }>;

/** The faults of one storm: begins and ends them at their items, and knows which of them really struck. */
export class ActiveFaults {
  private readonly begun: string[] = [];
  private readonly hits: Readonly<{ fault: string; name: string; hit: number }>[] = [];
  private readonly orders: Readonly<{ fault: string; id: string }>[] = [];
  private lasting: readonly Lasting[] = [];

  constructor(
    private readonly stack: StormStack,
    private readonly plan: StormPlan,
    private readonly hooks: Hooks,
  ) {}

  /** Before an item comes: ends what lasted until here, begins what begins here. */
  async turn(item: number, payments: readonly string[]): Promise<void> {
    for (const { planned, end } of this.lasting) if (planned.at + planned.span <= item) await end();
    for (const planned of this.plan.faults) if (planned.at === item) await this.begin(planned, payments);
  }

  /** Ends whatever still lasts. A stopped program is woken when others were well enough to do its work. */
  async endAll(): Promise<void> {
    const stops = ({ fault }: Lasting): number => (fault.pauses ? 1 : 0);
    for (const { end } of this.lasting.toSorted((one, two) => stops(one) - stops(two))) await end();
  }

  /** Whether one of them stands between the apis and Temporal now. */
  get keepsTemporalAway(): boolean {
    return this.lasting.some(({ fault: { id } }) => id.startsWith('net.api-temporal') || id === 'temporal.paused');
  }

  /** How often each fault really struck. */
  strikes(outside: readonly SandboxFault[]): ReadonlyMap<string, number> {
    const counted = new Map<string, number>();
    const add = (id: string, times: number): void => {
      if (times > 0) counted.set(id, (counted.get(id) ?? 0) + times);
    };
    for (const id of this.begun) add(id, 1);
    const hits = new Map<string, number>(this.stack.failpoints.hits());
    for (const { fault, name, hit } of this.hits) add(fault, (hits.get(name) ?? 0) >= hit ? 1 : 0);
    for (const { fault, id } of this.orders) add(fault, outside.find((one) => one.id === id)?.hits ?? 0);
    return counted;
  }

  private async begin(planned: PlannedFault, payments: readonly string[]): Promise<void> {
    const fault = FAULT_TABLE.find(({ id }) => id === planned.id);
    if (fault === undefined) throw new Error(`The table has no fault ${planned.id}`);
    const world = this.worldOf(planned, fault, payments);
    await fault.begin(world);
    if (!STRIKES_LATER.includes(fault.group)) this.begun.push(fault.id);
    const over = (): void => (STRIKES_LATER.includes(fault.group) ? undefined : this.hooks.over(fault, planned.no));
    if (fault.end === undefined) {
      over();
      return;
    }
    const end = async (): Promise<void> => {
      this.lasting = this.lasting.filter((one) => one.planned !== planned);
      await fault.end?.(world);
      over();
    };
    this.lasting = [...this.lasting, { planned, fault, end }];
  }

  private worldOf({ no }: PlannedFault, { id: fault }: Fault, payments: readonly string[]): FaultWorld {
    const chance = new Chance(this.plan.seed * 1_000 + no);
    const { sandbox, reach } = this.hooks;
    return {
      stack: this.stack,
      sandbox,
      payments,
      lot: () => chance.next(),
      struck: reach,
      planned: (name, hit) => void this.hits.push({ fault, name, hit }),
      ordered: (id) => void this.orders.push({ fault, id }),
    };
  }
}

/** Groups whose faults lie in wait: that they began does not say that they struck. */
const STRIKES_LATER: readonly Fault['group'][] = ['failpoint', 'gateway', 'carrier', 'mail'];
