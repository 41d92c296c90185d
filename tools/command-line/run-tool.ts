import { WordsRefused } from './read-words';

/** The exit code for words that were not understood, for every tool. */
const NOT_UNDERSTOOD = 2;

export type Tool<Command> = Readonly<{
  help: string;
  /** Undefined when help was asked for. Throws one sentence for words that it does not understand. */
  read: (words: readonly string[]) => Command | undefined;
  /** Carries it out; the exit code. */ run: (command: Command) => number | Promise<number>;
  /** The exit code when it could not be carried out. */ failed?: number;
  /** What is told then; the message of the error unless it says more. */ sentence?: (error: unknown) => string;
}>;

/** Runs a tool of the command line from its words to its exit code. Words that are not understood do nothing and end with 2. */
export async function runTool<Command>(
  { help, read, run, failed = 1, sentence = messageOf }: Tool<Command>,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  let command: Command | undefined;
  try {
    command = read(words);
  } catch (error) {
    if (!(error instanceof WordsRefused)) throw error;
    console.error(`${error.message} \`--help\` tells what there is.`);
    process.exitCode = NOT_UNDERSTOOD;
    return;
  }
  if (command === undefined) {
    console.log(help);
    return;
  }
  try {
    process.exitCode = await run(command);
  } catch (error) {
    console.error(sentence(error));
    process.exitCode = failed;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
