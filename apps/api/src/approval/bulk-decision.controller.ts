import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { HowAsked, type Asked } from '../request/asked.decorator';
import { BulkDecisionDto } from './bulk-decision.dto';
import { DecidedItems, type DecidedItem } from './bulk-decision.resource';
import { BulkDecisionService } from './bulk-decision.service';

@Controller('v1/approvals/decisions')
export class BulkDecisionController {
  constructor(private readonly decisions: BulkDecisionService) {}

  @Post()
  @HttpCode(200)
  @Scopes('refunds:decide')
  @ForStaff('refund.decide')
  @ApiOperation({
    summary: 'Approve or reject many',
    description:
      'Up to 50, one step of each refund. Every one is bound to the `snapshotHash` that was read and judged by itself; the answer tells for each what became of it. With `total` the sum of them all has to be that, or nothing is decided; `POST /v1/approvals/decisions/preview` says it before.',
  })
  @ApiOkResponse({ type: DecidedItems, description: 'What became of each.' })
  @Refuses('sum_differs', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  decideAll(
    @Caller() principal: Principal,
    @HowAsked() asked: Asked,
    @IdempotencyKey() key: string,
    @Body() body: BulkDecisionDto,
  ): Promise<Readonly<{ items: readonly DecidedItem[] }>> {
    return this.decisions.decideAll({ principal, asked }, { key, body });
  }
}
