/**
 * The budgets of the console and of the customer's page, on real servers, a real browser and as many rows as a large shop has.
 * `npm run bench:console -- --help` tells what it takes.
 */
import 'reflect-metadata';
import { loadavg } from 'node:os';
import { runTool } from '../../tools/command-line/run-tool';
import { Closers, closeOnSignal } from '../closers';
import { gates, jsonOf, lineOf, type Budget } from './budgets';
import { measureFirstPaint } from './first-paint';
import { measureInbox } from './inbox';
import { measureRefundList } from './refund-list';
import { openConsoleScene, type ConsoleScene } from './scene';
import { HELP, readConsoleSettings, type ConsoleSettings } from './settings';
import { measureSizes } from './sizes';

/** What stands in the inbox beside the copies: the refund that they are copies of. */
const ORIGINALS = 1;

async function bench(settings: ConsoleSettings): Promise<number> {
  const closers = new Closers();
  const opening = openConsoleScene(closers);
  closeOnSignal(closers, opening);
  const scene = await opening;
  try {
    const budgets = await measureAll(scene, settings);
    for (const budget of budgets) console.log(lineOf(budget));
    if (settings.json) console.log(JSON.stringify({ ...jsonOf(budgets), load: loadavg()[0] }));
    return gates(budgets) ? 0 : 1;
  } finally {
    await closers.close();
  }
}

async function measureAll({ stack, people, paidId, fill }: ConsoleScene, settings: ConsoleSettings): Promise<Budget[]> {
  const budgets = [...(await measureSizes(stack, people, paidId))];
  const { refunds, others, waiting } = settings;
  console.log(
    `storing ${String(refunds)} refunds, ${String(others)} of another merchant, ${String(waiting)} open steps`,
  );
  const begun = performance.now();
  await fill(settings);
  console.log(`stored in ${((performance.now() - begun) / 1_000).toFixed(0)} s; load ${String(loadavg()[0])}`);
  budgets.push(...(await measureRefundList(stack, settings)));
  budgets.push(...(await measureInbox(people, waiting + ORIGINALS)));
  budgets.push(...(await measureFirstPaint(stack, people, paidId)));
  return budgets;
}

void runTool({
  ...{ help: HELP, read: readConsoleSettings, run: bench, failed: 2 },
  sentence: (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
}).then(() => process.exit()); // What did not open to its end may still hold on to something.
