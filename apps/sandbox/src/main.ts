import 'reflect-metadata';
import { readEnv } from './env';
import { openSandbox } from './open-sandbox';

/** Says why and leaves. A bad setting is told by its name alone. */
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const sandbox = await openSandbox(readEnv());
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    sandbox.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.write(`sandbox open at ${sandbox.url}, mail at ${sandbox.smtpUrl}\n`);
}

main().catch(fail);
