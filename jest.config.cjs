const preset = require('./jest.preset.cjs');

const project = (displayName, testMatch, more = {}) => ({ ...preset, displayName, testMatch, ...more });
const needsServers = {
  globalSetup: '<rootDir>/test/environment/global-setup.ts',
  globalTeardown: '<rootDir>/test/environment/global-teardown.ts',
};
const needsPrograms = {
  ...needsServers,
  globalSetup: '<rootDir>/test/environment/global-setup-e2e.ts',
  setupFilesAfterEnv: ['<rootDir>/test/environment/e2e-timeout.ts'],
};

module.exports = {
  projects: [
    project('unit', [
      '<rootDir>/{apps,libs,tools,docker,bench}/**/*.spec.ts',
      '<rootDir>/test/{unit,conformance}/**/*.spec.ts',
    ]),
    project('replay', ['<rootDir>/test/replay/**/*.spec.ts']),
    project('integration', ['<rootDir>/test/integration/**/*.spec.ts'], needsServers),
    project('budget', ['<rootDir>/test/e2e/**/{budget,bad-corpus}.spec.ts'], needsPrograms),
    project('e2e', ['<rootDir>/test/e2e/**/!(budget|bad-corpus).spec.ts'], needsPrograms),
    project('browser', ['<rootDir>/test/browser/**/*.spec.ts'], {
      ...needsPrograms,
      globalSetup: '<rootDir>/test/environment/global-setup-browser.ts',
    }),
    // Brings servers of its own: it kills them.
    project('chaos', ['<rootDir>/test/chaos/**/*.spec.ts']),
  ],
  testTimeout: 30_000,
};
