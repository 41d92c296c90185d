import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { Page } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { MessageIdPipe, RefundIdPipe } from '../body/id.pipe';
import { PagingDto } from '../body/paging.dto';
import { KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { SentMessagePage, SentMessageResource, type ShownMessage } from './message.resource';
import { MessageService } from './message.service';

@Controller('v1/refunds/:id/messages')
export class MessageController {
  constructor(private readonly messages: MessageService) {}

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('note.read')
  @ApiOperation({ summary: 'Messages to the customer', description: 'Oldest first, each with the words that left.' })
  @ApiOkResponse({ type: SentMessagePage, description: 'One page.' })
  @Refuses('refund_not_found')
  list(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Query() paging: PagingDto,
  ): Promise<Page<ShownMessage>> {
    return this.messages.list(caller, refundId, paging);
  }

  @Post(':messageId/resend')
  @Scopes('refunds:create')
  @ForStaff('message.resend')
  @ApiOperation({
    summary: 'Send a message once more',
    description:
      'To the same customer, as the refund stands now and with a new link. At most three times a day each. A repeat with the same key sends nothing and gets the same answer.',
  })
  @ApiCreatedResponse({ type: SentMessageResource, description: 'On its way. The same for a repeat.' })
  @Refuses('refund_not_found', 'message_not_found', 'message_not_resendable', 'resent_too_often', ...KEYED_REFUSALS)
  resend(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('messageId', MessageIdPipe) messageId: string,
    @IdempotencyKey() key: string,
  ): Promise<Answer<ShownMessage>> {
    return this.messages.resend(caller, { refundId, messageId, key });
  }
}
