import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessFailureStore } from '@zikui/persistence';
import { Env } from '../env';
import { AccessGuard } from './access.guard';
import { ApiKeyController } from './api-key.controller';
import { ApiKeyService } from './api-key.service';
import { FailedKeys } from './failed-keys';
import { IdentityProvider } from './identity-provider';
import { KeyDoor } from './key-door';
import { KeyUses } from './key-uses';
import { MeController } from './me.controller';
import { MeService } from './me.service';
import { RateLimits } from './rate-limits';
import { SessionCookie } from './session-cookie';
import { SessionRenewal } from './session-renewal';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { StaffController } from './staff.controller';
import { StaffDoor } from './staff-door';
import { StaffService } from './staff.service';

@Module({
  controllers: [ApiKeyController, MeController, SignInController, StaffController],
  providers: [
    RateLimits,
    {
      provide: FailedKeys,
      useFactory: ({ FAILED_KEYS_PER_MINUTE: most }: Env, failures: AccessFailureStore) =>
        new FailedKeys(most, (address) => failures.failed(address, most)),
      inject: [Env, AccessFailureStore],
    },
    ...[KeyDoor, KeyUses, SessionCookie, SessionRenewal, StaffDoor, IdentityProvider],
    ...[ApiKeyService, MeService, SignInService, StaffService],
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
export class AccessModule {}
