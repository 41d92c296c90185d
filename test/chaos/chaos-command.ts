import { parseArgs } from 'node:util';
import { FAULT_GROUPS, type FaultGroup } from './real/fault-table';

export const HELP = `npm run chaos -- [...]

Storms on real processes: PostgreSQL, Temporal, two apis, two workers and the sandbox, each behind proxies. Every seed sells,
breaks things while refunds run, heals, waits until all is quiet and lets the auditor look, strictly. Ends with 0 when every
promise held and everything of the sometimes-list was met, 1 otherwise. After the storms the races of whole processes run
fifty times each, unless one seed or some groups of faults were asked for.

  --minutes N       begins no new seed after that; default 5
  --seed N          that seed alone; from 900000 on those are the plans of npm test
  --from N          the first seed; default 1
  --faults a,b      only faults of these groups: ${FAULT_GROUPS.join(', ')}
  --keep            leaves logs, histories and Temporal's file behind
  --no-shrink       does not look for the smallest plan that fails
  --no-races        leaves the races of whole processes out

The report goes to .cache/chaos/report.md and report.json.`;

export type ChaosCommand = Readonly<{
  minutes: number;
  seed: number | undefined;
  from: number;
  groups: readonly FaultGroup[] | undefined;
  keep: boolean;
  shrinks: boolean;
  races: boolean;
}>;

const MOST_MINUTES = 24 * 60;

/** Reads the arguments. Gives undefined when help was asked for; throws one sentence that names the option at fault. */
export function readChaosCommand(args: readonly string[]): ChaosCommand | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ minutes: text, seed: text, from: text, faults: text },
      ...{ keep: flag, 'no-shrink': flag, 'no-races': flag, help: flag },
    },
  });
  if (values.help) return undefined;
  const minutes = values.minutes === undefined ? 5 : whole('--minutes', values.minutes, MOST_MINUTES);
  if (minutes === 0) throw new Error('--minutes is at least 1');
  return {
    minutes,
    seed: values.seed === undefined ? undefined : whole('--seed', values.seed, 1_000_000),
    from: values.from === undefined ? 1 : whole('--from', values.from, 1_000_000),
    groups: values.faults?.split(',').map(groupNamed),
    keep: values.keep,
    shrinks: !values['no-shrink'],
    // A part of the storms is looked at for itself.
    races: !values['no-races'] && values.seed === undefined && values.faults === undefined,
  };
}

function whole(option: string, text: string, most: number): number {
  if (!/^\d{1,7}$/.test(text) || Number(text) > most) throw new Error(`${option} takes a whole number up to ${most}`);
  return Number(text);
}

function groupNamed(name: string): FaultGroup {
  const group = FAULT_GROUPS.find((known) => known === name);
  if (group === undefined) throw new Error(`--faults knows: ${FAULT_GROUPS.join(', ')}`);
  return group;
}
