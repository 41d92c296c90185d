import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { ApprovalController } from './approval.controller';
import { ApprovalService } from './approval.service';
import { BulkDecisionController } from './bulk-decision.controller';
import { BulkDecisionService } from './bulk-decision.service';
import { RefundModule } from '../refund/refund.module';
import { StepEvidenceController } from './step-evidence.controller';
import { StepEvidenceService } from './step-evidence.service';

@Module({
  imports: [CommandModule, RefundModule],
  controllers: [ApprovalController, BulkDecisionController, StepEvidenceController],
  providers: [ApprovalService, BulkDecisionService, StepEvidenceService],
})
export class ApprovalModule {}
