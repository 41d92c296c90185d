import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FailpointName } from './failpoint-names';
import { readPlan, type PlannedFault } from './fault-plan';

/** Where a process finds its plan, and which hit of a point this one is. */
export interface FaultSource {
  plan(): readonly PlannedFault[];
  /** Counts a hit and gives its number, from 1. */ hit(name: FailpointName): number;
}

/** A plan for one process and its whole life. */
export function fixedSource(text: string): FaultSource {
  const plan = readPlan(text);
  const hits = new Map<FailpointName, number>();
  return {
    plan: () => plan,
    hit: (name) => {
      const no = (hits.get(name) ?? 0) + 1;
      hits.set(name, no);
      return no;
    },
  };
}

export const PLAN_FILE = 'plan';
export const HITS_FILE = 'hits';

/**
 * A plan in a folder that many processes share and a test rewrites: the third hit is the third of all of them, before and
 * after their restarts. Each hit is one appended line, and an append is one step for the system, so every hit has a number of its own.
 */
export function sharedSource(folder: string): FaultSource {
  const planFile = path.join(folder, PLAN_FILE);
  const hitsFile = path.join(folder, HITS_FILE);
  const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  let mine = 0;
  return {
    plan: () => readPlan(textOf(planFile)),
    hit: (name) => {
      mine += 1;
      const line = `${name} ${process.pid}.${mine}`;
      appendFileSync(hitsFile, `${line}\n`);
      const ofName = textOf(hitsFile)
        .split('\n')
        .filter((one) => one.startsWith(`${name} `));
      return ofName.indexOf(line) + 1;
    },
  };
}
