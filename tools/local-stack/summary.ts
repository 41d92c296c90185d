import { tryPayment } from '../seed/seed-demo';
import { tryItCommands } from '../seed/try-it';
import type { StackFile } from './state';

const row = (label: string, value: string): string => `  ${label.padEnd(18)}${value}`;

/** What to open and what to try: addresses, demo keys, and three commands that work when pasted. */
export function summary(stack: StackFile): string {
  const demo = stack.merchants['demo'];
  const lab = stack.merchants['lab'];
  const lines = [
    'Zikui is up.',
    '',
    row('API', `${stack.api}/v1`),
    row('API page', `${stack.api}/docs`),
    row('Temporal Web', stack.temporalUi ?? stack.temporal),
    row('Mail inbox', stack.mailbox),
    row('Sandbox gateway', stack.gateway),
    row('PostgreSQL', stack.database),
    '',
    ...(demo === undefined
      ? []
      : [row('demo merchant', demo.id), row('  asks with', demo.createKey), row('  decides with', demo.decideKey)]),
    ...(lab === undefined
      ? []
      : [row('lab merchant', `${lab.id} (approves everything at once)`), row('  asks with', lab.createKey), '']),
    ...(lab === undefined
      ? []
      : [
          'Try it: tell of a sale, refund one of its lines, read the refund.',
          '',
          ...tryItCommands(stack.api, lab.createKey, tryPayment()),
        ]),
    '',
    'The same, step by step, stands in docs/first-refund.http.',
  ];
  return lines.join('\n');
}
