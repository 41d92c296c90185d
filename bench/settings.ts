import path from 'node:path';
import { readWords, wholeNumber, WordsRefused } from '../tools/command-line/read-words';

export type BenchSettings = Readonly<{
  quick: boolean;
  json: boolean;
  repetitions: number;
  refunds: number;
  concurrencies: readonly number[];
  latenciesMs: readonly number[];
  /** How many refunds wait at once, and how many are stored, when memory and size are measured. */
  waiting: number;
  stored: number;
  /** Where api and worker leave a CPU profile each, for whoever asks where the time goes. */ profiles:
    string | undefined;
}>;

export const HELP = `npm run bench -- [...]

Measures what one refund costs, beside a bare workflow on the same stack: CPU, commits, history, latency, memory. Starts what it
needs and stops it again. Counts gate: it ends with 0 when they are what they should be, 1 when not; times never do.

  --quick              one small repetition, for the counts alone
  --repetitions N      default 5; with --quick 1
  --refunds N          in each repetition; default 160; with --quick 60
  --clients A,B,..     refunds in flight; default 1,16,64; with --quick 16
  --latencies A,B,..   milliseconds that the gateway takes; default 20,0; with --quick 20
  --waiting N          refunds that wait at once when memory is measured; default 10000
  --stored N           refunds that are stored when accepting is measured; default 1000000
  --profiles FOLDER    where api and worker leave a CPU profile each
  --json               prints the figures as one line, last`;

const MOST = {
  repetitions: 100,
  refunds: 100_000,
  clients: 1_000,
  latency: 60_000,
  waiting: 1_000_000,
  stored: 10_000_000,
};
const LONGEST_LIST = 10;
const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** `--quick` for CI: one small repetition that gates on counts only. `--json` prints one line last. Gives undefined when help was asked for; throws one sentence that names the option at fault. */
export function readBenchSettings(args: readonly string[]): BenchSettings | undefined {
  const words = readWords(args, {
    options: {
      ...{ quick: flag, json: flag, repetitions: text, refunds: text, clients: text, latencies: text },
      ...{ waiting: text, stored: text, profiles: text },
    },
    positionals: false,
  });
  if (words === undefined) return undefined;
  const { quick, json, profiles, ...values } = words.values;
  const count = (option: 'repetitions' | 'refunds' | 'waiting' | 'stored'): number | undefined => {
    const value = values[option];
    return value === undefined ? undefined : wholeNumber(`--${option}`, value, { least: 1, most: MOST[option] });
  };
  return {
    quick,
    json,
    repetitions: count('repetitions') ?? (quick ? 1 : 5),
    refunds: count('refunds') ?? (quick ? 60 : 160),
    concurrencies:
      numbers('--clients', values.clients, { least: 1, most: MOST.clients }) ?? (quick ? [16] : [1, 16, 64]),
    latenciesMs: numbers('--latencies', values.latencies, { most: MOST.latency }) ?? (quick ? [20] : [20, 0]),
    waiting: count('waiting') ?? 10_000,
    stored: count('stored') ?? 1_000_000,
    profiles: profiles === undefined ? undefined : folderNamed(profiles),
  };
}

/** Whole numbers with commas between them. */
function numbers(
  option: string,
  value: string | undefined,
  bounds: Readonly<{ least?: number; most: number }>,
): readonly number[] | undefined {
  const all = value?.split(',');
  if (all !== undefined && all.length > LONGEST_LIST)
    throw new WordsRefused(`${option} takes ${String(LONGEST_LIST)} numbers at most.`);
  return all?.map((one) => wholeNumber(option, one, bounds));
}

function folderNamed(name: string): string {
  if (name.trim() === '') throw new WordsRefused('--profiles names a folder.');
  return path.normalize(name);
}
