import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { ApprovalController } from './approval.controller';
import { ApprovalService } from './approval.service';

@Module({ imports: [CommandModule], controllers: [ApprovalController], providers: [ApprovalService] })
export class ApprovalModule {}
