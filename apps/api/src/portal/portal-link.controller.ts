import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { PortalLinkStore } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefundIdPipe } from '../body/id.pipe';
import { Refuses } from '../docs/refuses.decorator';

@Controller('v1/refunds/:id/portal-links')
export class PortalLinkController {
  constructor(private readonly links: PortalLinkStore) {}

  @Delete()
  @HttpCode(204)
  @Scopes('refunds:create')
  @ForStaff('portal.revoke')
  @ApiOperation({
    summary: "Take back a customer's links",
    description:
      'Every link to the page of this refund that was sent until now stops to work at once, also where it was opened before. Later messages carry new ones. Safe to repeat.',
  })
  @ApiNoContentResponse({ description: 'None of them works any more.' })
  @Refuses('refund_not_found')
  revoke(@Caller() caller: Principal, @Param('id', RefundIdPipe) refundId: string): Promise<void> {
    return this.links.revoke(caller, refundId);
  }
}
