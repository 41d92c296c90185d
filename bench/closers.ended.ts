import { setTimeout as sleep } from 'node:timers/promises';
import { Closers, closeOnSignal } from './closers';

/** A run that has started one thing, which takes a moment to stop, and goes on until it is ended. */
async function main(): Promise<void> {
  const closers = new Closers();
  await closers.add(async () => {
    await sleep(200);
    console.log('stopped');
  });
  closeOnSignal(closers, Promise.resolve());
  process.send?.('ready');
  await sleep(60_000);
}

void main();
