import { setTimeout as sleep } from 'node:timers/promises';
import type { FailpointName } from './failpoint-names';
import { strikes, type FaultAction, type PlannedFault } from './fault-plan';
import { fixedSource, sharedSource, type FaultSource } from './hit-counter';

const FOLDER = 'in:';
const LOOK_AGAIN_MS = 20;

let source: FaultSource | undefined;

/** Arms the points of this process: a plan, or `in:FOLDER` for one that tests rewrite. Nothing given disarms them. Throws for a plan that cannot be read. */
export function armFailpoints(setting: string | undefined): void {
  if (setting === undefined || setting === '') source = undefined;
  else source = setting.startsWith(FOLDER) ? sharedSource(setting.slice(FOLDER.length)) : fixedSource(setting);
}

/** A place at which tests may let this program die, halt, fail or wait. Production builds do not have it: `tools/strike-failpoints.cjs` takes every call out. */
export async function failpoint(name: FailpointName): Promise<void> {
  if (source === undefined) return;
  const no = source.hit(name);
  const fault = source.plan().find((one) => one.name === name && strikes(one, no));
  if (fault) await carryOut(fault, source);
}

async function carryOut({ name, action }: PlannedFault, from: FaultSource): Promise<void> {
  switch (action.kind) {
    case 'kill':
      process.kill(process.pid, 'SIGKILL');
      return never();
    case 'stop':
      process.kill(process.pid, 'SIGSTOP');
      return;
    case 'sleep':
      await sleep(action.ms);
      return;
    case 'throw':
      throw failureOf(name, action);
    case 'hang':
      while (from.plan().some((one) => one.name === name && one.action.kind === 'hang')) await sleep(LOOK_AGAIN_MS);
  }
}

/** Looks as a full disk does to those who catch it when told an SQLSTATE, and like a defect otherwise. */
const failureOf = (name: FailpointName, { code }: Extract<FaultAction, { kind: 'throw' }>): Error =>
  Object.assign(new Error(`failpoint ${name}`), code === null ? {} : { code });

/** The signal is on its way: nothing behind the point may happen. */
const never = (): Promise<never> => new Promise(() => undefined);
