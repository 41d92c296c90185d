import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** `refuse`: nothing listens there any more. `hole`: connections open, and nothing comes through in either direction. */
export type ProxyMode = 'pass' | 'refuse' | 'hole';
/** `lagMs`: how much later each piece comes. `sliced`: the first bytes of each piece come one by one. */
type Way = Readonly<{ lagMs: number; sliced: boolean }>;
type Target = Readonly<{ host: string; port: number }>;
const NOWHERE: Target = { host: '127.0.0.1', port: 1 };
export type Cut = Readonly<{
  /** Resolves once the pattern went through to the server; what the server answers to it never arrives. */ struck: Promise<void>;
}>;

/** One edge between two programs, to be worsened at will. Closing it ends every connection that goes through it. */
export class TcpProxy {
  private readonly server = createServer((client) => this.join(client));
  private readonly sockets = new Set<Socket>();
  private mode: ProxyMode = 'pass';
  private way: Way = { lagMs: 0, sliced: false };
  private joined = 0;
  private cut: { pattern: RegExp; strike: () => void } | undefined;
  port = 0;

  private constructor(private readonly targets: readonly Target[]) {}

  /** Before one program, or before several that take connections in turn. */
  static async to(...addresses: readonly string[]): Promise<TcpProxy> {
    const proxy = new TcpProxy(addresses.map(targetOf));
    await proxy.listen();
    return proxy;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Changes what happens to new connections, and to those that are open: `refuse` ends them, `hole` silences them. */
  async set(mode: ProxyMode): Promise<void> {
    const before = this.mode;
    this.mode = mode;
    if (mode === 'refuse') {
      this.server.close();
      this.endAll();
    } else if (before === 'refuse') await this.listen();
    // What was silenced has lost bytes: it must begin anew.
    if (before === 'hole' && mode === 'pass') this.endAll();
  }

  /** Makes every piece, in both directions, come later, or in single bytes at its beginning as a slow network would cut it. The order stays. */
  worsen(way: Partial<Way>): void {
    this.way = { ...this.way, ...way };
  }

  /** Tears every open connection down; new ones pass. */
  reset(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Forgets a cut that has not struck. */
  dontCut(): void {
    this.cut = undefined;
  }

  /** Silences the connection on which the client next sends the pattern, from the moment the server has it. */
  cutReplyAfter(pattern: RegExp): Cut {
    return { struck: new Promise((strike) => (this.cut = { pattern, strike })) };
  }

  async close(): Promise<void> {
    if (this.server.listening) {
      this.server.close();
      this.endAll();
      await once(this.server, 'close');
    }
  }

  private async listen(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  private join(client: Socket): void {
    const upstream = connect(this.targets[this.joined % this.targets.length] ?? NOWHERE);
    this.joined += 1;
    const toServer = new Pipe(upstream, () => this.way);
    const toClient = new Pipe(client, () => this.way);
    const line = { isCut: false };
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      // An end that breaks takes its other end along; that is all there is to do about it.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    client.on('data', (bytes: Buffer) => {
      if (this.mode === 'hole') return;
      const { cut } = this;
      if (!cut?.pattern.test(bytes.toString('latin1'))) {
        toServer.write(bytes);
        return;
      }
      this.cut = undefined;
      line.isCut = true;
      // Once the server answers, it has done what was asked.
      upstream.once('data', cut.strike);
      toServer.write(bytes);
    });
    upstream.on('data', (bytes: Buffer) => {
      if (this.mode !== 'hole' && !line.isCut) toClient.write(bytes);
    });
  }

  private endAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

function targetOf(address: string): Target {
  const [host = '', port = ''] = address.split(':');
  return { host, port: Number(port) };
}

const SLICED_BYTES = 8;

/** One direction of a connection: pieces leave in the order in which they came, each not before its time. */
class Pipe {
  private readonly pieces: Readonly<{ bytes: Buffer; dueMs: number }>[] = [];
  private isWaiting = false;

  constructor(
    private readonly to: Socket,
    private readonly way: () => Way,
  ) {}

  write(bytes: Buffer): void {
    const { lagMs, sliced } = this.way();
    const dueMs = performance.now() + lagMs;
    for (const piece of sliced ? slicesOf(bytes) : [bytes]) this.pieces.push({ bytes: piece, dueMs });
    if (!this.isWaiting) this.flush();
  }

  private flush(): void {
    this.isWaiting = false;
    for (let next = this.pieces[0]; next !== undefined; next = this.pieces[0]) {
      const waitMs = next.dueMs - performance.now();
      if (waitMs > 0) {
        this.isWaiting = true;
        setTimeout(() => this.flush(), waitMs).unref();
        return;
      }
      this.pieces.shift();
      if (this.to.writable) this.to.write(next.bytes);
    }
  }
}

const slicesOf = (bytes: Buffer): Buffer[] => [
  ...Array.from({ length: Math.min(SLICED_BYTES, bytes.length) }, (_, at) => bytes.subarray(at, at + 1)),
  ...(bytes.length > SLICED_BYTES ? [bytes.subarray(SLICED_BYTES)] : []),
];
