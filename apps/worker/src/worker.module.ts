import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { Metrics } from '@zikui/metrics';
import { LoggerModule } from 'nestjs-pino';
import { AuditSeals } from './audit/audit-seals';
import { BankDetailsEraser } from './bank-transfer/bank-details-eraser';
import type { Env } from './env';
import { HealthServer } from './health/health-server';
import { Readiness } from './health/readiness';
import { InfrastructureModule } from './infrastructure/infrastructure.module';
import { RefundDraftEraser } from './own-page/refund-draft-eraser';
import { BackTestRelay } from './relay/back-test.relay';
import { CommandRelay } from './relay/command.relay';
import { DeadlineRelay } from './relay/deadline.relay';
import { HoldRelay } from './relay/hold.relay';
import { InboxRelay } from './relay/inbox.relay';
import { NoticeRelay } from './relay/notice.relay';
import { OwnMessageRelay } from './relay/own-message.relay';
import { OutboxRelay } from './relay/outbox.relay';
import { OutboxSignalRelay } from './relay/outbox-signal.relay';
import { Relay } from './relay/relay';
import { StaffMessageRelay } from './relay/staff-message.relay';
import { UnmatchedRelay } from './relay/unmatched.relay';
import { ReconciliationSchedule } from './temporal/schedule';
import { WorkerRunner } from './temporal/worker-runner';
import { WebhookRelay } from './webhook/webhook.relay';

/** The worker: Temporal workers by role, the relay, and a small health server. */
@Module({})
export class WorkerModule {
  static with(env: Env): DynamicModule {
    return {
      module: WorkerModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { level: env.LOG_LEVEL } }), InfrastructureModule.with(env)],
      providers: [
        WorkerRunner,
        Readiness,
        HealthServer,
        { provide: Metrics, useFactory: () => new Metrics(env, 'zikui-worker-metrics', new Logger('Metrics')) },
        OutboxRelay,
        UnmatchedRelay,
        InboxRelay,
        CommandRelay,
        OutboxSignalRelay,
        HoldRelay,
        BackTestRelay,
        DeadlineRelay,
        NoticeRelay,
        StaffMessageRelay,
        OwnMessageRelay,
        Relay,
        WebhookRelay,
        ReconciliationSchedule,
        AuditSeals,
        BankDetailsEraser,
        RefundDraftEraser,
      ],
    };
  }
}
