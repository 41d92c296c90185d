// Who may import whom (docs/technical-description.md, "The house"). A violation fails `npm run check`.
const SPEC = '\\.spec\\.ts$';
const packages = (...names) => `node_modules/(${names.join('|')})(/|$)`;

/** A room, and everything it may import; specs may import more. */
const room = (name, path, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path, pathNot: SPEC },
  to: { pathNot: [path, ...allowed] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Entities may point at each other; nothing else may.',
      from: { pathNot: '\\.entity\\.ts$' },
      to: { circular: true, viaOnly: { pathNot: '\\.entity\\.ts$' } },
    },
    { name: 'could-not-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
    room(
      'domain-is-pure',
      '^libs/domain/',
      [packages('@marcbachmann/cel-js', 'yaml', 'luxon', '@types/luxon')],
      'Rules: no I/O, no clock, no framework.',
    ),
    {
      ...room(
        'workflows-are-deterministic',
        '^libs/workflows/',
        ['^libs/domain/', packages('@temporalio/workflow', '@temporalio/common')],
        'Only the domain and Temporal; activities as types.',
      ),
      to: {
        pathNot: ['^libs/(workflows|domain)/', packages('@temporalio/workflow', '@temporalio/common')],
        dependencyTypesNot: ['type-only'],
      },
    },
    room(
      'persistence-knows-the-domain',
      '^libs/persistence/',
      ['^libs/(domain|failpoint)/', packages('typeorm', 'pg', '@types/pg', 'reflect-metadata'), '^node:', '^[a-z_/]+$'],
      'Stores know PostgreSQL and the rules.',
    ),
    {
      name: 'connectors-know-the-domain',
      severity: 'error',
      comment: 'Ports live in the domain; a vendor SDK stays in its vendor folder.',
      from: { path: '^libs/connectors/', pathNot: SPEC },
      to: {
        path: [
          '^libs/(?!connectors|domain)',
          '^apps/',
          packages('@nestjs/[^/]+', 'typeorm', 'pg', '@temporalio/[^/]+'),
        ],
      },
    },
    {
      name: 'a-vendor-sdk-stays-in-its-folder',
      severity: 'error',
      from: { pathNot: ['^libs/connectors/src/gateways/stripe/', '^test/', SPEC] },
      to: { path: packages('stripe') },
    },
    {
      name: 'the-sdk-of-adyen-stays-in-its-folder',
      severity: 'error',
      from: { pathNot: ['^libs/connectors/src/gateways/adyen/', '^test/', SPEC] },
      to: { path: packages('@adyen/api-library') },
    },
    room(
      'activities-are-side-effects',
      '^libs/activities/',
      [
        '^libs/(domain|persistence|connectors|failpoint)/',
        packages('@temporalio/activity', '@temporalio/common'),
        '^node:',
        '^[a-z_/]+$',
      ],
      'Factories over ports.',
    ),
    room(
      'process-client-speaks-to-temporal',
      '^libs/process-client/',
      ['^libs/(domain|workflows)/', packages('@temporalio/client', '@temporalio/common', '@temporalio/envconfig')],
      'Starts processes and sends them commands; used by api and worker.',
    ),
    room(
      'metrics-show-what-they-are-given',
      '^libs/metrics/',
      ['^libs/(domain|persistence)/', packages('prom-client'), '^node:', '^[a-z_/]+$'],
      'Turns facts into a page for whoever watches; used by api and worker.',
    ),
    room('failpoints-stand-alone', '^libs/failpoint/', ['^node:', '^[a-z_/]+$'], 'Taken out of what is shipped.'),
    room(
      'the-console-knows-the-api-alone',
      '^apps/web/',
      [
        '^libs/domain/src/shown\\.ts$',
        packages(
          'react',
          'react-dom',
          '@types/react',
          '@types/react-dom',
          '@mantine/[^/]+',
          '@tanstack/[^/]+',
          'i18next',
          'react-i18next',
          'openapi-fetch',
          '@fontsource-variable/heebo',
          'vite',
          '@vitejs/plugin-react',
        ),
        '^node:',
        '^path$',
      ],
      'Its client of the API, and of the domain the names of states and how money is written.',
    ),
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'api-holds-no-process',
      severity: 'error',
      comment: 'The api never imports activities, processes or the Temporal worker.',
      from: { path: '^apps/api/', pathNot: SPEC },
      to: {
        path: [
          '^libs/activities/',
          '^apps/(?!api/)',
          '^libs/workflows/src/(?!contract\\.ts|refund/refund\\.contract\\.ts|refund/search-attributes\\.ts)',
          packages('@temporalio/worker', '@temporalio/activity', '@temporalio/testing'),
        ],
      },
    },
    {
      name: 'worker-stands-alone',
      severity: 'error',
      from: { path: '^apps/worker/', pathNot: SPEC },
      to: { path: '^apps/(?!worker/)' },
    },
    {
      name: 'sandbox-is-wrong-independently',
      severity: 'error',
      comment: 'A sandbox that shared our code would share our mistakes.',
      from: { path: '^apps/sandbox/' },
      to: { path: ['^libs/', '^apps/(?!sandbox/)'] },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { path: ['^apps/(api|worker)/', '^libs/'], pathNot: [SPEC, '\\.conformance\\.ts$', 'conformance\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: ['^test/', '^bench/', '^tools/', SPEC] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.local|\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
