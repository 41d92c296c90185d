import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { openMetrics, type OpenMetrics } from '@zikui/metrics';
import { Env } from '../env';

/** The page of this process for whoever watches, from boot to the end. */
@Injectable()
export class Metrics implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Metrics');
  private metrics: OpenMetrics | undefined;

  constructor(private readonly env: Env) {}

  async onApplicationBootstrap(): Promise<void> {
    this.metrics = await openMetrics({
      host: this.env.METRICS_HOST,
      port: this.env.METRICS_PORT,
      databaseUrl: this.env.DATABASE_URL,
      applicationName: 'zikui-worker-metrics',
      log: {
        info: (message) => this.log.log(message),
        warn: (fields, message) => this.log.warn(fields, message),
      },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.metrics?.close();
  }
}
