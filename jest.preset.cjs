// One source of aliases and transforms for every jest project: .swcrc.
const { readFileSync } = require('node:fs');
const path = require('node:path');

const { jsc } = JSON.parse(readFileSync(path.join(__dirname, '.swcrc'), 'utf8'));
const { baseUrl: _baseUrl, paths, ...compiler } = jsc;

// jest on Node 20 cannot `require` these packages, which are ES modules only.
const ES_MODULES = ['@marcbachmann', 'postal-mime', 'openid-client', 'oauth4webapi', 'jose'];

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  moduleNameMapper: Object.fromEntries(
    Object.entries(paths).map(([name, [file]]) => [`^${name}$`, path.join('<rootDir>', file)]),
  ),
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      { jsc: compiler, module: { type: 'commonjs' }, swcrc: false, sourceMaps: 'inline' },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/', '<rootDir>/.cache/'],
};
