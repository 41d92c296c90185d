import { Module } from '@nestjs/common';
import { PortalController } from './portal.controller';
import { PortalCookie } from './portal-cookie';
import { PortalFilter } from './portal.filter';
import { PortalLinkController } from './portal-link.controller';
import { PortalRate } from './portal-rate';
import { PortalService } from './portal.service';

@Module({
  controllers: [PortalController, PortalLinkController],
  providers: [PortalService, PortalCookie, PortalRate, PortalFilter],
})
export class PortalModule {}
