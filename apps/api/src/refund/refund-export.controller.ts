import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { HowAsked, type Asked } from '../request/asked.decorator';
import { RefundExportDto } from './refund-export.dto';
import { RefundExportService } from './refund-export.service';

@Controller('v1/refunds/export')
export class RefundExportController {
  constructor(private readonly exports: RefundExportService) {}

  @Get()
  @ForStaff('refund.export')
  @ApiOperation({
    summary: 'Export refunds',
    description:
      'The list as comma-separated values (RFC 4180, UTF-8 with a byte order mark): amounts in minor units and as decimals beside their currency, no field that a spreadsheet takes for a formula, nothing that tells who a person is. The first 10,000; where there are more, the last line says so. That it was taken stands in the audit log.',
  })
  @ApiOkResponse({ description: 'The table.', content: { 'text/csv': { schema: { type: 'string' } } } })
  @Refuses()
  export(
    @Caller() caller: Principal,
    @HowAsked() asked: Asked,
    @Query() list: RefundExportDto,
  ): Promise<StreamableFile> {
    return this.exports.export(caller, asked, list);
  }
}
