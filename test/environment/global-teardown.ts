/** Stops what the setup started; the guard then removes its folders. */
export default async function globalTeardown(): Promise<void> {
  const servers = globalThis.zikuiTestServers;
  if (servers === undefined) return;
  globalThis.zikuiTestServers = undefined;
  await Promise.all(servers.stops.map((stop) => stop()));
  await servers.guard.end();
}
