// `npm start`: works before anything is installed, so it uses Node alone. Installs what is missing, then hands over to tools/local-stack/start.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const inRoot = (...parts) => path.join(root, ...parts);
process.env.ZIKUI_BEGUN_AT ??= String(Date.now());

function leave(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  leave(`Zikui needs Node 20.19 or newer; this is ${process.versions.node}.`);

/** npm's own list of what it installed; written last, so it is there only after an install that came to its end. */
const installedList = inRoot('node_modules', '.package-lock.json');
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** True when every package of the lock file is there in its version; those for other machines stay away. */
function isInstalled() {
  if (!existsSync(installedList)) return false;
  const installed = packagesOf(installedList);
  return Object.entries(packagesOf(inRoot('package-lock.json'))).every(
    ([place, { version, optional = false }]) =>
      place === '' || (installed[place] === undefined ? optional : installed[place].version === version),
  );
}

if (!isInstalled()) {
  console.log('   0.0 s  installing packages (npm ci)');
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0)
    leave('The packages could not be installed. A package registry, or a filled npm cache, is needed once.');
}

const entry = inRoot('tools', 'local-stack', 'start.ts');
process.env.TS_NODE_PROJECT = inRoot('tsconfig.base.json');
process.argv = [process.argv[0], entry, ...process.argv.slice(2)];
process.chdir(root);
const require = createRequire(import.meta.url);
require('@swc-node/register');
require(entry);
