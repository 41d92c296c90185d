import { Module } from '@nestjs/common';
import { RefundModule } from '../refund/refund.module';
import { InboxController } from './inbox.controller';
import { InboxService } from './inbox.service';

@Module({ imports: [RefundModule], controllers: [InboxController], providers: [InboxService] })
export class InboxModule {}
