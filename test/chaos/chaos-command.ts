import { readWords, wholeNumber, WordsRefused } from '../../tools/command-line/read-words';
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
const MOST_SEED = 1_000_000;

/** Reads the arguments. Gives undefined when help was asked for; throws one sentence that names the option at fault. */
export function readChaosCommand(args: readonly string[]): ChaosCommand | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const words = readWords(args, {
    options: {
      ...{ minutes: text, seed: text, from: text, faults: text },
      ...{ keep: flag, 'no-shrink': flag, 'no-races': flag },
    },
    positionals: false,
  });
  if (words === undefined) return undefined;
  const { values } = words;
  const minutes =
    values.minutes === undefined ? 5 : wholeNumber('--minutes', values.minutes, { least: 1, most: MOST_MINUTES });
  return {
    minutes,
    seed: values.seed === undefined ? undefined : wholeNumber('--seed', values.seed, { most: MOST_SEED }),
    from: values.from === undefined ? 1 : wholeNumber('--from', values.from, { most: MOST_SEED }),
    groups: values.faults?.split(',').map(groupNamed),
    keep: values.keep,
    shrinks: !values['no-shrink'],
    // A part of the storms is looked at for itself.
    races: !values['no-races'] && values.seed === undefined && values.faults === undefined,
  };
}

function groupNamed(name: string): FaultGroup {
  const group = FAULT_GROUPS.find((known) => known === name);
  if (group === undefined) throw new WordsRefused(`--faults knows: ${FAULT_GROUPS.join(', ')}.`);
  return group;
}
