import { forgetAll, remember, runningStarter, stopLeftovers } from './leftovers';
import { progress } from './progress';
import { runStack } from './run-stack';
import { startDetached } from './start-detached';
import { readStackFile } from './state';
import { summary } from './summary';

const MARK = 'start';

async function main(): Promise<void> {
  const running = runningStarter();
  const known = readStackFile();
  if (running !== undefined && known !== undefined) {
    console.log(`Zikui runs already (pid ${running.pid}); \`npm run stop\` ends it.\n`);
    console.log(summary(known));
    return;
  }
  if (process.argv.includes('--detach')) return startDetached();

  const stopped = await stopLeftovers(['start']);
  if (stopped.length > 0) progress(`stopped what an earlier start left running: ${stopped.join(', ')}`);
  forgetAll();
  remember({ name: 'start', pid: process.pid, mark: MARK });
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  const up = runStack();
  const { stack, stop } = await Promise.race([up, ended.then(() => up)]);
  console.log(`\n${summary(stack)}`);
  await ended;
  progress('stopping api, worker, sandbox, Temporal, PostgreSQL');
  await stop();
  progress('stopped; the data stay for the next start');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
