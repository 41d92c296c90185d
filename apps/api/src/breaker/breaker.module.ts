import { Module } from '@nestjs/common';
import { BreakerController } from './breaker.controller';
import { BreakerService } from './breaker.service';

@Module({ controllers: [BreakerController], providers: [BreakerService] })
export class BreakerModule {}
