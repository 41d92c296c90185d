import { Injectable } from '@nestjs/common';
import type { Fault, FaultAction, FaultOrder, FaultSubject, FaultTarget } from './fault';

type Loaded = { order: FaultOrder; id: string; left: number; hits: number; state: number };

/** Faults that have struck stay in the list for a while, to see how often. */
const MOST_SPENT = 100;

/** Mulberry32: the next number in [0, 1) and the state after it. */
function draw(state: number): readonly [value: number, next: number] {
  const next = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return [((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296, next];
}

const matches = ({ match = {} }: FaultOrder, subject: FaultSubject): boolean =>
  (Object.keys(match) as (keyof FaultSubject)[]).every((trait) => {
    const wanted = match[trait];
    return wanted === undefined || subject[trait]?.includes(wanted);
  });

/** The faults that were ordered and have not all struck yet. Not kept over a restart: a fresh sandbox is a well-behaved one. */
@Injectable()
export class FaultBox {
  private faults: Loaded[] = [];
  private made = 0;

  order(order: FaultOrder): Fault {
    this.made += 1;
    const loaded = { order, id: `fault_${String(this.made)}`, left: order.times, hits: 0, state: order.seed };
    const spent = this.faults.filter(({ left }) => left === 0).slice(-MOST_SPENT);
    this.faults = [...this.faults.filter((fault) => fault.left > 0 || spent.includes(fault)), loaded];
    return this.shown(loaded);
  }

  list(): readonly Fault[] {
    return this.faults.map((fault) => this.shown(fault));
  }

  clear(): void {
    this.faults = [];
  }

  /** The faults that strike this call, one of an action at most, oldest order first. Each taken one is used up by one. */
  take<T extends FaultTarget>(
    target: T,
    actions: readonly FaultAction<T>[],
    subject: FaultSubject,
  ): ReadonlyMap<FaultAction<T>, FaultOrder> {
    const struck = new Map<FaultAction<T>, FaultOrder>();
    for (const fault of this.faults) {
      const action = actions.find((name) => name === fault.order.action);
      if (fault.order.target !== target || action === undefined || struck.has(action)) continue;
      if (fault.left > 0 && matches(fault.order, subject) && this.strikes(fault)) struck.set(action, fault.order);
    }
    return struck;
  }

  private strikes(fault: Loaded): boolean {
    const [value, next] = draw(fault.state);
    fault.state = next;
    if (value >= fault.order.chance) return false;
    fault.left -= 1;
    fault.hits += 1;
    return true;
  }

  private shown({ order, id, hits }: Loaded): Fault {
    return { ...order, id, hits };
  }
}
