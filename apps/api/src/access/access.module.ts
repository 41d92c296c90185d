import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Env } from '../env';
import { ApiKeyGuard } from './api-key.guard';
import { FailedKeys } from './failed-keys';
import { RateLimits } from './rate-limits';

@Module({
  providers: [
    RateLimits,
    { provide: FailedKeys, useFactory: (env: Env) => new FailedKeys(env.FAILED_KEYS_PER_MINUTE), inject: [Env] },
    { provide: APP_GUARD, useClass: ApiKeyGuard },
  ],
})
export class AccessModule {}
