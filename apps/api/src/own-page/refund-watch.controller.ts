import { Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { RefundWatchStore } from '@zikui/persistence';
import { ForStaff } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefundIdPipe } from '../body/id.pipe';
import { Refuses } from '../docs/refuses.decorator';

@Controller('v1/refunds/:id/watch')
export class RefundWatchController {
  constructor(private readonly watches: RefundWatchStore) {}

  @Put()
  @ForStaff('refund.follow')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Follow a refund',
    description: '`GET /v1/home` then tells me what became of it since I was here last.',
  })
  @ApiNoContentResponse({ description: 'I follow it. The same for a repeat.' })
  @Refuses('refund_not_found', 'invalid_state')
  begin(@Caller() caller: Principal, @Param('id', RefundIdPipe) refundId: string): Promise<void> {
    return this.watches.begin(caller, refundId);
  }

  @Delete()
  @ForStaff('refund.follow')
  @HttpCode(204)
  @ApiOperation({ summary: 'Follow a refund no more', description: 'Safe to repeat.' })
  @ApiNoContentResponse({ description: 'I do not follow it.' })
  @Refuses('refund_not_found')
  end(@Caller() caller: Principal, @Param('id', RefundIdPipe) refundId: string): Promise<void> {
    return this.watches.end(caller, refundId);
  }
}
