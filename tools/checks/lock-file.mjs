// The lock file names no registry host, and no package may run an install script that nobody looked at.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const { allowScripts, dependencies, devDependencies } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);

const faults = [];
for (const [place, entry] of Object.entries(packages)) {
  if (entry.resolved !== undefined && !entry.link) faults.push(`${place} names where it came from: ${entry.resolved}`);
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (entry.hasInstallScript === true && place !== '' && !(name in allowScripts))
    faults.push(`${name} has an install script that allowScripts does not name`);
}
for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`${name} is not pinned exactly: ${version}`);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`lock file: ${Object.keys(packages).length} packages, no registry named, every version exact`);
