import { Module } from '@nestjs/common';
import { RefundModule } from '../refund/refund.module';
import { CommandController } from './command.controller';
import { CommandLinks } from './command-links';
import { CommandService } from './command.service';

@Module({
  imports: [RefundModule],
  controllers: [CommandController],
  providers: [CommandLinks, CommandService],
  exports: [CommandService],
})
export class CommandModule {}
