import { LocalStack, processBook, startLock } from './local-stack';
import { takeLock } from './lock';
import { progress } from './progress';
import { startDetached } from './start-detached';
import { readStackFile, removeStackFile } from './state';
import { summary } from './summary';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function main(): Promise<void> {
  const lock = takeLock(startLock);
  if (lock.kind === 'held') {
    tellOfRunning(lock.by.pid);
    return;
  }
  if (process.argv.includes('--detach')) {
    lock.release(); // It is the background start that holds it.
    return startDetached();
  }
  removeStackFile(); // One that a killed start left behind would tell of programs that are gone.
  const leftovers = await processBook().stopAll();
  if (leftovers.length > 0) progress(`stopped what an earlier start left running: ${leftovers.join(', ')}`);
  const stack = new LocalStack();
  try {
    await untilStopped(stack);
  } finally {
    const stopped = await stack.down();
    if (stopped.length > 0) progress(`stopped ${stopped.join(', ')}; the next start goes on with the data`);
    lock.release();
  }
}

/** Brings the stack up and keeps it so until a signal comes, which may be before it is up. */
async function untilStopped(stack: LocalStack): Promise<void> {
  const stopAsked = firstSignal(stack);
  const up = stack.up();
  up.catch(() => undefined); // A part that fails because it is being stopped is no news; every other failure is thrown below.
  const running = await Promise.race([up, stopAsked]);
  if (running !== undefined) {
    const how = process.argv.includes('--detached') ? '`npm run stop` ends it' : 'Ctrl-C ends it';
    console.log(`\n${summary(running)}\n\n${how}; the data stay for the next start.`);
    await stopAsked;
  }
  progress('stopping');
}

/** Resolves with the first signal to stop. The second one means that the wait is too long: everything ends at once. */
function firstSignal(stack: LocalStack): Promise<undefined> {
  const waiting = setInterval(() => undefined, 60_000); // Signals alone do not keep Node running.
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = (): void => {
      if (asked) {
        stack.abandon();
        process.exit(130);
      }
      asked = true;
      clearInterval(waiting);
      resolve(undefined);
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}

function tellOfRunning(pid: number): void {
  const running = readStackFile();
  console.log(
    running === undefined
      ? `Zikui is being started by process ${pid}. \`npm run stop\` ends it.`
      : `Zikui runs already (process ${pid}). \`npm run stop\` ends it.\n\n${summary(running)}`,
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
