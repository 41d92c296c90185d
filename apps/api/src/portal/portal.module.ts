import { Module } from '@nestjs/common';
import { CustomerAnswerController } from './customer-answer.controller';
import { CustomerAnswerService } from './customer-answer.service';
import { PortalController } from './portal.controller';
import { PortalCookie } from './portal-cookie';
import { PortalFilter } from './portal.filter';
import { PortalLinkController } from './portal-link.controller';
import { PortalRate } from './portal-rate';
import { PortalService } from './portal.service';

@Module({
  controllers: [CustomerAnswerController, PortalController, PortalLinkController],
  providers: [CustomerAnswerService, PortalService, PortalCookie, PortalRate, PortalFilter],
})
export class PortalModule {}
