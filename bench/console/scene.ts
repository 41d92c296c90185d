import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Asking } from '../../test/e2e/client/shop';
import { Shop } from '../../test/e2e/client/shop';
import { Console } from '../../test/browser/console';
import { startStack, type TestStack } from '../../test/environment/stack';
import { buildIfChanged } from '../../tools/local-stack/build';
import { REPOSITORY } from '../../tools/local-stack/folders';
import { startPostgres } from '../../tools/local-stack/postgres';
import { startTemporal } from '../../tools/local-stack/temporal';
import type { Closers } from '../closers';
import type { ConsoleSettings } from './settings';
import { storeEnded, storeWaiting } from './stock';

export type ConsoleScene = Readonly<{
  stack: TestStack;
  people: Console;
  /** A refund whose money was sent; its customer has a page. */ paidId: string;
  /** Stores what lists are long by. Nothing works beside it, and nothing does after it. */ fill: (
    counts: Pick<ConsoleSettings, 'refunds' | 'others' | 'waiting'>,
  ) => Promise<void>;
}>;

/** Above what goes by itself, within what a lead may decide. */
const FOR_A_LEAD: Asking = { sale: { category: 'furniture', price: 39_900 } };

/** All programs, two merchants and a browser, on servers of their own. PostgreSQL flushes nothing: what is measured reads. */
export async function openConsoleScene(closers: Closers): Promise<ConsoleScene> {
  await buildIfChanged();
  process.env['CHROMIUM_PATH'] ??= execFileSync(process.execPath, [FIND_CHROMIUM], { encoding: 'utf8' }).trim();
  const folder = mkdtempSync(path.join(tmpdir(), 'zikui-bench-console-'));
  const postgres = await startPostgres({
    ...{ purpose: `bench-console-${String(process.pid)}`, port: 16_600, password: 'bench', durable: false },
  });
  await closers.add(async () => {
    await postgres.stop();
    rmSync(postgres.folder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  process.env['DATABASE_URL'] = postgres.url;
  const temporal = await startTemporal({
    ...{ folder, port: 18_600, databaseFile: undefined, namespace: 'refunds', settings: process.env },
  });
  await closers.add(temporal.stop);
  process.env['TEMPORAL_ADDRESS'] = temporal.address;
  const stack = await startStack({ api: { LOG_LEVEL: 'warn' } });
  await closers.add(stack.close);
  const people = await Console.on(stack);
  await closers.add(() => people.close());
  const paidId = await paidAt(stack, 'demo');
  return { stack, people, paidId, fill: (counts) => fill(stack, paidId, counts) };
}

const FIND_CHROMIUM = path.join(REPOSITORY, 'tools', 'browser', 'find-chromium.mjs');

async function paidAt(stack: TestStack, merchant: 'demo' | 'lab'): Promise<string> {
  const shop = new Shop(stack, stack.merchants[merchant]);
  const { refund } = await shop.ask();
  await shop.client.untilIs(refund.id, 'completed');
  return refund.id;
}

async function fill(
  stack: TestStack,
  paidId: string,
  { refunds, others, waiting }: Pick<ConsoleSettings, 'refunds' | 'others' | 'waiting'>,
): Promise<void> {
  const shop = new Shop(stack, stack.merchants.demo);
  const { refund } = await shop.ask(FOR_A_LEAD);
  await shop.client.untilIs(refund.id, 'awaiting_approval');
  const elsewhere = others === 0 ? '' : await paidAt(stack, 'lab');
  // Copies have no processes: whoever follows up on refunds would look for them.
  await stack.stop('worker');
  const { databaseUrl } = stack;
  await storeEnded({ databaseUrl, name: 'stock', refundId: paidId }, refunds);
  await storeEnded({ databaseUrl, name: 'other', refundId: elsewhere }, others);
  await storeWaiting({ databaseUrl, name: 'wait', refundId: refund.id }, waiting);
}
