import { Chance } from '../simulation/chance';
import { FAULT_TABLE, type FaultGroup } from './fault-table';
import type { Dependency } from './item';
import { drawItem } from './workload';

/** A fault of a seed: begins before that item and ends, if it lasts, that many items later. `no` draws its lots. */
export type PlannedFault = Readonly<{ id: string; no: number; at: number; span: number }>;
/** Everything that a seed decides. What a plan does not decide is when the operating system lets whom run. */
export type StormPlan = Readonly<{
  seed: number;
  /** Names of the workload's items, in order. */ items: readonly string[];
  faults: readonly PlannedFault[];
  /** What stays away after the storm until everything else has ended; null in runs about safety alone. */ staysAway: Dependency | null;
  /** Every fault strikes the first who comes, and is waited for until it did: a slow machine meets what a fast one meets. */ patient?: boolean;
}>;

const ITEMS = 16;
const OF_THE_TABLE = 6;
const AT_RANDOM = 1;
const PAUSE_EVERY = 4;
const LIVENESS_EVERY = 6;
const STAYING_AWAY: readonly Dependency[] = ['mail', 'worker', 'carrier', 'gateway'];

/** The plan of a seed: the same on any machine. Seeds that follow each other go through the whole table of faults. */
export function planOf(seed: number, groups?: readonly FaultGroup[]): StormPlan {
  const chance = new Chance(seed);
  const items = Array.from({ length: ITEMS }, () => drawItem(chance).name);
  const allowed = FAULT_TABLE.filter(({ group }) => groups?.includes(group) ?? true);
  const [steady, pausing] = [allowed.filter(({ pauses }) => !pauses), allowed.filter(({ pauses }) => pauses)];
  const turn = Array.from({ length: OF_THE_TABLE }, (_, no) => steady[(seed * OF_THE_TABLE + no) % steady.length]);
  const extra = Array.from({ length: chance.between(0, AT_RANDOM) }, () => chance.oneOf(steady));
  const pausesNow = seed % PAUSE_EVERY === PAUSE_EVERY - 1;
  const pause = pausesNow ? [pausing[Math.floor(seed / PAUSE_EVERY) % Math.max(1, pausing.length)]] : [];
  const drawn = told(stoppedFirst([...new Set([...turn, ...extra, ...pause].flatMap((fault) => fault?.id ?? []))]));
  const livenessNow = seed % LIVENESS_EVERY === LIVENESS_EVERY - 1;
  const staysAway = livenessNow
    ? (STAYING_AWAY[Math.floor(seed / LIVENESS_EVERY) % STAYING_AWAY.length] ?? null)
    : null;
  return { seed, items, faults: spread(drawn, items.length, chance), staysAway, patient: drawn.some(isStop) };
}

/**
 * A call is overtaken only where its program was stopped in the middle of it: the fault that waits for one brings the
 * other. Whoever is stopped is so before the other faults begin, while calls enough are still to come.
 */
function stoppedFirst(drawn: readonly string[]): readonly string[] {
  const needsStop = drawn.includes(OVERTAKEN) && !drawn.some(isStop);
  const all = needsStop ? [...drawn, STOPPED_AFTER_SENDING] : drawn;
  return [...all.filter(isStop), ...all.filter((id) => !isStop(id))];
}
/**
 * A gateway that is made silent about its movements tells of no reversal either: then nobody can know of it before the
 * books are compared, and the auditor rightly says that they differ.
 */
const told = (drawn: readonly string[]): readonly string[] =>
  drawn.some((id) => isStop(id) || id === SILENT) ? drawn.filter((id) => id !== REVERSED) : drawn;
const SILENT = 'gateway.commit_then_reset';
const REVERSED = 'gateway.settle_then_reverse';
const isStop = (id: string): boolean => LASTS_TO_THE_END.test(id);
const OVERTAKEN = 'failpoint.gw.overtaken.kill';
const STOPPED_AFTER_SENDING = 'failpoint.gw.after_send.stop';

/** Lets faults begin one after the other between the items; the first item comes before them all. */
export const spread = (ids: readonly string[], items: number, chance: Chance): readonly PlannedFault[] =>
  ids.map((id, no) => ({
    id,
    no,
    at: 1 + Math.floor((no * (items - 3)) / ids.length),
    span: isStop(id) ? items : chance.between(2, 4),
  }));
/** Who is stopped in the middle of a call is missed only after a while. */
const LASTS_TO_THE_END = /^failpoint\..*\.stop$/;

/** The plans that are one step smaller: one fault less each; without faults to drop, half of the workload. */
export function smaller(plan: StormPlan): readonly StormPlan[] {
  const fewer = plan.faults.map((out) => ({ ...plan, faults: plan.faults.filter((fault) => fault !== out) }));
  const half = Math.floor(plan.items.length / 2);
  const halves =
    half === 0 ? [] : [plan.items.slice(0, half), plan.items.slice(half)].map((items) => ({ ...plan, items }));
  return [...fewer, ...halves];
}
