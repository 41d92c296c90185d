import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { RefundModule } from '../refund/refund.module';
import { ResolutionController } from './resolution.controller';
import { ResolutionService } from './resolution.service';
import { ReviewAssignmentController } from './review-assignment.controller';
import { ReviewAssignmentService } from './review-assignment.service';
import { ReviewController } from './review.controller';

@Module({
  imports: [CommandModule, RefundModule],
  controllers: [ResolutionController, ReviewAssignmentController, ReviewController],
  providers: [ResolutionService, ReviewAssignmentService],
})
export class ResolutionModule {}
