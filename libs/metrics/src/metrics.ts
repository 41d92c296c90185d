import { openMetrics, type MetricsSettings, type OpenMetrics } from './open-metrics';

type Settings = Readonly<{ METRICS_HOST: string; METRICS_PORT: number; DATABASE_URL: string }>;
type Log = Readonly<{ log: (message: string) => void; warn: (fields: object, message: string) => void }>;

/** The page of one process for whoever watches, from its boot to its end, of which Nest tells by these names. */
export class Metrics {
  private readonly settings: MetricsSettings;
  private page: OpenMetrics | undefined;

  constructor(env: Settings, applicationName: string, log: Log) {
    this.settings = {
      ...{ host: env.METRICS_HOST, port: env.METRICS_PORT, databaseUrl: env.DATABASE_URL, applicationName },
      log: { info: (message) => log.log(message), warn: (fields, message) => log.warn(fields, message) },
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    this.page = await openMetrics(this.settings);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.page?.close();
  }
}
