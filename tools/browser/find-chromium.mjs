// Prints the Chromium that browser tests drive: CHROMIUM_PATH, an installed one, or the one of the npm package, unpacked. With
// --try it is also started: exit code 1 says that something is missing on this machine.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Of a slow machine. */
const MOST_MS = 20_000;
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function find() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed) return installed;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** As the tests start it: the browser of the package does not end by itself when it is asked for a page on the command line. */
async function starts(file) {
  try {
    const browser = await chromium.launch({
      executablePath: file,
      args: ['--no-sandbox', '--disable-gpu'],
      timeout: MOST_MS,
    });
    await browser.close();
    return true;
  } catch (error) {
    console.error(String(error));
    return false;
  }
}
const file = await find();
console.log(file);
if (process.argv.includes('--try') && !(await starts(file))) process.exitCode = 1;
