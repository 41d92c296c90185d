import type { IncomingMessage } from 'node:http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { DifferenceView, Page, ReconciliationView } from '@zikui/persistence';
import { CreatingScopes, ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { ReconciliationIdPipe } from '../body/id.pipe';
import { PagingDto } from '../body/paging.dto';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { ReconciliationDto, ReportDto } from './reconciliation.dto';
import { DifferencePage, ReconciliationPage, ReconciliationResource } from './reconciliation.resource';
import { ReconciliationService } from './reconciliation.service';
import { ReportBody } from './report-body.decorator';

@Controller('v1/reconciliations')
export class ReconciliationController {
  constructor(private readonly reconciliations: ReconciliationService) {}

  @Post()
  @HttpCode(202)
  @CreatingScopes('exports:read')
  @ForStaff('reconciliation.start')
  @ApiOperation({
    summary: 'Compare an account with its gateway',
    description:
      "The gateway's own list, our transfers and the ledger, over one local day. Every account is also compared by itself each day. Read the outcome at `Location`.",
  })
  @ApiAcceptedResponse({ type: ReconciliationResource, description: 'Written down; it begins at once.' })
  @Refuses('gateway_not_configured', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  request(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: ReconciliationDto,
  ): Promise<Answer<ReconciliationView>> {
    return this.reconciliations.request(caller, body, key);
  }

  @Post('reports')
  @HttpCode(202)
  @CreatingScopes('exports:read')
  @ForStaff('reconciliation.start')
  @ApiOperation({
    summary: 'Import a settlement report and compare it',
    description:
      'UTF-8 CSV with a header, at most 20 MB, in our own columns or as Stripe makes it (docs/reconciliation.md). The same report is imported once. A fault names its line and column, and nothing is kept.',
  })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ type: ReconciliationResource, description: 'Imported; the comparison begins at once.' })
  @Refuses(
    'gateway_not_configured',
    'report_invalid',
    'body_too_large',
    'unsupported_media_type',
    'invalid_field',
    'unknown_field',
    ...KEYED_REFUSALS,
  )
  importReport(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Query() report: ReportDto,
    @ReportBody() body: IncomingMessage,
  ): Promise<Answer<ReconciliationView>> {
    return this.reconciliations.importReport(caller, report, key, body);
  }

  @Get()
  @Scopes('exports:read')
  @ForStaff('reconciliation.read')
  @ApiOperation({ summary: 'List comparisons', description: 'Newest first. `next` is null on the last page.' })
  @ApiOkResponse({ type: ReconciliationPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() paging: PagingDto): Promise<Page<ReconciliationView>> {
    return this.reconciliations.list(caller, paging);
  }

  @Get(':id')
  @Scopes('exports:read')
  @ForStaff('reconciliation.read')
  @ApiOperation({ summary: 'Read a comparison', description: 'With its totals per currency.' })
  @ApiOkResponse({ type: ReconciliationResource, description: 'The comparison.' })
  @Refuses('reconciliation_not_found')
  find(@Caller() caller: Principal, @Param('id', ReconciliationIdPipe) id: string): Promise<ReconciliationView> {
    return this.reconciliations.find(caller, id);
  }

  @Get(':id/differences')
  @Scopes('exports:read')
  @ForStaff('reconciliation.read')
  @ApiOperation({
    summary: 'What differs',
    description: 'In the order in which each was first seen, with its kind, owner and age; resolved ones too.',
  })
  @ApiOkResponse({ type: DifferencePage, description: 'One page.' })
  @Refuses('reconciliation_not_found')
  differences(
    @Caller() caller: Principal,
    @Param('id', ReconciliationIdPipe) id: string,
    @Query() paging: PagingDto,
  ): Promise<Page<DifferenceView>> {
    return this.reconciliations.differences(caller, id, paging);
  }
}
