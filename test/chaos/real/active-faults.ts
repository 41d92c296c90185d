import { setTimeout as pause } from 'node:timers/promises';
import type { FailpointName } from '@zikui/failpoint';
import { Chance } from '../simulation/chance';
import type { Fault as SandboxFault, SandboxClient } from '../../e2e/client/sandbox.client';
import { FAULT_TABLE, type Fault, type FaultWorld } from './fault-table';
import type { PlannedFault, StormPlan } from './storm-plan';
import type { Sometimes } from './sometimes';
import type { StormStack } from './storm-stack';

type Hooks = Readonly<{
  sandbox: SandboxClient;
  reach: (what: Sometimes) => void;
  met: (what: Sometimes) => boolean;
  /** Told when a fault of the stack is over: what is asked for from now on should be as ever. */ over: (
    fault: Fault,
    no: number,
  ) => void;
}>;
type Lasting = Readonly<{ planned: PlannedFault; fault: Fault; end: () => Promise<void> }>;

/** The faults of one storm: begins and ends them at their items, and knows which of them really struck. */
export class ActiveFaults {
  private readonly begun: string[] = [];
  private readonly hits: Readonly<{ no: number; fault: string; name: FailpointName; hit: number }>[] = [];
  private readonly orders: Readonly<{ fault: string; id: string }>[] = [];
  private lasting: readonly Lasting[] = [];
  private readonly lying: (() => Promise<void>)[] = [];
  /** Once failpoints are healed, hits strike nobody. */ private hitsAtEnd: ReadonlyMap<string, number> = new Map();

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

  /** Ends whatever still lasts; what lies in wait finds whole programs then. A stopped program is woken last, when others were well enough to do its work. */
  async endAll(): Promise<void> {
    for (const { end } of this.lasting.filter(({ fault }) => !fault.pauses)) await end();
    for (const hasStruck of this.lying) await hasStruck();
    for (const { end } of this.lasting) await end();
    this.hitsAtEnd = this.stack.failpoints.hits();
  }

  /** What stands between the apis and Temporal now. */
  get keepsTemporalAway(): PlannedFault | undefined {
    return this.lasting.find(({ fault: { id } }) => id.startsWith('net.api-temporal') || id === 'temporal.paused')
      ?.planned;
  }

  /** How often each fault really struck. */
  strikes(outside: readonly SandboxFault[]): ReadonlyMap<string, number> {
    const counted = new Map<string, number>();
    const add = (id: string, times: number): void => {
      if (times > 0) counted.set(id, (counted.get(id) ?? 0) + times);
    };
    for (const id of this.begun) add(id, 1);
    for (const { fault, name, hit } of this.hits) add(fault, (this.hitsAtEnd.get(name) ?? 0) >= hit ? 1 : 0);
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
    const untilMet = (): Promise<void> => this.untilMet(fault, world);
    if (fault.end === undefined) {
      if (STRIKES_LATER.includes(fault.group)) this.lying.push(untilMet);
      over();
      return;
    }
    const end = async (): Promise<void> => {
      await untilMet();
      this.lasting = this.lasting.filter((one) => one.planned !== planned);
      await fault.end?.(world);
      over();
    };
    this.lasting = [...this.lasting, { planned, fault, end }];
  }

  /** A patient storm gives a fault the time to strike; for good it waits for none, and what was missed is told in the end. */
  private async untilMet({ isMet }: Fault, world: FaultWorld): Promise<void> {
    if (this.plan.patient !== true || isMet === undefined) return;
    const limit = Date.now() + MOST_PATIENT_MS;
    while (!isMet(world) && Date.now() < limit) await pause(LOOK_AGAIN_MS);
  }

  private worldOf({ no }: PlannedFault, { id: fault }: Fault, payments: readonly string[]): FaultWorld {
    const chance = new Chance(this.plan.seed * 1_000 + no);
    const { sandbox, reach, met } = this.hooks;
    const isMine = (one: Readonly<{ no: number }>): boolean => one.no === no;
    return {
      stack: this.stack,
      sandbox,
      payments,
      lot: () => (this.plan.patient === true ? 0 : chance.next()),
      struck: reach,
      met,
      planned: (name, hit) => void this.hits.push({ no, fault, name, hit }),
      hasHit: () => {
        const counted = this.stack.failpoints.hits();
        return this.hits.filter(isMine).every(({ name, hit }) => (counted.get(name) ?? 0) >= hit);
      },
      ordered: (id) => void this.orders.push({ fault, id }),
    };
  }
}

/** Groups whose faults lie in wait: that they began does not say that they struck. */
const STRIKES_LATER: readonly Fault['group'][] = ['failpoint', 'gateway', 'carrier', 'mail'];
/** Of a slow machine on which programs have to come back first. */
const MOST_PATIENT_MS = 15_000;
const LOOK_AGAIN_MS = 100;
