// Prints the Chromium that browser tests drive: CHROMIUM_PATH, or the first of these that starts on this machine: an installed
// headless shell, the one of the npm package, unpacked, an installed browser. The shell is the same engine without windows,
// menus and tabs of its own: pages cost a fifth less. Exit code 1: none starts, and it says why.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Of a slow machine. */
const MOST_MS = 20_000;
const SHELLS = ['/usr/bin/chromium-headless-shell'];
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function packed() {
  const { default: unpacked } = await import('@sparticuz/chromium');
  return unpacked.executablePath();
}

/** Finds it, and starts it as the tests do: the browser of the package does not end by itself when it is asked for a page on the command line. */
async function tried(place) {
  try {
    const file = await place();
    const args = ['--no-sandbox', '--disable-gpu'];
    const browser = await chromium.launch({ executablePath: file, args, timeout: MOST_MS });
    await browser.close();
    return { file };
  } catch (error) {
    // The package has none for this machine, or libraries of the system are missing.
    return { reason: String(error) };
  }
}

async function find() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = (files) => files.filter((file) => existsSync(file)).map((file) => () => file);
  for (const place of [...installed(SHELLS), packed, ...installed(BROWSERS)]) {
    const { file, reason } = await tried(place);
    if (reason === undefined) return file;
    console.error(reason);
  }
  return undefined;
}
const file = await find();
if (file === undefined) process.exitCode = 1;
else console.log(file);
