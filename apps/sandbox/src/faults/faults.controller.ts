import { BadRequestException, Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { FAULT_ACTIONS, type Fault, type FaultMatch, type FaultOrder } from './fault';
import { FaultBox } from './fault-box';
import { FaultDto } from './fault.dto';

const matchOf = ({ gatewayRef, reference, to }: FaultMatch): FaultMatch => ({
  ...(gatewayRef === undefined ? {} : { gatewayRef }),
  ...(reference === undefined ? {} : { reference }),
  ...(to === undefined ? {} : { to }),
});

function orderOf({ target, action, match, times = 1, chance = 1, seed = 1, ms, n, code }: FaultDto): FaultOrder {
  const known: readonly string[] = FAULT_ACTIONS[target];
  if (!known.includes(action)) throw new BadRequestException(`${target} knows: ${known.join(', ')}`);
  return {
    target,
    action,
    times,
    chance,
    seed,
    ...(match === undefined ? {} : { match: matchOf(match) }),
    ...(ms === undefined ? {} : { ms }),
    ...(n === undefined ? {} : { n }),
    ...(code === undefined ? {} : { code }),
  };
}

@Controller('_faults')
export class FaultsController {
  constructor(private readonly box: FaultBox) {}

  @Post()
  order(@Body() fault: FaultDto): Fault {
    return this.box.order(orderOf(fault));
  }

  @Get()
  list(): { items: readonly Fault[] } {
    return { items: this.box.list() };
  }

  @Delete()
  @HttpCode(204)
  clear(): void {
    this.box.clear();
  }
}
