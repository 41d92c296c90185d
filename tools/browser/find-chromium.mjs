// Prints the Chromium that browser tests drive: CHROMIUM_PATH, an installed one, or the one of the npm package, unpacked. With
// --try it is also started: exit code 1 says that something is missing on this machine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function find() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed) return installed;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

function starts(file) {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'zikui-chromium-'));
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${profile}`,
    '--dump-dom',
    'about:blank',
  ];
  const run = spawnSync(file, args, { encoding: 'utf8', timeout: 30_000 });
  rmSync(profile, { recursive: true, force: true });
  if (run.status !== 0) console.error(run.stderr || String(run.error));
  return run.status === 0;
}

const file = await find();
console.log(file);
if (process.argv.includes('--try') && !starts(file)) process.exitCode = 1;
