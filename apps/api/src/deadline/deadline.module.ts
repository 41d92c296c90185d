import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { DeadlineController } from './deadline.controller';
import { DeadlineService } from './deadline.service';

@Module({ imports: [CommandModule], controllers: [DeadlineController], providers: [DeadlineService] })
export class DeadlineModule {}
