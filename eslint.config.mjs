import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const CLOCK = [
  {
    object: 'Date',
    property: 'now',
    message: 'Pass the time in: a decision that reads a clock cannot be replayed or tested.',
  },
  {
    object: 'Math',
    property: 'random',
    message: 'Pass the choice in: a decision that draws lots cannot be replayed or tested.',
  },
];
/** One program of types holds the tests that drive a browser, too: what only a browser has must not be taken for Node's. */
const BROWSER_ONLY = Object.keys(globals.browser)
  .filter((name) => !(name in globals.node))
  .map((name) => ({ name, message: 'Only a browser has this.' }));
const onlyThese = (message, pattern) => ['error', { patterns: [{ regex: pattern, message }] }];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.local/',
      '.cache/',
      '.spec-groups/',
      'node_modules/',
      'coverage/',
      'apps/web/src/api/schema.ts',
      'apps/web/vite.config.mts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/require-await': 'off', // Nest and ports want promises from methods that need not wait.
      '@typescript-eslint/consistent-type-imports': 'off', // Decorators read classes as values.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['tools/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
    rules: { 'no-console': 'off', 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },

  {
    files: ['**/*.ts'],
    ignores: ['apps/web/**', 'test/browser/**', 'bench/console/watched-inbox.ts'],
    rules: { 'no-restricted-globals': ['error', ...BROWSER_ONLY] },
  },
  // The console runs in a browser, and keeps nothing there that could be stolen.
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing is kept in the browser but choices of looks (theme/choice.ts).' },
        { name: 'sessionStorage', message: 'Nothing is kept in the browser but choices of looks (theme/choice.ts).' },
        { name: 'fetch', message: 'Ask through the client (api/client.ts), which knows what every call carries.' },
      ],
    },
  },

  // Only the settings class of each application reads the environment.
  {
    files: ['apps/*/src/**/*.ts', 'libs/**/*.ts'],
    ignores: ['**/*.spec.ts', 'apps/*/src/env.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Settings are read once, by the Env class of the application.',
        },
      ],
    },
  },
  // Statements go through the door, which asks whose rows they are about.
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: [
      '**/*.spec.ts',
      'libs/workflows/**',
      'libs/persistence/src/database/**',
      'libs/persistence/src/migrations/**',
      'libs/persistence/src/audit/audit-snapshot.ts',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'pg', message: 'Read and write through `Database`, which takes the scope.' },
            {
              name: 'typeorm',
              importNames: ['DataSource', 'EntityManager', 'QueryRunner', 'Repository'],
              message: 'Read and write through `Database`, which takes the scope.',
            },
          ],
        },
      ],
    },
  },
  // libs/domain is pure: no clock, no chance, no I/O.
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': onlyThese(
        'libs/domain imports itself, cel-js, yaml and luxon only.',
        '^(?!\\.{1,2}/|@marcbachmann/cel-js$|yaml$|luxon$)',
      ),
      'no-restricted-properties': ['error', ...CLOCK],
      'no-restricted-globals': [
        'error',
        ...BROWSER_ONLY,
        'fetch',
        'process',
        'Buffer',
        'require',
        'setTimeout',
        'setInterval',
        'crypto',
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the time in.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union and `as const`.' },
      ],
    },
  },
  // libs/workflows is deterministic.
  {
    files: ['libs/workflows/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '^(node:|@nestjs/|typeorm|pg$|class-|@zikui/(?!domain$|activities$)|@temporalio/(?!workflow$|common$))',
              message: 'Workflows import the domain, @temporalio/workflow and @temporalio/common.',
            },
            { regex: '^@zikui/activities$', allowTypeImports: true, message: 'Activities come in as types only.' },
          ],
        },
      ],
      'no-restricted-globals': ['error', ...BROWSER_ONLY, 'fetch', 'process', 'Buffer', 'require'],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind!="const"]',
          message: 'Executions share one context: no mutable state at module level.',
        },
        {
          selector:
            ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/Map$|Set$/]',
          message: 'Executions share the module itself: what can be filled belongs into the process.',
        },
      ],
    },
  },
);
