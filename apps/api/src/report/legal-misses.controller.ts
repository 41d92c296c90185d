import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { LegalMisses } from '@zikui/persistence';
import { Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { LegalMissesDto } from './legal-misses.dto';
import { LegalMissesReport } from './legal-misses.resource';
import { LegalMissesService } from './legal-misses.service';

@Controller('v1/reports/legal_misses')
export class LegalMissesController {
  constructor(private readonly misses: LegalMissesService) {}

  @Get()
  @Scopes('exports:read')
  @ApiOperation({
    summary: 'Legal dates that were missed',
    description:
      'Refunds to which there is a legal right, by the last day on which their money was due: how many, and how many were not paid by then.',
  })
  @ApiOkResponse({
    type: LegalMissesReport,
    description: 'By day and currency; days on which nothing was due are left out.',
  })
  @Refuses()
  byDay(
    @Caller() caller: Principal,
    @Query() days: LegalMissesDto,
  ): Promise<Readonly<{ items: readonly LegalMisses[] }>> {
    return this.misses.byDay(caller, days);
  }
}
