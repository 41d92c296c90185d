import { Global, Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { createSmtpMailer, type ConnectorLog } from '@zikui/connectors';
import {
  AuditSealStore,
  BackTestRunStore,
  CarrierInboxStore,
  Database,
  DeadlineClockStore,
  DueHoldStore,
  DisputeInboxStore,
  EndpointNoticeStore,
  EraseBankDetailsStore,
  GatewayInboxStore,
  InboxStore,
  openDatabase,
  openPatiently,
  OutboxSignalStore,
  MessageStore,
  OutboxStore,
  OwnMessageStore,
  RefundCommandStore,
  RefundDraftStore,
  RefundReadStore,
  StaffMessageStore,
  WebhookDispatchStore,
} from '@zikui/persistence';
import { temporalConnectionOptions } from '@zikui/process-client';
import { Env } from '../env';
import { MailConnections } from './mail-connections';
import { processStates } from '../temporal/process-states';
import { wireActivities } from '../temporal/activities';
import { workerSpecs } from '../temporal/worker-specs';
import { WorkerSpecs } from '../temporal/worker-specs.provider';

const log = new Logger('Connectors');
const CONNECTOR_LOG: ConnectorLog = {
  info: (fields, message) => log.log(fields, message),
  warn: (fields, message) => log.warn(fields, message),
};
const store = (type: new (database: Database) => object) => ({
  provide: type,
  useFactory: (database: Database) => new type(database),
  inject: [Database],
});

/** Everything that stands outside this process, opened once and closed after the workers have drained. */
@Global()
@Module({})
export class InfrastructureModule implements OnApplicationShutdown {
  constructor(
    private readonly connection: Connection,
    private readonly database: Database,
    private readonly mail: MailConnections,
  ) {}

  static with(env: Env): DynamicModule {
    const providers = [
      { provide: Env, useValue: env },
      {
        provide: Database,
        useFactory: () => {
          const options = { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, applicationName: 'zikui-worker' };
          return openPatiently(() => openDatabase(options));
        },
      },
      {
        provide: MailConnections,
        useFactory: () => new MailConnections(createSmtpMailer({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM })),
      },
      {
        provide: WorkerSpecs,
        useFactory: (database: Database, { mailer }: MailConnections, client: Client) => {
          const outside = { database, mailer, log: CONNECTOR_LOG, states: processStates(client) };
          return new WorkerSpecs(workerSpecs(env, wireActivities(env, outside)));
        },
        inject: [Database, MailConnections, Client],
      },
      ...[AuditSealStore, EndpointNoticeStore, RefundDraftStore, StaffMessageStore, WebhookDispatchStore].map(
        (type) => ({
          provide: type,
          useFactory: (database: Database) => new type(database, { masterKey: Buffer.from(env.MASTER_KEY, 'base64') }),
          inject: [Database],
        }),
      ),
      {
        provide: MessageStore,
        useFactory: (database: Database) =>
          new MessageStore(database, { masterKey: Buffer.from(env.MASTER_KEY, 'base64') }, env.PUBLIC_URL),
        inject: [Database],
      },
      // Lazy, so that the process boots, and says that it is not ready, while Temporal is away.
      { provide: Connection, useFactory: () => Connection.lazy(temporalConnectionOptions()) },
      {
        provide: Client,
        useFactory: (connection: Connection) => new Client({ connection, namespace: env.TEMPORAL_NAMESPACE }),
        inject: [Connection],
      },
      {
        provide: GatewayInboxStore,
        useFactory: (database: Database) => new GatewayInboxStore(database, { unmatchedForMs: env.UNMATCHED_FOR_MS }),
        inject: [Database],
      },
      ...[
        BackTestRunStore,
        CarrierInboxStore,
        DeadlineClockStore,
        DueHoldStore,
        DisputeInboxStore,
        EraseBankDetailsStore,
        InboxStore,
        OutboxSignalStore,
        OutboxStore,
        OwnMessageStore,
        RefundCommandStore,
        RefundReadStore,
      ].map(store),
    ];
    return { module: InfrastructureModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    this.mail.mailer.close();
    await this.connection.close();
    await this.database.close();
  }
}
