import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { ProposalController } from './proposal.controller';
import { ProposalService } from './proposal.service';

@Module({ imports: [CommandModule], controllers: [ProposalController], providers: [ProposalService] })
export class ProposalModule {}
