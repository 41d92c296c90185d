import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { OperationsResource, type ShownOperations } from './operations.resource';
import { OperationsService } from './operations.service';

@Controller('v1/operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  @Get()
  @ForStaff('operations.read')
  @ApiOperation({
    summary: 'How the money does',
    description:
      'Of the merchant, in one call: gateways with their breakers, switches, the age of what waits to be delivered, and the oldest transfer whose outcome is not known.',
  })
  @ApiOkResponse({ type: OperationsResource, description: 'As of now.' })
  @Refuses()
  find(@Caller() caller: Principal): Promise<ShownOperations> {
    return this.operations.find(caller);
  }
}
