import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { NoteView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { NoteIdPipe, RefundIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { AnswerDto, NoteDto } from './note.dto';
import { NoteList, NoteResource } from './note.resource';
import { NoteService } from './note.service';

@Controller('v1/refunds/:id/notes')
export class NoteController {
  constructor(private readonly notes: NoteService) {}

  @Post()
  @Scopes('refunds:create', 'refunds:decide')
  @ForStaff('note.write')
  @ApiOperation({
    summary: 'Comment on a refund, or ask for more before deciding',
    description:
      'With `askedOf` an approver asks the requester or the customer a question about the open step, which stays open. The legal clock and the escalation run on.',
  })
  @ApiCreatedResponse({ type: NoteResource, description: 'Written. The same for a repeat.' })
  @Refuses('refund_not_found', 'step_not_open', 'invalid_state', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  add(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Body() body: NoteDto,
  ): Promise<Answer<NoteView>> {
    return this.notes.add(caller, { refundId, key }, body);
  }

  @Post(':noteId/answer')
  @Scopes('refunds:create', 'refunds:decide')
  @ForStaff('note.write')
  @ApiOperation({
    summary: 'Answer a question of an approver',
    description: 'Once; photos are enclosed as evidence of the question.',
  })
  @ApiCreatedResponse({ type: NoteResource, description: 'Written. The same for a repeat.' })
  @Refuses('refund_not_found', 'note_not_found', 'invalid_state', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  answer(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('noteId', NoteIdPipe) noteId: string,
    @IdempotencyKey() key: string,
    @Body() body: AnswerDto,
  ): Promise<Answer<NoteView>> {
    return this.notes.answer(caller, { refundId, key, noteId }, body);
  }

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('note.read')
  @ApiOperation({ summary: 'Comments, questions and answers', description: 'Oldest first.' })
  @ApiOkResponse({ type: NoteList, description: 'All of them, 200 at most.' })
  @Refuses('refund_not_found')
  list(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
  ): Promise<Readonly<{ items: readonly NoteView[] }>> {
    return this.notes.list(caller, refundId);
  }
}
