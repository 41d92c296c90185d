import { DefaultLogger, Runtime } from '@temporalio/worker';

let isInstalled = false;

/** The runtime under all workers of a process, which tells errors alone and leaves signals to jest. It is installed once: specs of a group share it. */
export function quietRuntime(): void {
  if (!isInstalled) Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  isInstalled = true;
}
