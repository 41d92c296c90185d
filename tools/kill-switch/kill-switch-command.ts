import { GATEWAYS } from '@zikui/connectors';
import { readWords, WordsRefused } from '../command-line/read-words';

export const HELP = `Stops new money of every merchant, or lets it flow again.

  npm run kill-switch -- on  --reason "Why" --by <person> [--gateway <name>]
  npm run kill-switch -- off --by <person> --confirmed-by <another person> [--gateway <name>]

DATABASE_URL says where; beside a running \`npm start\` it may be left out.`;

export type KillSwitchCommand =
  | Readonly<{ on: true; gateway: string | null; reason: string; by: string }>
  | Readonly<{ on: false; gateway: string | null; by: string; confirmedBy: string }>;

const OPTIONS = {
  reason: { type: 'string' },
  by: { type: 'string' },
  'confirmed-by': { type: 'string' },
  gateway: { type: 'string' },
} as const;
const LONGEST_NAME = 100;
const LONGEST_REASON = 2_000;

/** What the words of the command line ask for; `undefined` = for help. Throws one error that names what is wrong. */
export function readKillSwitchCommand(words: readonly string[]): KillSwitchCommand | undefined {
  const read = readWords(words, { options: OPTIONS, positionals: true });
  if (read === undefined || words.length === 0) return undefined;
  const { values, positionals } = read;
  const [act, ...others] = positionals;
  if ((act !== 'on' && act !== 'off') || others.length > 0) throw new WordsRefused('Say `on` or `off`.');
  const gateway = values.gateway ?? null;
  if (gateway !== null && !GATEWAYS.some((name) => name === gateway))
    throw new WordsRefused(`--gateway must be one of ${GATEWAYS.join(', ')}.`);
  const by = textOf('by', values.by, LONGEST_NAME);
  if (act === 'on') return { on: true, gateway, by, reason: textOf('reason', values.reason, LONGEST_REASON) };
  return { on: false, gateway, by, confirmedBy: textOf('confirmed-by', values['confirmed-by'], LONGEST_NAME) };
}

function textOf(option: string, value: string | undefined, longest: number): string {
  const text = value?.trim() ?? '';
  if (text === '' || text.length > longest)
    throw new WordsRefused(`--${option} needs 1 to ${String(longest)} characters.`);
  return text;
}
