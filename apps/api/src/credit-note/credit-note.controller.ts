import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { CreditNoteDocument, Page } from '@zikui/persistence';
import { Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { CreditNoteIdPipe } from '../body/id.pipe';
import { Refuses } from '../docs/refuses.decorator';
import { CreditNoteFilterDto } from './credit-note-filter.dto';
import { CreditNoteDocumentResource, CreditNotePage } from './credit-note.resource';
import { CreditNoteService } from './credit-note.service';

@Controller('v1/credit-notes')
export class CreditNoteController {
  constructor(private readonly notes: CreditNoteService) {}

  @Get()
  @Scopes('refunds:read', 'refunds:decide', 'exports:read')
  @ApiOperation({
    summary: 'List credit notes and counter notes',
    description:
      'Newest first. `number` finds the one with that printed number. `next` is null on the last page. All given filters must hold.',
  })
  @ApiOkResponse({ type: CreditNotePage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() filter: CreditNoteFilterDto): Promise<Page<CreditNoteDocument>> {
    return this.notes.list(caller, filter);
  }

  @Get(':id')
  @Scopes('refunds:read', 'refunds:decide', 'exports:read')
  @ApiOperation({
    summary: 'Read a credit note or counter note',
    description: 'Complete as it is printed. An issued document never changes.',
  })
  @ApiOkResponse({ type: CreditNoteDocumentResource, description: 'The document.' })
  @Refuses('credit_note_not_found')
  find(@Caller() caller: Principal, @Param('id', CreditNoteIdPipe) id: string): Promise<CreditNoteDocument> {
    return this.notes.find(caller, id);
  }
}
