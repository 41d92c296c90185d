// The Nest CLI builds each application with this: swc compiles, packages stay outside the bundle, types are checked elsewhere.
const { readFileSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const { module: _module, ...swc } = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));
const { baseUrl: _baseUrl, paths, ...jsc } = swc.jsc;
// Storm tests run a second build, with the points at which they let programs die. What is shipped has none of them.
const hasFailpoints = process.env.ZIKUI_BUILD === 'failpoints';
const places = hasFailpoints ? paths : { ...paths, '@zikui/failpoint': ['./libs/failpoint/src/absent.ts'] };
const alias = Object.fromEntries(
  Object.entries(places).map(([name, [file]]) => [`${name}$`, path.resolve(root, file)]),
);

module.exports = (options) => ({
  ...options,
  devtool: 'source-map',
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        // The last one works first.
        use: [
          { loader: 'swc-loader', options: { ...swc, jsc, swcrc: false } },
          ...(hasFailpoints ? [] : [path.join(__dirname, 'strike-failpoints.cjs')]),
        ],
      },
    ],
  },
  resolve: { ...options.resolve, extensions: ['.ts', '.js'], alias, plugins: [] },
  plugins: (options.plugins ?? []).filter((plugin) => plugin.constructor.name !== 'ForkTsCheckerWebpackPlugin'),
  output: {
    ...options.output,
    libraryTarget: 'commonjs2',
    ...(hasFailpoints ? { path: path.join(root, '.cache', 'failpoints') } : {}),
  },
});
