import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { DecidedStep, DueList, Inbox, Page } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefundIdPipe } from '../body/id.pipe';
import { PagingDto } from '../body/paging.dto';
import { BODY_REFUSALS, Refuses } from '../docs/refuses.decorator';
import type { ShownRefund } from '../refund/refund-links';
import { RefundResource } from '../refund/refund.resource';
import { AssignmentDto } from './assignment.dto';
import { InboxDto } from './inbox.dto';
import { DecidedPage } from './decided.resource';
import { DueWithOthersList } from './due.resource';
import { InboxPage } from './inbox.resource';
import { InboxService } from './inbox.service';

@Controller('v1')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get('approvals')
  @Scopes('refunds:decide')
  @ForStaff('refund.decide')
  @ApiOperation({
    summary: 'Approvals that wait for you',
    description:
      'Open steps that you may decide now, by your own authority or a delegated one, without those that you have put aside for a while; what is due first comes first. A page may be shorter than its limit: `next` says whether there is more.',
  })
  @ApiOkResponse({ type: InboxPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() query: InboxDto): Promise<Inbox> {
    return this.inbox.list(caller, query);
  }

  @Get('approvals/decided')
  @Scopes('refunds:decide')
  @ForStaff('refund.decide')
  @ApiOperation({
    summary: 'What you have decided',
    description:
      'Steps that you decided in person, with whoever’s authority, and by keys of yours, newest first; each with what became of its refund.',
  })
  @ApiOkResponse({ type: DecidedPage, description: 'One page.' })
  @Refuses()
  decided(@Caller() caller: Principal, @Query() paging: PagingDto): Promise<Page<DecidedStep>> {
    return this.inbox.decidedBy(caller, paging);
  }

  @Get('approvals/due')
  @Scopes('refunds:decide')
  @ForStaff('refund.decide')
  @ApiOperation({
    summary: 'What is due today with others',
    description:
      'Up to 20 open steps that are due before the day of the merchant ends and that you may not decide, with the role that does; what is due first comes first.',
  })
  @ApiOkResponse({ type: DueWithOthersList, description: 'As it stands now.' })
  @Refuses()
  dueWithOthers(@Caller() caller: Principal): Promise<DueList> {
    return this.inbox.dueWithOthers(caller);
  }

  @Put('refunds/:id/assignment')
  @Scopes('refunds:decide')
  @ForStaff('approval.assign')
  @ApiOperation({
    summary: 'Hand an open approval to a person',
    description: 'Says who is expected to decide it. He must be able to; others who may still can.',
  })
  @ApiOkResponse({ type: RefundResource, description: 'The refund as it stands now.' })
  @Refuses('refund_not_found', 'step_not_open', 'approver_not_found', ...BODY_REFUSALS)
  assign(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Body() { step, to = null }: AssignmentDto,
  ): Promise<ShownRefund> {
    return this.inbox.assign(caller, { refundId, step, to });
  }
}
