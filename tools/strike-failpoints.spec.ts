import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FAILPOINT_NAMES } from '@zikui/failpoint';
import { REPOSITORY } from './local-stack/folders';

type Loader = (this: Readonly<{ resourcePath: string }>, source: string) => string;
const loader = jest.requireActual<Loader>('./strike-failpoints.cjs');
const stripped = (source: string): string => loader.call({ resourcePath: 'a.ts' }, source);

/** What webpack compiles of ours, but the failpoints themselves. */
const SOURCES = ['apps', 'libs'].flatMap((root) =>
  readdirSync(path.join(REPOSITORY, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('failpoint/'))
    .map((file) => path.join(REPOSITORY, root, file)),
);

describe('the failpoints of the product', () => {
  const calls = SOURCES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/failpoint\('([^']+)'\)/g)].map((call) => call[1] ?? ''),
  );

  it('stand in the code each once, and none is named that does not', () =>
    expect([...calls].sort()).toEqual([...FAILPOINT_NAMES].sort()));

  it('are all taken out of what is built to be shipped', () => {
    for (const file of SOURCES) expect(stripped(readFileSync(file, 'utf8'))).not.toContain('failpoint(');
  });

  it('leave every other line where it was', () =>
    expect(stripped("a();\n  await failpoint('gw.after_send');\nb();\n")).toBe('a();\n  \nb();\n'));

  it('are refused where they could not be taken out', () =>
    expect(() => stripped("const late = failpoint('gw.after_send');\n")).toThrow('a line of its own'));
});
