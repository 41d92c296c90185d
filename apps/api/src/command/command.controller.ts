import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { CommandIdPipe, RefundIdPipe } from '../body/id.pipe';
import { Refuses } from '../docs/refuses.decorator';
import { HowAsked, type Asked } from '../request/asked.decorator';
import type { ShownCommand } from './command-links';
import { CommandResource } from './command.resource';
import { CommandService } from './command.service';

@Controller('v1/refunds/:id/commands')
export class CommandController {
  constructor(private readonly commands: CommandService) {}

  @Get(':commandId')
  @Scopes('refunds:read', 'refunds:create', 'refunds:decide')
  @ForStaff('refund.follow')
  @ApiOperation({
    summary: 'What became of a 202',
    description: 'Pending, done with the status, or refused with the problem.',
  })
  @ApiOkResponse({ type: CommandResource, description: 'The command.' })
  @Refuses('refund_not_found', 'command_not_found')
  find(
    @Caller() principal: Principal,
    @HowAsked() asked: Asked,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('commandId', CommandIdPipe) commandId: string,
  ): Promise<ShownCommand> {
    return this.commands.find({ principal, asked }, refundId, commandId);
  }
}
