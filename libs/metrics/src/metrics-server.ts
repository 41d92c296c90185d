import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MetricsPage } from './metrics-page';

const MOST_CONNECTIONS = 16;
const REQUEST_TIMEOUT_MS = 5_000;

/** `GET /metrics` at an address of its own, where no caller of the API comes. */
export class MetricsServer {
  private constructor(private readonly server: Server) {}

  /** Listens; port 0 takes any. Throws when the address is taken. */
  static async open(
    page: Pick<MetricsPage, 'text' | 'contentType'>,
    place: Readonly<{ host: string; port: number }>,
  ): Promise<MetricsServer> {
    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
      if (request.url?.split('?')[0] !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      if (request.method !== 'GET') {
        response.writeHead(405, { allow: 'GET' }).end();
        return;
      }
      page.text().then(
        (text) => response.writeHead(200, { 'content-type': page.contentType, 'cache-control': 'no-store' }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    server.maxConnections = MOST_CONNECTIONS;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(place.port, place.host, resolve);
    });
    return new MetricsServer(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
