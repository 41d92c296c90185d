import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Env } from '../../../apps/sandbox/src/env';
import { FAULT_ACTIONS } from '../../../apps/sandbox/src/faults/fault';

const page = readFileSync(path.resolve(__dirname, '../../../docs/sandbox.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('|'));

describe('the page about the sandbox', () => {
  it.each(Object.entries(FAULT_ACTIONS).flatMap(([target, actions]) => actions.map((action) => [target, action])))(
    'explains the fault %s %s',
    (target, action) => {
      expect(rows.some((row) => row.startsWith(`| ${target} `) && row.includes(`\`${action}\``))).toBe(true);
    },
  );

  it.each(Object.keys(new Env()))('names the setting %s', (setting) => {
    expect(page).toContain(`\`${setting}\``);
  });
});
