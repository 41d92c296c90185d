import path from 'node:path';
import { openDatabase } from '@zikui/persistence';
import { seedDemo } from '../seed/seed-demo';
import { Application, type ApplicationName } from './application';
import { applicationSpecs, type ApplicationSpecs, type StackPorts } from './application-specs';
import type { BackgroundProcess } from './background';
import { buildIfChanged } from './build';
import { LOCAL } from './folders';
import { KeepRunning } from './keep-running';
import { keptMerchants, placeOf } from './kept-merchants';
import { PortGiver } from './port';
import { signal } from './process';
import { PREFERRED_PORTS } from './preferred-ports';
import { ProcessBook } from './process-book';
import { progress } from './progress';
import { registerWebhooks } from './sandbox-accounts';
import { keptSecrets, storeSecretsOf } from './secrets';
import { bringDatabase, bringTemporal, type Keeper, type RunningDatabase, type RunningTemporal } from './servers';
import { removeStackFile, writeStackFile, type StackFile } from './state';

/** Held by the one start that may use this repository's data: two Temporal servers on one file would both start. */
export const startLock = path.join(LOCAL, 'start.lock');
export const processBook = (): ProcessBook => new ProcessBook(path.join(LOCAL, 'processes.json'));

/** The whole product on this machine. Every program is in the process book from its first moment on, so that `down` finds it. */
export class LocalStack {
  private readonly book = processBook();
  private readonly secrets = keptSecrets(LOCAL);
  private readonly kept: KeepRunning[] = [];
  private readonly pids: Record<string, number> = { start: process.pid };
  private readonly ports = new PortGiver((part, wanted, got) =>
    progress(`port ${wanted} is taken: ${part} listens on ${got}`),
  );
  private leaving = false;
  private shown: Omit<StackFile, 'pids'> | undefined;

  /** Brings everything up, with demo data, and writes the file by which other programs find it. */
  async up(): Promise<StackFile> {
    const [database, temporal, ports] = await allOf([
      bringDatabase(this.keeper, this.secrets),
      bringTemporal(this.keeper),
      this.choosePorts(),
      this.build(),
    ]);
    const specs = applicationSpecs({
      ports,
      databaseUrl: database.serviceUrl,
      temporal,
      secrets: this.secrets,
      logs: path.join(LOCAL, 'logs'),
      sandboxData: path.join(LOCAL, 'sandbox'),
    });
    await allOf([this.run('sandbox', specs), this.run('worker', specs), this.run('api', specs)]);
    this.shown = await this.describe(ports, database, temporal);
    for (const told of await seedDemo(this.stackFile(), temporal.namespace)) progress(told);
    writeStackFile(this.stackFile());
    return this.stackFile();
  }

  /** Stops everything in order; at any moment, also while it comes up. Tells the names. */
  async down(): Promise<readonly string[]> {
    this.leaving = true;
    for (const part of this.kept) part.leave();
    removeStackFile();
    return this.book.stopAll();
  }

  /** Ends everything at once. */
  abandon(): void {
    this.leaving = true;
    removeStackFile();
    this.book.endAll();
  }

  private readonly remember =
    (name: string) =>
    (pid: number): void => {
      this.pids[name] = pid;
      this.book.remember(name, pid);
      if (this.leaving) signal(pid, 'SIGKILL');
    };

  private readonly keep = async (name: string, begin: () => Promise<BackgroundProcess>): Promise<void> => {
    const onBack = (): void => {
      if (this.shown !== undefined && !this.leaving) writeStackFile(this.stackFile());
    };
    const part = new KeepRunning({ name, begin, tell: progress, onBack });
    this.kept.push(part);
    await part.start();
  };

  private readonly keeper: Keeper = { ports: this.ports, remember: this.remember, keep: this.keep };

  private async run(name: ApplicationName, specs: ApplicationSpecs): Promise<void> {
    const application = new Application(specs[name], this.remember(name));
    await this.keep(name, () => application.start());
    progress(`${name} is healthy`);
  }

  private async build(): Promise<void> {
    const built = await buildIfChanged(this.remember('build'));
    progress(built ? 'built sandbox, api, worker and the workflow bundle' : 'the build is up to date');
    delete this.pids['build'];
  }

  private async choosePorts(): Promise<StackPorts> {
    return {
      api: await this.ports.give('the api', PREFERRED_PORTS.api),
      worker: await this.ports.give('the worker', PREFERRED_PORTS.worker),
      sandbox: await this.ports.give('the sandbox', PREFERRED_PORTS.sandbox),
      smtp: await this.ports.give('the mail server', PREFERRED_PORTS.smtp),
      apiMetrics: await this.ports.give('the metrics of the api', PREFERRED_PORTS.apiMetrics),
      workerMetrics: await this.ports.give('the metrics of the worker', PREFERRED_PORTS.workerMetrics),
    };
  }

  private async describe(
    ports: StackPorts,
    { url, own }: RunningDatabase,
    temporal: RunningTemporal,
  ): Promise<Omit<StackFile, 'pids'>> {
    const api = `http://127.0.0.1:${ports.api}`;
    const gateway = `http://127.0.0.1:${ports.sandbox}`;
    const stores = storeSecretsOf(this.secrets);
    const database = await openDatabase({ url, poolSize: 2, applicationName: 'zikui-start' });
    const place = placeOf(url, own);
    const merchants = await keptMerchants({ folder: LOCAL, place, database, stores, secrets: this.secrets }).finally(
      () => database.close(),
    );
    for (const { slug, id } of Object.values(merchants))
      await registerWebhooks(gateway, api, { slug, id, ...this.secrets });
    return {
      api,
      console: api,
      temporal: temporal.address,
      temporalUi: temporal.ui ?? null,
      database: url,
      gateway,
      mailbox: `${gateway}/mailbox`,
      metrics: [ports.apiMetrics, ports.workerMetrics].map((port) => `http://127.0.0.1:${port}/metrics`),
      merchants: Object.fromEntries(
        Object.entries(merchants).map(([slug, { id, createKey, decideKey }]) => [slug, { id, createKey, decideKey }]),
      ),
    };
  }

  private stackFile(): StackFile {
    if (this.shown === undefined) throw new Error('The stack is not up yet');
    return { ...this.shown, pids: this.pids };
  }
}

/** Waits for all, also when one fails, so that nothing starts behind the back of the clean-up; then throws the first failure. */
async function allOf<T extends readonly Promise<unknown>[]>(
  parts: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}
