import { createHash } from 'node:crypto';
import { FAILPOINT_NAMES, type FailpointName } from './failpoint-names';

/** `kill` and `stop` signal the own process; `hang` lasts until the plan names the point no more; `throw` carries an SQLSTATE if told. */
export type FaultAction =
  | Readonly<{ kind: 'kill' | 'stop' | 'hang' }>
  | Readonly<{ kind: 'throw'; code: string | null }>
  | Readonly<{ kind: 'sleep'; ms: number }>;
/** The nth time that the point is reached, or each time with a chance that the seed draws. */
export type FaultTrigger = Readonly<{ hit: number }> | Readonly<{ chance: number; seed: number }>;
export type PlannedFault = Readonly<{ name: FailpointName; action: FaultAction; trigger: FaultTrigger }>;

const FAULT =
  /^([a-z]+\.[a-z_]+)=(kill|stop|throw|sleep|hang)(?::([0-9A-Z]+))?(?:@(?:(\d+)|p(0?\.\d+|1)(?:#(\d+))?))?$/;
const LONGEST_SLEEP_MS = 600_000;
const MOST_FAULTS = 100;

/**
 * Reads `name=action[:argument][@trigger]`, parts divided by `;`: `gw.after_send=kill@3;project.before_commit=sleep:500@p0.1#7`.
 * Without a trigger the first hit strikes. Throws one sentence that names the part at fault.
 */
export function readPlan(text: string): readonly PlannedFault[] {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > MOST_FAULTS) throw new Error(`A plan of failpoints has at most ${MOST_FAULTS} parts`);
  return parts.map(readFault);
}

function readFault(part: string): PlannedFault {
  const [, point, kind, argument, hit, chance, seed] = FAULT.exec(part) ?? [];
  const name = FAILPOINT_NAMES.find((known) => known === point);
  if (kind === undefined) throw new Error(`Not name=action[:argument][@trigger]: ${part}`);
  if (name === undefined) throw new Error(`No failpoint has this name: ${part}`);
  const trigger =
    chance === undefined ? { hit: Number(hit ?? 1) } : { chance: Number(chance), seed: Number(seed ?? 1) };
  return { name, action: actionOf(kind, argument, part), trigger };
}

function actionOf(kind: string, argument: string | undefined, part: string): FaultAction {
  if (kind === 'throw') return { kind, code: argument ?? null };
  if (kind === 'sleep') {
    const ms = Number(argument);
    if (!(Number.isInteger(ms) && ms <= LONGEST_SLEEP_MS)) throw new Error(`sleep takes milliseconds: ${part}`);
    return { kind, ms };
  }
  if (argument !== undefined) throw new Error(`${kind} takes no argument: ${part}`);
  return { kind: kind as 'kill' | 'stop' | 'hang' };
}

/** Whether a fault strikes the hit of that number, counted from 1. The same plan answers the same, whoever asks. */
export function strikes({ name, trigger }: PlannedFault, hit: number): boolean {
  if ('hit' in trigger) return trigger.hit === hit;
  const drawn = createHash('sha256').update(`${trigger.seed}:${name}:${hit}`).digest().readUInt32BE(0);
  return drawn / 0x1_0000_0000 < trigger.chance;
}
