import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** `refuse`: nothing listens there any more. `hole`: connections open, and nothing comes through in either direction. */
export type ProxyMode = 'pass' | 'refuse' | 'hole';
export type Cut = Readonly<{
  /** Resolves once the pattern went through to the server; what the server answers to it never arrives. */ struck: Promise<void>;
}>;

/** One edge between two programs, to be worsened at will. Closing it ends every connection that goes through it. */
export class TcpProxy {
  private readonly server = createServer((client) => this.join(client));
  private readonly sockets = new Set<Socket>();
  private mode: ProxyMode = 'pass';
  private cut: { pattern: RegExp; strike: () => void } | undefined;
  port = 0;

  private constructor(private readonly target: Readonly<{ host: string; port: number }>) {}

  static async to(address: string): Promise<TcpProxy> {
    const [host = '', port = ''] = address.split(':');
    const proxy = new TcpProxy({ host, port: Number(port) });
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
    const upstream = connect(this.target);
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
        upstream.write(bytes);
        return;
      }
      this.cut = undefined;
      line.isCut = true;
      // Once the server answers, it has done what was asked.
      upstream.once('data', cut.strike);
      upstream.write(bytes);
    });
    upstream.on('data', (bytes: Buffer) => {
      if (this.mode !== 'hole' && !line.isCut) client.write(bytes);
    });
  }

  private endAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
