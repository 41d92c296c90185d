import { readWords } from '../command-line/read-words';
import { runTool } from '../command-line/run-tool';
import { LocalStack, processBook, startLock } from './local-stack';
import { takeLock } from './lock';
import { progress } from './progress';
import { startDetached } from './start-detached';
import { readStackFile, removeStackFile } from './state';
import { summary } from './summary';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const HELP = `npm start
npm start -- --detach

Starts everything that Zikui needs on this machine, with demo merchants, and tells every address. Ctrl-C ends it; the data stay.

  --detach      returns when everything is healthy; \`npm run stop\` ends it`;

type StartCommand = Readonly<{ detach: boolean; /** Said by one that detached. */ detached: boolean }>;

function readStartCommand(words: readonly string[]): StartCommand | undefined {
  const flag = { type: 'boolean', default: false } as const;
  return readWords(words, { options: { detach: flag, detached: flag }, positionals: false })?.values;
}

async function start({ detach, detached }: StartCommand): Promise<number> {
  const lock = takeLock(startLock);
  if (lock.kind === 'held') {
    tellOfRunning(lock.by.pid);
    return 0;
  }
  if (detach) {
    lock.release(); // It is the background start that holds it.
    await startDetached();
    return 0;
  }
  removeStackFile(); // One that a killed start left behind would tell of programs that are gone.
  const leftovers = await processBook().stopAll();
  if (leftovers.length > 0) progress(`stopped what an earlier start left running: ${leftovers.join(', ')}`);
  const stack = new LocalStack();
  try {
    await untilStopped(stack, detached);
    return 0;
  } finally {
    const stopped = await stack.down();
    if (stopped.length > 0) progress(`stopped ${stopped.join(', ')}; the next start goes on with the data`);
    lock.release();
  }
}

/** Brings the stack up and keeps it so until a signal comes, which may be before it is up. */
async function untilStopped(stack: LocalStack, detached: boolean): Promise<void> {
  const stopAsked = firstSignal(stack);
  const up = stack.up();
  up.catch(() => undefined); // A part that fails because it is being stopped is no news; every other failure is thrown below.
  const running = await Promise.race([up, stopAsked]);
  if (running !== undefined) {
    const how = detached ? '`npm run stop` ends it' : 'Ctrl-C ends it';
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

void runTool({
  help: HELP,
  read: readStartCommand,
  run: start,
  sentence: (error) => `\n${error instanceof Error ? error.message : String(error)}`,
}).then(() => process.exit());
