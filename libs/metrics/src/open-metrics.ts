import { openDatabase, WaitingFactsStore, type Database } from '@zikui/persistence';
import { MetricsPage } from './metrics-page';
import { MetricsServer } from './metrics-server';

export type MetricsSettings = Readonly<{
  host: string;
  /** 0 for no page at all. */ port: number;
  databaseUrl: string;
  /** Shown in `pg_stat_activity`. */ applicationName: string;
  log: Readonly<{ info: (message: string) => void; warn: (fields: object, message: string) => void }>;
}>;
export type OpenMetrics = Readonly<{ close: () => Promise<void> }>;

/**
 * `/metrics` at a port of its own. What waits is read by a connection of its own, made when somebody first asks, so that
 * whoever watches takes none from the work. A port that is taken stops no refund: it is told of, whoever scrapes misses
 * the page, and the process works on.
 */
export async function openMetrics({
  host,
  port,
  databaseUrl,
  applicationName,
  log,
}: MetricsSettings): Promise<OpenMetrics> {
  let database: Promise<Database> | undefined;
  const connected = (): Promise<Database> => {
    database ??= openDatabase({ url: databaseUrl, poolSize: 1, applicationName }).catch((error: unknown) => {
      database = undefined; // Tried again by whoever asks next.
      throw error;
    });
    return database;
  };
  const server = port === 0 ? undefined : await open();
  return {
    close: async () => {
      server?.close();
      await (await database?.catch(() => undefined))?.close();
    },
  };

  async function open(): Promise<MetricsServer | undefined> {
    const page = new MetricsPage({
      readFacts: async () => new WaitingFactsStore(await connected()).read(),
      onFailure: (error) => log.warn({ code: codeOf(error) }, 'What waits could not be counted'),
    });
    try {
      const listening = await MetricsServer.open(page, { host, port });
      log.info(`Metrics at http://${host}:${port}/metrics`);
      return listening;
    } catch (error) {
      log.warn({ port, code: codeOf(error) }, 'There are no metrics: nothing can listen there');
      return undefined;
    }
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
