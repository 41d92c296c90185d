const { grouped } = require('./jest.groups.cjs');
const preset = require('./jest.preset.cjs');

// Only a whole project runs in groups; whoever asks for some files gets those files.
const specs = (name, folders, most, { but } = {}) =>
  process.env.ZIKUI_WHOLE_PROJECT === name
    ? grouped(name, folders, most, but)
    : folders.map((folder) => `<rootDir>/${folder}/**/${but === undefined ? '*' : `!(${but.join('|')})`}.spec.ts`);

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

const UNIT_FOLDERS = ['apps', 'libs', 'tools', 'docker', 'bench', 'test/unit', 'test/conformance'];
const INTEGRATION_FOLDERS = ['test/integration'];

// What counts transactions and times answers runs without company.
const MEASURED = ['budget', 'bad-corpus'];

module.exports = {
  projects: [
    project('unit', specs('unit', UNIT_FOLDERS, 30)),
    project('replay', ['<rootDir>/test/replay/**/*.spec.ts']),
    project('integration', specs('integration', INTEGRATION_FOLDERS, 10), needsServers),
    project('budget', [`<rootDir>/test/e2e/**/{${MEASURED.join(',')}}.spec.ts`], needsPrograms),
    project('e2e', specs('e2e', ['test/e2e'], 4, { but: MEASURED }), needsPrograms),
    project('browser', ['<rootDir>/test/browser/**/*.spec.ts'], {
      ...needsPrograms,
      globalSetup: '<rootDir>/test/environment/global-setup-browser.ts',
    }),
    // Brings servers of its own: it kills them.
    project('chaos', ['<rootDir>/test/chaos/**/*.spec.ts']),
  ],
  testTimeout: 30_000,
};
