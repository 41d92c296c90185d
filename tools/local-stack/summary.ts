import { tryItCommands } from '../seed/try-it';
import { tryPayment } from '../seed/try-payment';
import type { StackFile } from './state';
import { table } from './table';

/** What to open and what to try: addresses, demo keys, and three commands that work when pasted. */
export function summary(stack: StackFile, payment = tryPayment()): string {
  const { demo, lab } = stack.merchants;
  if (demo === undefined || lab === undefined) throw new Error('The stack has no demo and lab merchants');
  return [
    'Zikui is up.',
    '',
    ...table([
      ['Console', `${stack.api}/console`, 'sign in as a person of the demo shop; README.md tells who there is'],
      ['API', `${stack.api}/v1`],
      ['API pages', `${stack.api}/docs`],
      ['Temporal Web', stack.temporalUi ?? `none here; programs reach Temporal at ${stack.temporal}`],
      ['Customers’ mail', stack.mailbox],
      ['Sandbox gateway', stack.gateway],
      ['Metrics', stack.metrics.join(', ')],
      ['PostgreSQL', stack.database],
    ]),
    '',
    ...table([
      ['Merchant', 'demo', demo.id, 'a shop with a policy, people who approve, and goods that come back'],
      ['', 'asks with', demo.createKey],
      ['', 'decides with', demo.decideKey],
      ['Merchant', 'lab', lab.id, 'approves everything at once'],
      ['', 'asks with', lab.createKey],
      ['', 'decides with', lab.decideKey],
    ]),
    '',
    'Try it: tell of a sale, refund one of its lines, read the refund.',
    '',
    ...tryItCommands(stack.api, lab.createKey, payment),
    '',
    `The mail that the customer gets is at ${stack.mailbox}. The same, step by step, stands in docs/first-refund.http.`,
  ].join('\n');
}
