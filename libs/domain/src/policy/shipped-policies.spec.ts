import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replayRefund } from '../refund/replay-refund';
import { checkPolicy } from './parse-policy';
import { readCase } from './read-case';
import { STANDARD_POLICY } from './standard-policy.builder';

const folder = path.join(__dirname, '../../../../policies');
const files = readdirSync(folder).flatMap((name) =>
  readdirSync(path.join(folder, name)).map((file) => `${name}/${file}`),
);

describe('the policies that come with the product', () => {
  it('are one per currency for the demo and the lab merchant, and an example that shows every field', () =>
    expect(files.toSorted()).toEqual([
      ...['eur', 'ils', 'usd'].map((currency) => `demo/${currency}.yaml`),
      ...['eur', 'gbp', 'ils', 'jpy', 'kwd', 'usd'].map((currency) => `lab/${currency}.yaml`),
      'standard/changed-mind.case.yaml',
      'standard/ils.yaml',
    ]));

  it.each(files.filter((file) => !file.endsWith('.case.yaml')))('%s can be published without a fault', (file) => {
    const parse = checkPolicy(readFileSync(path.join(folder, file), 'utf8'));
    const machines = !file.startsWith('standard');
    expect(parse).toMatchObject({ kind: 'valid', warnings: [], policy: { approval: { machines } } });
    const [name, currency] = file.replace('.yaml', '').split('/');
    expect(parse).toMatchObject({ policy: { name, currency: currency?.toUpperCase() } });
  });
});

it('the example of a policy is the one that tests are about', () =>
  expect(readFileSync(path.join(folder, 'standard/ils.yaml'), 'utf8')).toBe(STANDARD_POLICY));

describe('the example of a case', () => {
  it('can be decided by the example of a policy', () => {
    const text = (file: string): string => readFileSync(path.join(folder, 'standard', file), 'utf8');
    const policy = checkPolicy(text('ils.yaml'));
    const found = readCase(text('changed-mind.case.yaml'));
    if (policy.kind === 'invalid' || found.kind === 'invalid') throw new Error(JSON.stringify([policy, found]));
    expect(found.missing).toEqual([]);
    expect(replayRefund(policy.policy, found.recorded)).toMatchObject({
      outcome: 'auto',
      rule: 'auto',
      payout: 9_500,
      fee: 500,
      returnMode: 'required',
      erred: false,
    });
  });
});
