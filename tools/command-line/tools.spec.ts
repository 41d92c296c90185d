import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './run-tool';
import { WordsRefused } from './read-words';

const ROOT = path.resolve(__dirname, '../..');
/** They take no words of their own: jest's go on to jest. */
const WITHOUT_WORDS = ['tools/checks/run-tests.ts', 'tools/checks/migrations-complete.ts', 'tools/bundle-workflows.ts'];

describe('a tool of the command line', () => {
  const told: string[] = [];
  beforeEach(() => {
    told.length = 0;
    for (const way of ['log', 'error'] as const)
      jest
        .spyOn(console, way)
        .mockImplementation((...lines: unknown[]) => void told.push(`${way}: ${lines.map(String).join(' ')}`));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = undefined;
  });
  const read = ([word = '']: readonly string[]): string | undefined => {
    if (word === 'odd') throw new WordsRefused('There is no odd.');
    return word === '--help' ? undefined : word;
  };
  const ending = async (word: string): Promise<unknown> => {
    const run = (said: string): number => {
      if (said === 'broken') throw new Error('It broke.');
      return said === 'bad' ? 1 : 0;
    };
    await runTool({ help: 'How it is used', read, run, failed: 3 }, [word]);
    return [process.exitCode, ...told];
  };

  it('ends with 2 and one line for words that it does not understand', async () =>
    expect(await ending('odd')).toEqual([2, 'error: There is no odd. `--help` tells what there is.']));

  it('prints how it is used, and does nothing', async () =>
    expect(await ending('--help')).toEqual([undefined, 'log: How it is used']));

  it('ends as what it did says, or with its own code and one line when it failed', async () => {
    expect(await ending('good')).toEqual([0]);
    expect(await ending('bad')).toEqual([1]);
    expect(await ending('broken')).toEqual([3, 'error: It broke.']);
  });
});

describe('the commands of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const files = Object.values(scripts).flatMap((script) => /(?:tools|bench|test)\/[\w/.-]+\.ts\b/.exec(script) ?? []);
  const tools = [...new Set([...files, 'tools/local-stack/start.ts'])].filter((file) => !WITHOUT_WORDS.includes(file));

  it.each(tools)('%s reads its words the one way', (file) => {
    const source = readFileSync(path.join(ROOT, file), 'utf8');
    expect(source).toContain('runTool({');
    expect(source).not.toContain('process.argv');
  });

  it('are many', () => expect(tools.length).toBeGreaterThanOrEqual(10));
});
