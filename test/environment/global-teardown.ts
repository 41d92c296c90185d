import { rmSync } from 'node:fs';

/** Stops what the setup started, and removes its data. */
export default async function globalTeardown(): Promise<void> {
  const servers = globalThis.zikuiTestServers;
  if (servers === undefined) return;
  globalThis.zikuiTestServers = undefined;
  await Promise.all([servers.postgres?.stop(), servers.temporal?.stop()]);
  if (servers.postgres !== undefined) rmSync(servers.postgres.folder, { recursive: true, force: true });
}
