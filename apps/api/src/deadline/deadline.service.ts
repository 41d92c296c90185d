import { Injectable } from '@nestjs/common';
import { refuseDeadline } from '@zikui/domain';
import type { Answer } from '../answer/answer';
import type { ShownCommand } from '../command/command-links';
import { CommandService, routeOf, type CommandCaller } from '../command/command.service';
import type { ShownRefund } from '../refund/refund-links';
import type { DeadlineDto } from './deadline.dto';

type Ask = Readonly<{ refundId: string; key: string; deadline: DeadlineDto }>;

@Injectable()
export class DeadlineService {
  constructor(private readonly commands: CommandService) {}

  move(caller: CommandCaller, { refundId, key, deadline }: Ask): Promise<Answer<ShownRefund | ShownCommand>> {
    const { dueAt, step = null, note = null } = deadline;
    return this.commands.carryOut(caller, {
      refundId,
      route: routeOf(refundId, 'deadline'),
      key,
      body: deadline,
      name: 'changeDeadline',
      payload: { dueAtMs: Date.parse(dueAt), step },
      note,
      refuse: (facts, principal) => refuseDeadline(facts, principal, { step, dueAt }, new Date().toISOString()),
    });
  }
}
