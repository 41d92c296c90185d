import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Metrics } from '@zikui/metrics';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from './access/access.module';
import { AnswerInterceptor } from './answer/answer.interceptor';
import { ApprovalModule } from './approval/approval.module';
import { AuditModule } from './audit/audit.module';
import { ApproverModule } from './approver/approver.module';
import { BankTransferModule } from './bank-transfer/bank-transfer.module';
import { BodyPipe } from './body/body.pipe';
import { BreakerModule } from './breaker/breaker.module';
import { CancellationModule } from './cancellation/cancellation.module';
import { CommandModule } from './command/command.module';
import { CreditModule } from './credit/credit.module';
import { CreditNoteModule } from './credit-note/credit-note.module';
import { DeadlineModule } from './deadline/deadline.module';
import { DelegationModule } from './delegation/delegation.module';
import { DisputeModule } from './dispute/dispute.module';
import { DocsModule } from './docs/docs.module';
import type { Env } from './env';
import { ProblemFilter } from './error/problem.filter';
import { EventModule } from './event/event.module';
import { GatewayModule } from './gateway/gateway.module';
import { HealthModule } from './health/health.module';
import { HomeModule } from './home/home.module';
import { InboxModule } from './inbox/inbox.module';
import { InfrastructureModule } from './infrastructure/infrastructure.module';
import { KillSwitchModule } from './kill-switch/kill-switch.module';
import { PolicyModule } from './policy/policy.module';
import { LawModule } from './law/law.module';
import { MessageModule } from './message/message.module';
import { NoteModule } from './note/note.module';
import { OperationsModule } from './operations/operations.module';
import { PortalModule } from './portal/portal.module';
import { OwnPageModule } from './own-page/own-page.module';
import { ProposalModule } from './proposal/proposal.module';
import { QuoteModule } from './quote/quote.module';
import { ReconciliationModule } from './reconciliation/reconciliation.module';
import { RefundModule } from './refund/refund.module';
import { logOf } from './request/request-log';
import { ReportModule } from './report/report.module';
import { ResolutionModule } from './resolution/resolution.module';
import { SalesModule } from './sales/sales.module';
import { SearchModule } from './search/search.module';
import { StreamModule } from './stream/stream.module';
import { WebModule } from './web/web.module';
import { WebhookEndpointModule } from './webhook-endpoint/webhook-endpoint.module';
import { WebhookModule } from './webhook/webhook.module';

const FEATURES = [
  SalesModule,
  QuoteModule,
  LawModule,
  RefundModule,
  ApprovalModule,
  InboxModule,
  DeadlineModule,
  DelegationModule,
  ApproverModule,
  MessageModule,
  NoteModule,
  PortalModule,
  CancellationModule,
  CommandModule,
  ResolutionModule,
  ProposalModule,
  PolicyModule,
  DisputeModule,
  EventModule,
  StreamModule,
  SearchModule,
  HomeModule,
  OperationsModule,
  OwnPageModule,
  CreditModule,
  CreditNoteModule,
  BankTransferModule,
  ReconciliationModule,
  ReportModule,
  KillSwitchModule,
  BreakerModule,
  GatewayModule,
  WebhookModule,
  WebhookEndpointModule,
  AuditModule,
];

@Module({})
export class ApiModule {
  static with(env: Env): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        LoggerModule.forRoot(logOf(env)),
        InfrastructureModule.with(env),
        AccessModule,
        HealthModule,
        DocsModule,
        WebModule,
        ...FEATURES,
      ],
      providers: [
        { provide: Metrics, useFactory: () => new Metrics(env, 'zikui-api-metrics', new Logger('Metrics')) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_PIPE, useClass: BodyPipe },
      ],
    };
  }
}
