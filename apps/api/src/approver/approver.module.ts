import { Module } from '@nestjs/common';
import { ApproverController } from './approver.controller';
import { ApproverService } from './approver.service';
import { CoverageWarning } from './coverage-warning';

@Module({ controllers: [ApproverController], providers: [ApproverService, CoverageWarning] })
export class ApproverModule {}
