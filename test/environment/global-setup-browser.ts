import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { REPOSITORY } from '../../tools/local-stack/folders';
import globalSetupE2e from './global-setup-e2e';

const FIND = path.join(REPOSITORY, 'tools', 'browser', 'find-chromium.mjs');

/** As for end-to-end tests, and the browser is found, or unpacked, once before any test starts it. */
export default async function globalSetupBrowser(): Promise<void> {
  await globalSetupE2e();
  process.env['CHROMIUM_PATH'] = execFileSync(process.execPath, [FIND], { encoding: 'utf8' }).trim();
}
