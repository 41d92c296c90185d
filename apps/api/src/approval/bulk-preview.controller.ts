import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { BODY_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { BulkPreviewDto } from './bulk-preview.dto';
import { BulkPreviewResource, type BulkPreview } from './bulk-preview.resource';
import { BulkPreviewService } from './bulk-preview.service';

@Controller('v1/approvals/decisions/preview')
export class BulkPreviewController {
  constructor(private readonly previews: BulkPreviewService) {}

  @Post()
  @HttpCode(200)
  @Scopes('refunds:decide')
  @ForStaff('refund.decide')
  @ApiOperation({
    summary: 'What deciding many would come to',
    description:
      'Of up to 50 steps, one of each refund: which of them you may decide so, why not the others, and the sum of those that you may. Writes nothing and needs no Idempotency-Key.',
  })
  @ApiOkResponse({ type: BulkPreviewResource, description: 'As it stands now.' })
  @Refuses(...BODY_REFUSALS)
  preview(@Caller() principal: Principal, @Body() body: BulkPreviewDto): Promise<BulkPreview> {
    return this.previews.preview(principal, body);
  }
}
