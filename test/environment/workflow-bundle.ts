import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bundleWorkflows } from '../../tools/bundle-workflows';

const ROOT = path.resolve(__dirname, '../..');
const SOURCES = ['libs/workflows/src', 'libs/domain/src'];
const OTHERS = ['.swcrc', 'tools/bundle-workflows.ts', 'node_modules/@temporalio/workflow/package.json'];
const LONGEST_BUILD_MS = 60_000;

/** The file with the workflows as they stand in the sources. Built once for all tests that ask, in whatever process they run. */
export async function workflowBundle(): Promise<{ codePath: string }> {
  const folder = path.join(ROOT, '.cache');
  const codePath = path.join(folder, `workflow-bundle-${hashOfSources()}.js`);
  const lock = `${codePath}.lock`;
  mkdirSync(folder, { recursive: true });
  const giveUpAt = Date.now() + LONGEST_BUILD_MS;
  while (!existsSync(codePath)) {
    if (!take(lock) && Date.now() < giveUpAt) {
      await pause(50);
      continue;
    }
    try {
      writeFileSync(`${codePath}.${String(process.pid)}`, await bundleWorkflows());
      renameSync(`${codePath}.${String(process.pid)}`, codePath);
    } finally {
      rmSync(lock, { force: true });
    }
  }
  return { codePath };
}

function take(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch {
    return false;
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  );
  for (const file of [...files.filter((name) => name.endsWith('.ts')).sort(), ...OTHERS]) {
    hash.update(file).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
