import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A proxy as it stands before the api where it is deployed: it ends TLS, and tells the api whom it speaks for. */
export class TlsProxy {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** Before the api at that address, which it calls from an address of its own. */
  static async before(api: string, from: string): Promise<TlsProxy> {
    const server = createServer(await certificate(), (asked, answer) => pass(asked, answer, new URL(api), from));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TlsProxy(server, `https://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

/** Whatever the caller says of himself stands before what the proxy says of him; the api believes the proxy alone. */
function pass(asked: IncomingMessage, answer: ServerResponse, api: URL, from: string): void {
  const told = asked.headers['x-forwarded-for'];
  const peer = asked.socket.remoteAddress ?? '';
  const headers = {
    ...asked.headers,
    'x-forwarded-for': told === undefined ? peer : `${String(told)}, ${peer}`,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': asked.headers.host,
  };
  const { hostname, port } = api;
  const on = request({ hostname, port, localAddress: from, path: asked.url, method: asked.method, headers });
  on.on('response', (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    // What comes is passed on at once: a stream of news is never held back to be sent in larger pieces.
    answer.flushHeaders();
    reply.pipe(answer);
  });
  on.on('error', () => answer.destroy());
  answer.on('close', () => on.destroy());
  asked.pipe(on);
}

/** Signed by itself, for this machine, for a day. */
async function certificate(): Promise<Readonly<{ key: Buffer; cert: Buffer }>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zikui-tls-'));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  try {
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
      ...['-keyout', key, '-out', cert, '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ]);
    return { key: await readFile(key), cert: await readFile(cert) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
