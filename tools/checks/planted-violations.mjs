// Shows that every import and purity rule bites: plants one violation per rule and expects exactly that rule to report it.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '../..');

/** dependency-cruiser rule -> the files that together break it; the rule must name one of them. */
const IMPORTS = {
  'no-circular': {
    'libs/domain/src/one.ts': "import './two'; export {};",
    'libs/domain/src/two.ts': "import './one'; export {};",
  },
  'could-not-resolve': { 'tools/lost.ts': "import './not-there'; export {};" },
  'domain-is-pure': { 'libs/domain/src/planted.ts': "import 'pg'; export {};" },
  'workflows-are-deterministic': {
    'libs/workflows/src/planted.ts': "import { Client } from '@temporalio/client'; new Client();",
  },
  'persistence-knows-the-domain': { 'libs/persistence/src/planted.ts': "import 'handlebars'; export {};" },
  'connectors-know-the-domain': { 'libs/connectors/src/planted.ts': "import 'typeorm'; export {};" },
  'a-vendor-sdk-stays-in-its-folder': {
    'libs/connectors/src/gateways/other/planted.ts': "import 'stripe'; export {};",
  },
  'the-sdk-of-adyen-stays-in-its-folder': {
    'libs/connectors/src/gateways/stripe/planted.ts': "import '@adyen/api-library'; export {};",
  },
  'activities-are-side-effects': { 'libs/activities/src/planted.ts': "import '@nestjs/common'; export {};" },
  'process-client-speaks-to-temporal': { 'libs/process-client/src/planted.ts': "import 'pg'; export {};" },
  'metrics-show-what-they-are-given': { 'libs/metrics/src/planted.ts': "import 'stripe'; export {};" },
  'failpoints-stand-alone': { 'libs/failpoint/src/planted.ts': "import 'pino'; export {};" },
  'libs-never-import-apps': {
    'apps/worker/src/there.ts': 'export {};',
    'libs/connectors/src/upward.ts': "import '../../../apps/worker/src/there'; export {};",
  },
  'api-holds-no-process': { 'apps/api/src/planted.ts': "import '@temporalio/worker'; export {};" },
  'worker-stands-alone': {
    'apps/api/src/there.ts': 'export {};',
    'apps/worker/src/planted.ts': "import '../../api/src/there'; export {};",
  },
  'sandbox-is-wrong-independently': {
    'libs/domain/src/there.ts': 'export {};',
    'apps/sandbox/src/planted.ts': "import '../../../libs/domain/src/there'; export {};",
  },
  'the-console-knows-the-api-alone': {
    'apps/web/src/planted.ts': "import '../../../libs/domain/src/refund/planted'; export {};",
    'libs/domain/src/refund/planted.ts': 'export {};',
  },
  'no-development-packages-at-run-time': {
    'apps/api/src/planted-development.ts': "import 'fast-check'; export {};",
  },
  'product-never-imports-tests': {
    'test/builders/there.ts': 'export {};',
    'libs/persistence/src/tested.ts': "import '../../../test/builders/there'; export {};",
  },
};

/** Lint: which file, what stands in it, and the rule that must speak. */
const LINT = [
  ['libs/domain/src/planted.ts', 'export const now = Date.now();', 'no-restricted-properties'],
  ['libs/domain/src/planted.ts', 'export const now = new Date();', 'no-restricted-syntax'],
  ['libs/domain/src/planted.ts', "import 'node:fs';", 'no-restricted-imports'],
  ['libs/domain/src/planted.ts', "export const page = fetch('x');", 'no-restricted-globals'],
  ['libs/workflows/src/planted.ts', "import 'typeorm';", '@typescript-eslint/no-restricted-imports'],
  [
    'libs/workflows/src/planted.ts',
    "import { activities } from '@zikui/activities'; activities();",
    '@typescript-eslint/no-restricted-imports',
  ],
  ['libs/workflows/src/planted.ts', 'let count = 0; export const next = () => ++count;', 'no-restricted-syntax'],
  ['libs/workflows/src/planted.ts', 'export let count = 0;', 'no-restricted-syntax'],
  ['libs/workflows/src/planted.ts', 'export const seen = new Map();', 'no-restricted-syntax'],
  ['libs/workflows/src/planted.ts', 'export const env = process;', 'no-restricted-globals'],
  ['apps/api/src/planted.ts', 'export const url = process.env.DATABASE_URL;', 'no-restricted-syntax'],
  [
    'libs/persistence/src/sale/planted.ts',
    "import { DataSource } from 'typeorm'; export const source = DataSource;",
    '@typescript-eslint/no-restricted-imports',
  ],
  ['apps/web/src/planted.ts', "localStorage.setItem('token', '');", 'no-restricted-globals'],
  ['apps/web/src/planted.ts', "export const page = fetch('/v1/me');", 'no-restricted-globals'],
  ['libs/persistence/src/planted.ts', 'export const url = process.env.DATABASE_URL;', 'no-restricted-syntax'],
];

function silentImportRules() {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const tree = mkdtempSync(path.join(root, '.cache', 'planted-'));
  try {
    symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    for (const name of ['tsconfig.json', 'tsconfig.base.json', 'package.json', '.dependency-cruiser.cjs']) {
      copyFileSync(path.join(root, name), path.join(tree, name));
    }
    for (const files of Object.values(IMPORTS)) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
        writeFileSync(path.join(tree, file), `${text}\n`);
      }
    }
    const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const run = spawnSync(process.execPath, [...args, 'apps', 'libs', 'tools', 'test'], {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const { violations } = JSON.parse(run.stdout).summary;
    return Object.entries(IMPORTS)
      .filter(([rule, files]) => !violations.some((one) => one.rule.name === rule && one.from in files))
      .map(([rule]) => rule);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

async function silentLintRules() {
  const untyped = { files: ['**/planted.ts'], ...tseslint.configs.disableTypeChecked };
  const eslint = new ESLint({ cwd: root, overrideConfig: [untyped] });
  const silent = [];
  for (const [filePath, code, rule] of LINT) {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: path.join(root, filePath) });
    const spoke = result?.messages.some((message) => message.ruleId === rule);
    if (!spoke) silent.push(`${rule} in ${filePath}: ${code} (${JSON.stringify(result?.messages)})`);
  }
  return silent;
}

/** A rule that nobody ever saw bite. */
function unplantedImportRules() {
  const { forbidden } = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs'));
  return forbidden.map(({ name }) => name).filter((name) => !(name in IMPORTS));
}

const unplanted = unplantedImportRules();
for (const rule of unplanted) console.error(`No violation of this rule is planted: ${rule}`);
const silent = [...silentImportRules(), ...(await silentLintRules())];
for (const rule of silent) console.error(`This rule did not report its planted violation: ${rule}`);
if (unplanted.length + silent.length > 0) process.exit(1);
console.log(`${String(Object.keys(IMPORTS).length + LINT.length)} planted violations, each reported by its rule`);
