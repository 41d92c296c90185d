import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { Env as ApiEnv } from '../../../apps/api/src/env';
import { Env as WorkerEnv } from '../../../apps/worker/src/env';
import { PREFERRED_PORTS, TEMPORAL_PORT } from '../../../tools/local-stack/preferred-ports';

const ROOT = path.resolve(__dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const settingsOf = (env: new () => object): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(env, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];

describe('the README', () => {
  const table = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));

  it.each([
    ['api', ApiEnv],
    ['worker', WorkerEnv],
  ] as const)('names every setting of the %s', (application, env) => {
    const named = table
      .filter((line) => line.split('|')[2]?.includes(application))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(settingsOf(env).filter((setting) => !named.includes(setting))).toEqual([]);
  });

  it('names no setting that does not exist', () => {
    const known = new Set([...settingsOf(ApiEnv), ...settingsOf(WorkerEnv), 'TEMPORAL_CLI_PATH']);
    const named = table.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name = '']) => name),
    );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'docs/technical-description.md', 'docs/adr/README.md'])(
    'links only to files that exist: %s',
    (file) => {
      const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, link = '']) =>
        path.join(ROOT, path.dirname(file), link),
      );
      expect(links.filter((link) => !existsSync(link))).toEqual([]);
    },
  );

  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = ['README.md', 'CONTRIBUTING.md'].flatMap((file) =>
      [...read(file).matchAll(/npm (?:run )?([a-z][a-z:]*)/g)].map(([, name = '']) => name),
    );
    expect(commands.filter((name) => !['ci', 'run'].includes(name) && !(name in scripts))).toEqual([]);
  });

  it('names, as the documents do, only addresses at which something listens after the start', () => {
    const known = new Set([...Object.values(PREFERRED_PORTS), TEMPORAL_PORT, TEMPORAL_PORT + 1]);
    const documents = readdirSync(path.join(ROOT, 'docs')).filter((file) => /\.(md|http)$/.test(file));
    const named = ['README.md', ...documents.map((file) => `docs/${file}`)].flatMap((file) =>
      [...read(file).matchAll(/(?:127\.0\.0\.1|localhost):(\d+)/g)].map(([, port]) => ({ file, port: Number(port) })),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter(({ port }) => !known.has(port))).toEqual([]);
  });
});
