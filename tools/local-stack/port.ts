import { createServer } from 'node:net';

const HIGHEST_PORT = 65_535;
const TRIES = 200;

const canBind = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });

/** The first free loopback port at or above `preferred`, leaving out those already promised to another part. Throws after 200 tries. */
export async function freePort(preferred: number, promised: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = preferred; port < Math.min(preferred + TRIES, HIGHEST_PORT); port++) {
    if (!promised.has(port) && (await canBind(port))) return port;
  }
  throw new Error(`No free port between ${preferred} and ${preferred + TRIES}`);
}
