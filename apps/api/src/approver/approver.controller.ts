import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { ApproverView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { BODY_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { ApproverDto } from './approver.dto';
import { ApproverList, ApproverResource } from './approver.resource';
import { ApproverService } from './approver.service';
import { CoverageList, type ShownCoverage } from './coverage.resource';

@Controller('v1/approvers')
export class ApproverController {
  constructor(private readonly approvers: ApproverService) {}

  @Get()
  @Scopes('refunds:decide')
  @ForStaff('approver.read')
  @ApiOperation({ summary: 'Who may decide', description: 'Everybody with a role and limit, his teams and absence.' })
  @ApiOkResponse({ type: ApproverList, description: 'All of them, 200 at most.' })
  @Refuses()
  list(@Caller() caller: Principal): Promise<Readonly<{ items: readonly ApproverView[] }>> {
    return this.approvers.list(caller);
  }

  @Get('coverage')
  @Scopes('refunds:decide')
  @ForStaff('approver.read')
  @ApiOperation({
    summary: 'What nobody, or only one person, can do',
    description:
      'Steps of the published policies, and acts that need a second person. Empty is good: each can be done while any one person is away.',
  })
  @ApiOkResponse({ type: CoverageList, description: 'All of them.' })
  @Refuses()
  thin(@Caller() caller: Principal): Promise<ShownCoverage> {
    return this.approvers.thin(caller);
  }

  @Put()
  @Scopes('refunds:decide')
  @ForStaff('approver.tell')
  @ApiOperation({
    summary: 'Tell of an approver',
    description: 'How to reach him, in which language, and when he is away. Grants no right to decide anything.',
  })
  @ApiOkResponse({ type: ApproverResource, description: 'As it is kept.' })
  @Refuses('approver_not_found', ...BODY_REFUSALS)
  put(@Caller() caller: Principal, @Body() body: ApproverDto): Promise<ApproverView> {
    return this.approvers.put(caller, body);
  }
}
