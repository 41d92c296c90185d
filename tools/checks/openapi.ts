/** Keeps docs/api/openapi.json in step with the routes: with `--write` it is made anew, without it a difference fails. So does an operation that docs/api/permissions.yaml forgets. */
import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ApiModule } from '../../apps/api/src/api.module';
import { describeApi } from '../../apps/api/src/docs/openapi';
import { Env } from '../../apps/api/src/env';
import { readWords } from '../command-line/read-words';
import { runTool } from '../command-line/run-tool';
import { gapsOf, readPermissions } from './permissions';

const FILE = path.resolve(__dirname, '../../docs/api/openapi.json');

/** Routes are known without opening anything: in preview nothing is constructed. */
async function described(): Promise<string> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.create(ApiModule.with(new Env()), { preview: true, logger: false });
  return `${JSON.stringify(describeApi(app), null, 2)}\n`;
}

const HELP = `npm run check:generated
npm run generate

Compares docs/api/openapi.json with the routes, and docs/api/permissions.yaml with both. \`npm run generate\` makes it anew (--write).`;

type OpenApiCommand = Readonly<{ write: boolean }>;

const readOpenApiCommand = (words: readonly string[]): OpenApiCommand | undefined =>
  readWords(words, { options: { write: { type: 'boolean', default: false } }, positionals: false })?.values;

async function keepInStep({ write }: OpenApiCommand): Promise<number> {
  const now = await described();
  const gaps = gapsOf(readPermissions(), JSON.parse(now) as Parameters<typeof gapsOf>[1]);
  if (gaps.length > 0) console.error(gaps.join('\n'));
  const code = gaps.length > 0 ? 1 : 0;
  if (write) {
    await mkdir(path.dirname(FILE), { recursive: true });
    await writeFile(FILE, now);
    console.log('docs/api/openapi.json written');
    return code;
  }
  const kept = await readFile(FILE, 'utf8').catch(() => '');
  if (kept === now) {
    console.log('docs/api/openapi.json is in step with the routes');
    return code;
  }
  console.error('docs/api/openapi.json is not what the routes say. Run: npm run generate');
  return 1;
}

void runTool({
  help: HELP,
  read: readOpenApiCommand,
  run: keepInStep,
  sentence: (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
});
