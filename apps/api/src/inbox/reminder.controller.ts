import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { StepReminderStore, type StepReminder } from '@zikui/persistence';
import { ForStaff } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { StepPipe } from '../approval/step.pipe';
import { RefundIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { ReminderDto } from './reminder.dto';
import { StepReminderResource } from './reminder.resource';

const STEP = { name: 'step', schema: { type: 'integer' as const, minimum: 1 } };

@Controller('v1/refunds/:id/steps/:step/reminder')
export class ReminderController {
  constructor(private readonly reminders: StepReminderStore) {}

  @Get()
  @ForStaff('refund.decide')
  @ApiOperation({
    summary: 'When I may be reminded of a step',
    description: 'Of an open approval step: until when I have put it aside, and what I may choose.',
  })
  @ApiParam(STEP)
  @ApiOkResponse({ type: StepReminderResource, description: 'As of now.' })
  @Refuses('refund_not_found', 'step_not_open')
  find(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('step', StepPipe) step: number,
  ): Promise<StepReminder> {
    return this.reminders.find(caller, { refundId, step });
  }

  @Put()
  @ForStaff('refund.decide')
  @ApiOperation({
    summary: 'Remind me of a step later',
    description:
      'Takes it out of my inbox until then, at the latest until it is due; it comes back by itself. Nobody else’s inbox changes, and no clock stops.',
  })
  @ApiParam(STEP)
  @ApiOkResponse({ type: StepReminderResource, description: 'Put aside. The same for a repeat.' })
  @Refuses('refund_not_found', 'step_not_open', 'invalid_state', ...BODY_REFUSALS)
  set(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('step', StepPipe) step: number,
    @Body() { at }: ReminderDto,
  ): Promise<StepReminder> {
    return this.reminders.set(caller, { refundId, step }, at);
  }

  @Delete()
  @ForStaff('refund.decide')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a step back into my inbox', description: 'At once. Safe to repeat.' })
  @ApiParam(STEP)
  @ApiNoContentResponse({ description: 'It is in my inbox.' })
  @Refuses('refund_not_found', 'step_not_open')
  drop(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('step', StepPipe) step: number,
  ): Promise<void> {
    return this.reminders.drop(caller, { refundId, step });
  }
}
