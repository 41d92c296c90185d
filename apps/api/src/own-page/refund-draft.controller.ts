import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { RefundDraftStore, type RefundDraft } from '@zikui/persistence';
import { ForStaff } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefPipe } from '../body/id.pipe';
import { BODY_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { RefundDraftDto } from './own-page.dto';
import { RefundDraftResource } from './own-page.resource';
import { OwnPageService } from './own-page.service';

@Controller('v1/refund-drafts/:id')
export class RefundDraftController {
  constructor(
    private readonly own: OwnPageService,
    private readonly drafts: RefundDraftStore,
  ) {}

  @Put()
  @ForStaff('refund.create')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Keep a form that I have begun',
    description:
      'Under a name that the page chooses, for 24 hours, encrypted, for me alone. Twenty of one person; beyond that the oldest goes.',
  })
  @ApiNoContentResponse({ description: 'Kept. The same for a repeat.' })
  @Refuses(...BODY_REFUSALS)
  keep(@Caller() caller: Principal, @Param('id', RefPipe) id: string, @Body() { form }: RefundDraftDto): Promise<void> {
    return this.drafts.keep(caller, id, form);
  }

  @Get()
  @ForStaff('refund.create')
  @ApiOperation({ summary: 'Go on with a form', description: 'As it was kept last.' })
  @ApiOkResponse({ type: RefundDraftResource, description: 'The form.' })
  @Refuses('not_found')
  find(@Caller() caller: Principal, @Param('id', RefPipe) id: string): Promise<RefundDraft> {
    return this.own.draft(caller, id);
  }

  @Delete()
  @ForStaff('refund.create')
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw a form away', description: 'At once.' })
  @ApiNoContentResponse({ description: 'Gone.' })
  @Refuses('not_found')
  drop(@Caller() caller: Principal, @Param('id', RefPipe) id: string): Promise<void> {
    return this.own.dropDraft(caller, id);
  }
}
