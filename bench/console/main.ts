import 'reflect-metadata';
import { runTool } from '../../tools/command-line/run-tool';
import { Closers, closeOnSignal } from '../closers';
import { openConsoleScene } from './scene';
import { HELP, readConsoleSettings, type ConsoleSettings } from './settings';

async function bench(settings: ConsoleSettings): Promise<number> {
  const closers = new Closers();
  const opening = openConsoleScene(closers);
  closeOnSignal(closers, opening);
  const scene = await opening;
  try {
    const t = performance.now();
    await scene.fill(settings);
    console.log('filled', performance.now() - t);
    const rows = await scene.stack.database.read((tx) =>
      tx.query(`SELECT relname, n_live_tup, pg_size_pretty(pg_total_relation_size(relid)) FROM pg_stat_user_tables WHERE n_live_tup > 300 ORDER BY 2 DESC`));
    console.log(rows);
    console.log(await scene.stack.database.read((tx) => tx.query(`SELECT created_at::text FROM refund ORDER BY created_at DESC LIMIT 3`)));
    return 0;
  } finally {
    await closers.close();
  }
}

void runTool({ help: HELP, read: readConsoleSettings, run: bench, failed: 2, sentence: (error) => error instanceof Error ? (error.stack ?? error.message) : String(error) }).then(() => process.exit());
