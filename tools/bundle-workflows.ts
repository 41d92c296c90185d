import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type BundleOptions } from '@temporalio/worker';

const ROOT = path.resolve(__dirname, '..');
const TARGET = path.join(ROOT, 'dist/workflow-bundle.js');
/** Everything imported is bundled without complaint, and fails only at run time: hence the list and the limit. */
const ALLOWED_PACKAGES: ReadonlySet<string> = new Set([
  '@temporalio/common',
  '@temporalio/workflow',
  'long',
  'ms',
  'nexus-rpc',
  '@marcbachmann/cel-js',
  'yaml',
  'luxon',
]);
const LIMIT_BYTES = 2_500_000;

/** Builds the code that workers run as workflows. Throws when it holds a package that no workflow may import, or grows too big. */
export async function bundleWorkflows(workflowsPath = path.join(ROOT, 'libs/workflows/src/index.ts')): Promise<string> {
  const swc = await swcSettings();
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    // Evaluated once per worker and shared, not once per refund. They hold no state of a workflow: a module has constants only.
    preloadModules: ['@temporalio/workflow', workflowsPath],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, alias: Object.assign({}, config.resolve?.alias, aliasesOf(swc.jsc.paths)) },
      module: {
        ...config.module,
        rules: [...(config.module?.rules ?? []).filter((rule) => !compilesTypeScript(rule)), typeScriptRule(swc)],
      },
      optimization: { ...config.optimization, providedExports: true, sideEffects: true },
    }),
  });
  const strangers = packagesIn(code).filter((name) => !ALLOWED_PACKAGES.has(name));
  if (strangers.length > 0) throw new Error(`Workflows may not import ${strangers.join(', ')}`);
  if (code.length > LIMIT_BYTES)
    throw new Error(`The workflow bundle has ${code.length} bytes, more than ${LIMIT_BYTES}`);
  return code;
}

/** Packages whose modules stand in the code, by the names that webpack gives them. */
export const packagesIn = (code: string): string[] =>
  [...new Set([...code.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map((match) => match[1] ?? ''))].sort();

type WebpackHook = NonNullable<BundleOptions['webpackConfigHook']>;
type SwcSettings = Readonly<{
  jsc: { parser: unknown; target: string; paths: Readonly<Record<string, readonly string[]>> };
}>;
type Rule = NonNullable<NonNullable<Parameters<WebpackHook>[0]['module']>['rules']>[number];

/** Our modules only define things: what no process imports from the domain stays out of the bundle. */
const typeScriptRule = ({ jsc: { parser, target } }: SwcSettings): Rule => ({
  test: /\.ts$/,
  exclude: /node_modules/,
  sideEffects: false,
  use: { loader: 'swc-loader', options: { swcrc: false, sourceMaps: true, jsc: { parser, target } } },
});
const compilesTypeScript = (rule: Rule): boolean =>
  typeof rule === 'object' && rule !== null && rule.test instanceof RegExp && rule.test.test('a.ts');

const swcSettings = async (): Promise<SwcSettings> =>
  JSON.parse(await readFile(path.join(ROOT, '.swcrc'), 'utf8')) as SwcSettings;

const aliasesOf = (paths: SwcSettings['jsc']['paths']): Record<string, string> =>
  Object.fromEntries(Object.entries(paths).map(([name, files]) => [`${name}$`, path.resolve(ROOT, files[0] ?? '')]));

async function main(): Promise<void> {
  const code = await bundleWorkflows();
  await mkdir(path.dirname(TARGET), { recursive: true });
  // Renamed into place, so that a worker never reads half a bundle.
  await writeFile(`${TARGET}.new`, code);
  await rename(`${TARGET}.new`, TARGET);
  console.log(`${path.relative(ROOT, TARGET)}: ${(code.length / 1e6).toFixed(2)} MB`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
