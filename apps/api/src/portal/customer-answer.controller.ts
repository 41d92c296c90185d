import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefundIdPipe } from '../body/id.pipe';
import { Refuses } from '../docs/refuses.decorator';
import type { CustomerAnswer } from './customer-answer';
import { CustomerAnswerResource } from './customer-answer.resource';
import { CustomerAnswerService } from './customer-answer.service';

@Controller('v1/refunds/:id/customer-answer')
export class CustomerAnswerController {
  constructor(private readonly answers: CustomerAnswerService) {}

  @Get()
  @Scopes('refunds:read')
  @ForStaff('refund.follow')
  @ApiOperation({
    summary: 'Where is my money?',
    description:
      'What to tell a customer who asks, in the words of his own page: ready to be copied, in his language and in the other one.',
  })
  @ApiOkResponse({ type: CustomerAnswerResource, description: 'The answer as of now.' })
  @Refuses('refund_not_found')
  find(@Caller() caller: Principal, @Param('id', RefundIdPipe) id: string): Promise<CustomerAnswer> {
    return this.answers.find(caller, id);
  }
}
