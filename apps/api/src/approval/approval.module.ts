import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { ApprovalController } from './approval.controller';
import { ApprovalService } from './approval.service';
import { BulkDecisionController } from './bulk-decision.controller';
import { BulkDecisionService } from './bulk-decision.service';
import { BulkPreviewController } from './bulk-preview.controller';
import { BulkPreviewService } from './bulk-preview.service';
import { RefundModule } from '../refund/refund.module';
import { StepEvidenceController } from './step-evidence.controller';
import { StepEvidenceService } from './step-evidence.service';

@Module({
  imports: [CommandModule, RefundModule],
  controllers: [ApprovalController, BulkDecisionController, BulkPreviewController, StepEvidenceController],
  providers: [ApprovalService, BulkDecisionService, BulkPreviewService, StepEvidenceService],
})
export class ApprovalModule {}
