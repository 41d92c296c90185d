/** Keeps docs/api/openapi.json in step with the routes: with `--write` it is made anew, without it a difference fails. So does an operation that docs/api/permissions.yaml forgets. */
import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ApiModule } from '../../apps/api/src/api.module';
import { describeApi } from '../../apps/api/src/docs/openapi';
import { Env } from '../../apps/api/src/env';
import { gapsOf, readPermissions } from './permissions';

const FILE = path.resolve(__dirname, '../../docs/api/openapi.json');

/** Routes are known without opening anything: in preview nothing is constructed. */
async function described(): Promise<string> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.create(ApiModule.with(new Env()), { preview: true, logger: false });
  return `${JSON.stringify(describeApi(app), null, 2)}\n`;
}

async function main(): Promise<void> {
  const now = await described();
  const gaps = gapsOf(readPermissions(), JSON.parse(now) as Parameters<typeof gapsOf>[1]);
  if (gaps.length > 0) {
    console.error(gaps.join('\n'));
    process.exitCode = 1;
  }
  if (process.argv.includes('--write')) {
    await mkdir(path.dirname(FILE), { recursive: true });
    await writeFile(FILE, now);
    console.log('docs/api/openapi.json written');
    return;
  }
  const kept = await readFile(FILE, 'utf8').catch(() => '');
  if (kept === now) {
    console.log('docs/api/openapi.json is in step with the routes');
    return;
  }
  console.error('docs/api/openapi.json is not what the routes say. Run: npm run generate');
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
