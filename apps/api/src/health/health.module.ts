import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { HealthService } from './health.service';
import { ReadinessProbe } from './readiness';

@Module({ controllers: [HealthController], providers: [HealthService, ReadinessProbe], exports: [ReadinessProbe] })
export class HealthModule {}
