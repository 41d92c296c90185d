import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { SaleView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { RefPipe } from '../body/id.pipe';
import { BODY_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { SaleDto } from './sale.dto';
import { SaleResource } from './sale.resource';
import { SaleService } from './sale.service';

@Controller('v1/sales')
export class SaleController {
  constructor(private readonly sales: SaleService) {}

  @Put(':saleRef')
  @Scopes('sales:write')
  @ApiOperation({
    summary: 'Register or replace a sale',
    description:
      'The snapshot of what was bought and paid: the only source of amounts. 201 when it is new, 200 when it was there. After its first refund only dates, invoice and contact that were empty can be filled in.',
  })
  @ApiCreatedResponse({ type: SaleResource, description: 'New.' })
  @ApiOkResponse({ type: SaleResource, description: 'Replaced, or as it was.' })
  @Refuses(
    'sale_unbalanced',
    'sale_locked',
    'gateway_unknown',
    'gateway_not_configured',
    'invalid_amount',
    'invalid_quantity',
    ...BODY_REFUSALS,
  )
  put(
    @Caller() caller: Principal,
    @Param('saleRef', RefPipe) saleRef: string,
    @Body() body: SaleDto,
  ): Promise<Answer<SaleView>> {
    return this.sales.put(caller, saleRef, body);
  }

  @Get(':saleRef')
  @Scopes('sales:write', 'refunds:read')
  @ForStaff('sale.read')
  @ApiOperation({
    summary: 'Read a sale',
    description: 'As it was told, with what refunds and disputes hold of each payment.',
  })
  @ApiOkResponse({ type: SaleResource, description: 'The sale.' })
  @Refuses('sale_not_found')
  find(@Caller() caller: Principal, @Param('saleRef', RefPipe) saleRef: string): Promise<SaleView> {
    return this.sales.find(caller, saleRef);
  }
}
