import { readWords, WordsRefused } from '../command-line/read-words';

export const HELP = `npm run policy -- COMMAND FILE...

  validate FILE...         checks policies as they are checked when they are saved
  diff OLD NEW             what changes from one policy to another, rule by rule, then line by line
  explain POLICY CASE      decides one case (facts in YAML or JSON) and tells every rule that was asked

  --json                   the result as JSON

Works without a database and without a network. It ends with
  0  valid; no difference; the case is decided
  1  a fault was found; the policies differ; the policy refuses the case
  2  it could not be done: a file that cannot be read, or is not what it should be, or a wrong command`;

export type PolicyCommand = Readonly<
  | { name: 'validate'; files: readonly string[]; json: boolean }
  | { name: 'diff'; from: string; to: string; json: boolean }
  | { name: 'explain'; policy: string; facts: string; json: boolean }
>;
const MOST_FILES = 100;

/** Reads the arguments. Undefined when help was asked for, or nothing; throws one sentence that says what is wrong. */
export function readPolicyCommand(args: readonly string[]): PolicyCommand | undefined {
  const words = readWords(args, { options: { json: { type: 'boolean', default: false } }, positionals: true });
  if (words === undefined || args.length === 0) return undefined;
  const [name = 'without a name', ...files] = words.positionals;
  const { json } = words.values;
  const [first, second, ...more] = files;
  if (name === 'validate') {
    if (first === undefined || files.length > MOST_FILES) throw new WordsRefused('validate needs 1 to 100 files.');
    return { name, files, json };
  }
  if (name !== 'diff' && name !== 'explain') throw new WordsRefused(`There is no command ${name}; see --help.`);
  if (first === undefined || second === undefined || more.length > 0)
    throw new WordsRefused(`${name} needs two files.`);
  return name === 'diff' ? { name, from: first, to: second, json } : { name, policy: first, facts: second, json };
}
