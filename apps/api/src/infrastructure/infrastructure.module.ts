import { Global, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import {
  AccessFailureStore,
  ApiKeyAdminStore,
  ApiKeyStore,
  BackTestStore,
  AuditLogStore,
  BankFileOutcomeStore,
  ApprovalInboxStore,
  ApprovalStepStore,
  ApproverStore,
  BankFileStore,
  BankReturnStore,
  BreakerStore,
  CarrierInboxStore,
  ChangeFeedStore,
  CommandFactsStore,
  CreditNoteReadStore,
  CoverageStore,
  CreditReadStore,
  Database,
  DecidedStepStore,
  DelegationStore,
  DisputeEvidenceStore,
  DisputeInboxStore,
  DisputeOutcomeStore,
  DisputeStore,
  EvidenceStore,
  GatewayInboxStore,
  GatewayStateStore,
  HomeStore,
  InboxStore,
  KillSwitchStore,
  LawPackConfirmationStore,
  LegalMissesStore,
  MerchantStore,
  NoteStore,
  OperationsStore,
  openDatabase,
  openPatiently,
  PayeeStore,
  PortalAnswerStore,
  PortalLinkRequestStore,
  PortalLinkStore,
  PortalPageStore,
  PolicyPublicationStore,
  PolicyVersionStore,
  ProposalStore,
  ReconciliationStore,
  RefundCommandStore,
  RefundDraftStore,
  RefundIntakeStore,
  RefundExportStore,
  RefundReadStore,
  RefundWatchStore,
  ReportImportStore,
  ResolutionStore,
  ReviewAssignmentStore,
  ReviewStore,
  SaleStore,
  SavedViewStore,
  SearchStore,
  SignInStore,
  StaffSessionStore,
  StaffStore,
  StepEvidenceStore,
  ResendMessageStore,
  StepReminderStore,
  WebhookDeliveryStore,
  UnmaskPayeeStore,
  WebhookEndpointStore,
} from '@zikui/persistence';
import { temporalConnectionOptions } from '@zikui/process-client';
import { AfterAnswer } from '../answer/after-answer';
import { Env } from '../env';
import { RefundProcesses } from '../process/refund-processes';
import { Connectors } from './connectors';

const secretsOf = (env: Env) => ({
  masterKey: Buffer.from(env.MASTER_KEY, 'base64'),
  apiKeyPepper: env.API_KEY_PEPPER,
  gatewayKeySecret: env.GATEWAY_KEY_SECRET,
});
const durationsOf = (env: Env) => ({ lookUpsMs: env.REFUND_LOOK_UPS_MS, pendingLimitMs: env.REFUND_PENDING_LIMIT_MS });

/** A store that needs the database alone. */
const store = (type: new (database: Database) => object): Provider => ({
  provide: type,
  useFactory: (database: Database) => new type(database),
  inject: [Database],
});

const STORES: readonly Provider[] = [
  {
    provide: Database,
    useFactory: (env: Env) => {
      const options = { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, applicationName: 'zikui-api' };
      return openPatiently(() => openDatabase(options));
    },
    inject: [Env],
  },
  ...[CarrierInboxStore, CommandFactsStore, CreditNoteReadStore, CreditReadStore, InboxStore].map((type) =>
    store(type),
  ),
  ...[ProposalStore, RefundCommandStore, RefundExportStore, RefundReadStore, ResolutionStore].map((type) =>
    store(type),
  ),
  store(ReviewAssignmentStore),
  ...[DisputeEvidenceStore, DisputeInboxStore, DisputeOutcomeStore, DisputeStore].map((type) => store(type)),
  ...[ReconciliationStore, ReportImportStore, WebhookDeliveryStore].map((type) => store(type)),
  ...[
    AccessFailureStore,
    AuditLogStore,
    BackTestStore,
    BankFileOutcomeStore,
    BreakerStore,
    ChangeFeedStore,
    GatewayStateStore,
    HomeStore,
    KillSwitchStore,
    LawPackConfirmationStore,
    LegalMissesStore,
    OperationsStore,
    PolicyPublicationStore,
    PolicyVersionStore,
    RefundWatchStore,
    SavedViewStore,
    StaffStore,
  ].map((type) => store(type)),
  ...[ApprovalInboxStore, ApprovalStepStore, CoverageStore, DecidedStepStore, DelegationStore, StepReminderStore].map(
    (type) => store(type),
  ),
  ...[
    ApiKeyAdminStore,
    ApiKeyStore,
    ApproverStore,
    EvidenceStore,
    NoteStore,
    BankFileStore,
    MerchantStore,
    PayeeStore,
    PortalAnswerStore,
    PortalLinkRequestStore,
    PortalLinkStore,
    PortalPageStore,
    RefundDraftStore,
    ResendMessageStore,
    SaleStore,
    SearchStore,
    StaffSessionStore,
    StepEvidenceStore,
    UnmaskPayeeStore,
    WebhookEndpointStore,
  ].map((type): Provider => ({
    provide: type,
    useFactory: (database: Database, env: Env) => new type(database, secretsOf(env)),
    inject: [Database, Env],
  })),
  {
    provide: BankReturnStore,
    useFactory: (database: Database, env: Env) => new BankReturnStore(database, durationsOf(env)),
    inject: [Database, Env],
  },
  {
    provide: SignInStore,
    useFactory: (database: Database, sessions: StaffSessionStore) => new SignInStore(database, sessions),
    inject: [Database, StaffSessionStore],
  },
  {
    provide: GatewayInboxStore,
    useFactory: (database: Database, env: Env) => new GatewayInboxStore(database, { durations: durationsOf(env) }),
    inject: [Database, Env],
  },
  {
    provide: ReviewStore,
    useFactory: (database: Database, env: Env, { capabilities: gateways }: Connectors) =>
      new ReviewStore(database, { ...durationsOf(env), gateways }),
    inject: [Database, Env, Connectors],
  },
  {
    provide: RefundIntakeStore,
    useFactory: (database: Database, env: Env, { capabilities: gateways }: Connectors) =>
      new RefundIntakeStore(database, {
        ...secretsOf(env),
        durations: durationsOf(env),
        gateways,
        poolSize: env.DATABASE_POOL_SIZE,
      }),
    inject: [Database, Env, Connectors],
  },
];

/**
 * Lazy, so that this service boots, and accepts refunds, while Temporal is away. Without the package's own repeats inside
 * a call: what fails is stored and a relay repeats it, and a repeat that outlives our limit would meet a closed
 * connection at the end and take the process down.
 */
const PROCESSES: readonly Provider[] = [
  {
    provide: Connection,
    useFactory: (env: Env) =>
      Connection.lazy({ ...temporalConnectionOptions(), address: env.TEMPORAL_ADDRESS, interceptors: [] }),
    inject: [Env],
  },
  {
    provide: Client,
    useFactory: (connection: Connection, env: Env) => new Client({ connection, namespace: env.TEMPORAL_NAMESPACE }),
    inject: [Connection, Env],
  },
  RefundProcesses,
];

/** Everything that stands outside this process, opened once and closed in the right order. */
@Global()
@Module({})
export class InfrastructureModule implements OnApplicationShutdown {
  constructor(
    private readonly after: AfterAnswer,
    private readonly connection: Connection,
    private readonly database: Database,
  ) {}

  static with(env: Env): DynamicModule {
    const providers = [{ provide: Env, useValue: env }, AfterAnswer, Connectors, ...STORES, ...PROCESSES];
    return { module: InfrastructureModule, providers, exports: providers };
  }

  /** The last answers may still have work behind them: it ends before its connections do. */
  async onApplicationShutdown(): Promise<void> {
    await this.after.settled();
    await this.connection.close();
    await this.database.close();
  }
}
