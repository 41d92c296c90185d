import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installProgram } from './install-program';

const LIMIT_MS = 60_000;

/** Lets Temporal's SDK download the CLI, as its test environment does, and keeps the program. Tells false when that cannot be had within a minute. */
export async function fetchWithSdk(version: string, target: string): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zikui-temporal-'));
  try {
    const downloaded = await Promise.race([download(version, folder), sleep(LIMIT_MS, false, { ref: false })]);
    const program = readdirSync(folder).find((name) => name.startsWith('temporal') && !name.endsWith('.downloading'));
    if (!downloaded || program === undefined) return false;
    installProgram(path.join(folder, program), target);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(version: string, downloadDir: string): Promise<boolean> {
  // Loaded only here: the SDK's native part takes half a second that nobody else has to wait for.
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  try {
    const environment = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', version: `v${version}`, downloadDir } },
    });
    await environment.teardown();
    return true;
  } catch {
    return false; // No network, or no release for this machine; the caller says what can be set instead.
  }
}
