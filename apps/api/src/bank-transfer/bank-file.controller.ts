import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { BankFileView, FoundBankFile, Page } from '@zikui/persistence';
import { CreatingScopes, ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { BankFileIdPipe } from '../body/id.pipe';
import { PagingDto } from '../body/paging.dto';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { ShownProposal } from '../proposal/proposal-links';
import { ProposalResource } from '../proposal/proposal.resource';
import { BankFileDto, BankFileOutcomesDto } from './bank-file.dto';
import { BankFilePage, BankFileResource, FoundBankFileResource } from './bank-transfer.resource';
import { BankTransferService } from './bank-transfer.service';

@Controller('v1/bank-files')
export class BankFileController {
  constructor(private readonly bankTransfers: BankTransferService) {}

  @Post()
  @CreatingScopes('refunds:decide')
  @ForStaff('bank_file.make')
  @ApiOperation({
    summary: 'Make a bank file',
    description:
      'Collects the approved bank transfers of one legal entity and currency that stand in no file yet, at most 1,000, and moves them to `pending`. A transfer stands in exactly one file. What the bank did is then stated by two people: `mark_settled` or `mark_declined`.',
  })
  @ApiCreatedResponse({
    type: BankFileResource,
    description: 'Made; download it at `/content`. The same for a repeat.',
  })
  @Refuses('nothing_to_export', 'legal_entity_unknown', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  make(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: BankFileDto,
  ): Promise<Answer<BankFileView>> {
    return this.bankTransfers.exportFile(caller, body, key);
  }

  @Get()
  @Scopes('refunds:decide', 'exports:read')
  @ForStaff('bank_file.read')
  @ApiOperation({ summary: 'List bank files', description: 'Newest first. `next` is null on the last page.' })
  @ApiOkResponse({ type: BankFilePage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() paging: PagingDto): Promise<Page<BankFileView>> {
    return this.bankTransfers.listFiles(caller, paging);
  }

  @Get(':id')
  @Scopes('refunds:decide', 'exports:read')
  @ForStaff('bank_file.read')
  @ApiOperation({ summary: 'Read a bank file', description: 'With its transfers; payees are masked.' })
  @ApiOkResponse({ type: FoundBankFileResource, description: 'The file and what stands in it.' })
  @Refuses('bank_file_not_found')
  find(@Caller() caller: Principal, @Param('id', BankFileIdPipe) id: string): Promise<FoundBankFile> {
    return this.bankTransfers.findFile(caller, id);
  }

  @Post(':id/outcomes')
  @Scopes('refunds:decide')
  @HttpCode(201)
  @ApiOperation({
    summary: 'State what the bank did with many transfers of a file',
    description:
      'It becomes one proposal, which a second person confirms once. Each line then has its own end: `statement` of the file’s items. A line that was answered in between, or that its refund does not allow, is refused and leaves the others alone.',
  })
  @ApiCreatedResponse({ type: ProposalResource, description: 'Proposed. A second person has to confirm.' })
  @Refuses('bank_file_not_found', 'invalid_state', 'proposal_exists', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  state(
    @Caller() caller: Principal,
    @Param('id', BankFileIdPipe) bankFileId: string,
    @IdempotencyKey() key: string,
    @Body() body: BankFileOutcomesDto,
  ): Promise<Answer<ShownProposal>> {
    return this.bankTransfers.stateOutcomes(caller, { bankFileId, key, body });
  }

  @Get(':id/content')
  @Scopes('refunds:decide')
  @ForStaff('bank_file.make')
  @ApiOperation({
    summary: 'Download a bank file',
    description: 'The same bytes each time, with bank details in clear, for finance. Each download is written down.',
  })
  @ApiProduces('application/xml', 'text/csv')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'pain.001.001.09, or CSV.' })
  @Refuses('bank_file_not_found', 'bank_file_erased')
  content(@Caller() caller: Principal, @Param('id', BankFileIdPipe) id: string): Promise<Answer<StreamableFile>> {
    return this.bankTransfers.content(caller, id);
  }
}
