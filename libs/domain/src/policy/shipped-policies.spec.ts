import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePolicy } from './parse-policy';

const folder = path.join(__dirname, '../../../../policies');
const files = readdirSync(folder).flatMap((name) =>
  readdirSync(path.join(folder, name)).map((file) => `${name}/${file}`),
);

describe('the policies that come with the product', () => {
  it('are one per currency for the demo and the lab merchant', () =>
    expect(files.toSorted()).toEqual([
      ...['eur', 'ils', 'usd'].map((currency) => `demo/${currency}.yaml`),
      ...['eur', 'gbp', 'ils', 'jpy', 'kwd', 'usd'].map((currency) => `lab/${currency}.yaml`),
    ]));

  it.each(files)('%s can be published without a fault or a warning', (file) => {
    const parse = parsePolicy(readFileSync(path.join(folder, file), 'utf8'));
    expect(parse).toMatchObject({ kind: 'valid', warnings: [], policy: { approval: { machines: true } } });
    const [name, currency] = file.replace('.yaml', '').split('/');
    expect(parse).toMatchObject({ policy: { name, currency: currency?.toUpperCase() } });
  });
});
