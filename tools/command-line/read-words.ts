import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Config<O extends Options, P extends boolean> = {
  args: string[];
  options: O;
  strict: true;
  allowPositionals: P;
};
/** What was said: values by option, and the words that are no options. */
export type Words<O extends Options, P extends boolean> = ReturnType<typeof parseArgs<Config<O, P>>>;

/** Words of a command line that cannot be understood. One sentence says which, and nothing was done. */
export class WordsRefused extends Error {
  override readonly name = 'WordsRefused';
}

/**
 * Reads the words of a command line, the same way for every tool. Gives undefined where `--help` is among them. Throws
 * `WordsRefused` for an option that there is not, one without its value or with a value that it does not take, one that is
 * given twice, and a word that is not expected.
 */
export function readWords<const O extends Options, const P extends boolean>(
  words: readonly string[],
  { options, positionals: allowPositionals }: Readonly<{ options: O; positionals: P }>,
): Words<O, P> | undefined {
  if (words.includes('--help') || words.includes('-h')) return undefined;
  const read = understood({ args: [...words], options, strict: true, allowPositionals });
  const twice = repeatedIn(words, options);
  if (twice !== undefined) throw new WordsRefused(`--${twice} is given twice.`);
  return read;
}

function understood<const O extends Options, const P extends boolean>(config: Config<O, P>): Words<O, P> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node goes on with advice about its own syntax.
    const [sentence = ''] = (error as Error).message.split(/\.\s|\n/);
    throw new WordsRefused(`${sentence.replace(/\.$/, '')}.`, { cause: error });
  }
}

/** An option that is said more than once and has one value only: parseArgs would take the last one. */
function repeatedIn(words: readonly string[], options: Options): string | undefined {
  const seen = new Set<string>();
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (seen.has(token.name) && options[token.name]?.multiple !== true) return token.name;
    seen.add(token.name);
  }
  return undefined;
}

/** The whole number that an option names. Throws `WordsRefused` for anything else, or one out of its bounds. */
export function wholeNumber(
  option: string,
  text: string,
  { least = 0, most }: Readonly<{ least?: number; most: number }>,
): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new WordsRefused(`${option} takes a whole number from ${String(least)} to ${String(most)}.`);
  return number;
}
