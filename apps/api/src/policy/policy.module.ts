import { Module } from '@nestjs/common';
import { BackTestController } from './back-test.controller';
import { BackTestService } from './back-test.service';
import { PolicyController } from './policy.controller';
import { PolicyService } from './policy.service';

@Module({ controllers: [PolicyController, BackTestController], providers: [PolicyService, BackTestService] })
export class PolicyModule {}
