import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { CancellationController } from './cancellation.controller';
import { CancellationService } from './cancellation.service';

@Module({ imports: [CommandModule], controllers: [CancellationController], providers: [CancellationService] })
export class CancellationModule {}
