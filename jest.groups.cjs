// Many spec files in one jest file. Each jest file loads everything that it uses anew: TypeORM, Nest, the clients of
// Temporal and the gateways, which costs up to three seconds; a group pays that once. Each spec stands in a `describe` of
// its own, so that its hooks run for it alone, and its failures are told under its name. End-to-end specs that leave the
// programs as they find them have one stack for their group, too.
const { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const path = require('node:path');

/** What a spec changes for all that run after it in its process: such a spec stays a jest file of its own. */
const CHANGES_ALL =
  /jest\.(setTimeout|mock|doMock|useFakeTimers|resetModules)\(|Runtime\.install|startStack\(|process\.(env|exitCode)\b/;

/**
 * Writes the groups of a project, and gives what jest is to run, as `testMatch` takes it. Specs of one folder stand
 * together, because they load the same things; no group has more than `most`. Specs named in `but` are not run.
 */
function grouped(project, folders, most, but = []) {
  const place = path.join(__dirname, '.spec-groups', project);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const alone = [];
  for (const [room, specs] of byRoom(folders, but)) {
    const together = specs.filter((file) => !CHANGES_ALL.test(readFileSync(path.join(__dirname, file), 'utf8')));
    alone.push(...specs.filter((file) => !together.includes(file)));
    const groups = Array.from({ length: Math.ceil(together.length / most) }, () => []);
    bySize(together).forEach((file, index) => groups[index % groups.length].push(file));
    const name = room.replaceAll('/', '-');
    groups.forEach((files, index) => writeFileSync(path.join(place, `${name}-${index + 1}.spec.js`), textOf(files)));
  }
  return [`<rootDir>/.spec-groups/${project}/*.spec.js`, ...alone.map((file) => `<rootDir>/${file}`)];
}

/** Every spec below the folders, by the part of the folder that it stands in; those that share a stack stand together. */
function byRoom(folders, but) {
  const rooms = new Map();
  for (const folder of folders) {
    const below = readdirSync(path.join(__dirname, folder), { recursive: true, encoding: 'utf8' });
    const specs = below.filter((name) => name.endsWith('.spec.ts') && !but.includes(path.basename(name, '.spec.ts')));
    for (const file of specs.sort()) {
      const spec = `${folder}/${file.replaceAll(path.sep, '/')}`;
      const room = roomOf(folder, file, spec);
      rooms.set(room, [...(rooms.get(room) ?? []), spec]);
    }
  }
  return rooms;
}

function roomOf(folder, file, spec) {
  if (sharesStack(spec)) return `${folder}/one-stack`;
  const [part, ...rest] = file.split(path.sep);
  return rest.length === 0 ? folder : `${folder}/${part}`;
}

/** The large ones first, so that no group gets all of them. */
function bySize(files) {
  const size = (file) => statSync(path.join(__dirname, file)).size;
  return [...files].sort((one, other) => size(other) - size(one));
}

const sharesStack = (spec) => /\bsharedStack\(/.test(readFileSync(path.join(__dirname, spec), 'utf8'));
const ONE_STACK = `const stack = require('../../test/environment/shared-stack');
stack.keepStack();
afterAll(stack.endStack);
`;

const textOf = (files) =>
  (files.some(sharesStack) ? ONE_STACK : '') +
  files.map((file) => `describe('${file}', () => void require('../../${file}'));\n`).join('');

module.exports = { grouped };
