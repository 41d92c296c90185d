import { readWords, wholeNumber } from '../../tools/command-line/read-words';

export type ConsoleSettings = Readonly<{
  /** Refunds of one merchant that lie behind its list. */ refunds: number;
  /** As many of a second merchant, whose rows must cost the first one nothing. */ others: number;
  /** Steps that wait for one person. */ waiting: number;
  /** How often each list is asked for. */ calls: number;
  json: boolean;
}>;

export const HELP = `npm run bench:console -- [...]

Measures the budgets of the console and of the customer's page: sizes, the list of refunds, the inbox of approvals, the first
paint on a slow network. Starts what it needs, a Chromium among it, and stops it again. Sizes, plans of statements and what
stands in the page gate: it ends with 0 when they keep their budgets, 1 when not; times are told, and never gate.

  --refunds N    refunds of one merchant behind its list; default 1000000
  --others N     refunds of a second merchant beside them; default 200000, never more than --refunds
  --waiting N    steps that wait for one approver; default 10000
  --calls N      how often each list is asked for; default 50
  --json         prints the figures as one line, last

A small run takes less than a minute: npm run bench:console -- --refunds 2000 --waiting 400 --calls 5`;

const MOST = { refunds: 10_000_000, others: 10_000_000, waiting: 100_000, calls: 10_000 } as const;
const USUAL = { refunds: 1_000_000, others: 200_000, waiting: 10_000, calls: 50 } as const;
const text = { type: 'string' } as const;

/** Undefined when help was asked for; throws one sentence that names the option at fault. */
export function readConsoleSettings(args: readonly string[]): ConsoleSettings | undefined {
  const words = readWords(args, {
    options: { refunds: text, others: text, waiting: text, calls: text, json: { type: 'boolean', default: false } },
    positionals: false,
  });
  if (words === undefined) return undefined;
  const { values } = words;
  const count = (option: keyof typeof MOST, least: number): number => {
    const said = values[option];
    return said === undefined ? USUAL[option] : wholeNumber(`--${option}`, said, { least, most: MOST[option] });
  };
  const refunds = count('refunds', 500);
  return {
    refunds,
    others: Math.min(refunds, count('others', 0)),
    waiting: count('waiting', 100),
    calls: count('calls', 1),
    json: values.json,
  };
}
