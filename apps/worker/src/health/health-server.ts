import { createServer, type Server, type ServerResponse } from 'node:http';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Env } from '../env';
import { Readiness } from './readiness';

/** `/health/live`: the event loop answers. `/health/ready`: every worker polls and the database answers. */
@Injectable()
export class HealthServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly env: Env,
    private readonly readiness: Readiness,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const server = createServer((request, response) => {
      if (request.url === '/health/live') {
        answer(response, 200, { status: 'live' });
        return;
      }
      if (request.url !== '/health/ready') {
        answer(response, 404, { status: 'unknown' });
        return;
      }
      void this.readiness.look().then((state) => answer(response, state.ready ? 200 : 503, state));
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.env.HEALTH_PORT, this.env.HEALTH_HOST, resolve);
    });
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
