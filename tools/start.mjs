// `npm start`: works before anything is installed, so it uses Node alone. Installs what is missing, then hands over to tools/local-stack/start.ts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Zikui needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const lock = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex');
const stamp = path.join(root, 'node_modules', '.zikui-lock');
const installed = existsSync(stamp)
  ? readFileSync(stamp, 'utf8') === lock
  : existsSync(path.join(root, 'node_modules', '.package-lock.json'));
if (!installed) {
  console.log('  0.0 s  installing packages (npm ci)');
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error(
      'The packages could not be installed: npm ci failed. A package registry, or a filled npm cache, is needed once.',
    );
    process.exit(1);
  }
}
mkdirSync(path.dirname(stamp), { recursive: true });
writeFileSync(stamp, lock);

const entry = path.join(root, 'tools', 'local-stack', 'start.ts');
const register = path.join(root, 'node_modules', '@swc-node', 'register', 'index.js');
process.env.TS_NODE_PROJECT = path.join(root, 'tsconfig.base.json');
process.argv = [process.argv[0], entry, ...process.argv.slice(2)];
process.chdir(root);
const { createRequire } = await import('node:module');
const require = createRequire(import.meta.url);
require(register);
require(entry);
