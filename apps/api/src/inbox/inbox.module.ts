import { Module } from '@nestjs/common';
import { RefundModule } from '../refund/refund.module';
import { InboxController } from './inbox.controller';
import { InboxService } from './inbox.service';
import { ReminderController } from './reminder.controller';

@Module({ imports: [RefundModule], controllers: [InboxController, ReminderController], providers: [InboxService] })
export class InboxModule {}
