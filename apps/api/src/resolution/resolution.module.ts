import { Module } from '@nestjs/common';
import { CommandModule } from '../command/command.module';
import { ResolutionController } from './resolution.controller';
import { ResolutionService } from './resolution.service';
import { ReviewController } from './review.controller';

@Module({
  imports: [CommandModule],
  controllers: [ResolutionController, ReviewController],
  providers: [ResolutionService],
})
export class ResolutionModule {}
