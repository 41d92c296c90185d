import { createServer } from 'node:net';

const HIGHEST_PORT = 65_535;
const TRIES = 200;

export const canBind = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });

/** Hands out loopback ports, each once: two parts that start side by side never get the same one. */
export class PortGiver {
  private readonly given = new Set<number>();

  constructor(
    /** Told when a part gets another port than the one it has by habit. */
    private readonly onMoved: (part: string, wanted: number, got: number) => void = () => undefined,
    private readonly isFree: (port: number) => Promise<boolean> = canBind,
  ) {}

  /** The first free port at or above `wanted`. Throws after 200 tries. */
  async give(part: string, wanted: number): Promise<number> {
    for (let port = wanted; port < Math.min(wanted + TRIES, HIGHEST_PORT + 1); port++) {
      if (this.given.has(port)) continue;
      this.given.add(port); // Before the look, so that nobody looks at it meanwhile.
      if (!(await this.isFree(port))) continue;
      if (port !== wanted) this.onMoved(part, wanted, port);
      return port;
    }
    throw new Error(`${part}: no port is free from ${wanted} to ${Math.min(wanted + TRIES - 1, HIGHEST_PORT)}`);
  }
}

/** A free port at or above `wanted`, for whoever needs just one. */
export const freePort = (wanted: number): Promise<number> => new PortGiver().give('A program', wanted);
