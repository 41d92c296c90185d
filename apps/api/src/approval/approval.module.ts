import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { ApprovalController } from './approval.controller';
import { ApprovalService } from './approval.service';
import { BulkDecisionController } from './bulk-decision.controller';
import { BulkDecisionService } from './bulk-decision.service';

@Module({
  imports: [CommandModule],
  controllers: [ApprovalController, BulkDecisionController],
  providers: [ApprovalService, BulkDecisionService],
})
export class ApprovalModule {}
