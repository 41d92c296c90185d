// The Nest CLI builds each application with this: swc compiles, packages stay outside the bundle, types are checked elsewhere.
const { readFileSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const { module: _module, ...swc } = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));
const { baseUrl: _baseUrl, paths, ...jsc } = swc.jsc;
const alias = Object.fromEntries(Object.entries(paths).map(([name, [file]]) => [`${name}$`, path.resolve(root, file)]));

module.exports = (options) => ({
  ...options,
  devtool: 'source-map',
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: { loader: 'swc-loader', options: { ...swc, jsc, swcrc: false } },
      },
    ],
  },
  resolve: { ...options.resolve, extensions: ['.ts', '.js'], alias, plugins: [] },
  plugins: (options.plugins ?? []).filter((plugin) => plugin.constructor.name !== 'ForkTsCheckerWebpackPlugin'),
  output: { ...options.output, libraryTarget: 'commonjs2' },
});
