/** Keeps docs/api/openapi.json and the console's client in step with the routes: with `--write` they are made anew, without it a difference fails. So does an operation that docs/api/permissions.yaml forgets. */
import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ApiModule } from '../../apps/api/src/api.module';
import { describeApi } from '../../apps/api/src/docs/openapi';
import { Env } from '../../apps/api/src/env';
import { readWords } from '../command-line/read-words';
import { runTool } from '../command-line/run-tool';
import { clientOf } from './client-types';
import { gapsOf, readPermissions } from './permissions';

const FILE = path.resolve(__dirname, '../../docs/api/openapi.json');
const CLIENT = path.resolve(__dirname, '../../apps/web/src/api/schema.ts');

/** Routes are known without opening anything: in preview nothing is constructed. */
async function described(): Promise<string> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.create(ApiModule.with(new Env()), { preview: true, logger: false });
  return `${JSON.stringify(describeApi(app), null, 2)}\n`;
}

const HELP = `npm run check:generated
npm run generate

Compares docs/api/openapi.json and the console's client (apps/web/src/api/schema.ts) with the routes, and docs/api/permissions.yaml with both. \`npm run generate\` makes it anew (--write).`;

type OpenApiCommand = Readonly<{ write: boolean }>;

const readOpenApiCommand = (words: readonly string[]): OpenApiCommand | undefined =>
  readWords(words, { options: { write: { type: 'boolean', default: false } }, positionals: false })?.values;

async function keepInStep({ write }: OpenApiCommand): Promise<number> {
  const now = await described();
  const gaps = gapsOf(readPermissions(), JSON.parse(now) as Parameters<typeof gapsOf>[1]);
  if (gaps.length > 0) console.error(gaps.join('\n'));
  const code = gaps.length > 0 ? 1 : 0;
  const made: readonly Made[] = [
    { file: FILE, name: 'docs/api/openapi.json', text: now },
    { file: CLIENT, name: 'apps/web/src/api/schema.ts', text: await clientOf(now) },
  ];
  const isInStep = await Promise.all(made.map((one) => (write ? written(one) : compared(one))));
  return isInStep.every(Boolean) ? code : 1;
}

/** A file that is made, and committed. */
type Made = Readonly<{ file: string; name: string; text: string }>;

async function written({ file, name, text }: Made): Promise<true> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`${name} written`);
  return true;
}

async function compared({ file, name, text }: Made): Promise<boolean> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept === text) console.log(`${name} is in step with the routes`);
  else console.error(`${name} is not what the routes say. Run: npm run generate`);
  return kept === text;
}

void runTool({
  help: HELP,
  read: readOpenApiCommand,
  run: keepInStep,
  sentence: (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
});
