import { Injectable } from '@nestjs/common';
import { refuseCancellation, refuseStranger } from '@zikui/domain';
import type { Answer } from '../answer/answer';
import type { ShownCommand } from '../command/command-links';
import { CommandService, routeOf, type CommandCaller } from '../command/command.service';
import type { CancellationDto } from './cancellation.dto';
import type { ShownRefund } from '../refund/refund-links';

type Cancellation = Readonly<{ refundId: string; key: string; cancellation: CancellationDto }>;

@Injectable()
export class CancellationService {
  constructor(private readonly commands: CommandService) {}

  cancel(caller: CommandCaller, ask: Cancellation): Promise<Answer<ShownRefund | ShownCommand>> {
    const { refundId, key, cancellation } = ask;
    return this.commands.carryOut(caller, {
      refundId,
      route: routeOf(refundId, 'cancellation'),
      key,
      body: cancellation,
      name: 'cancelRefund',
      payload: {},
      note: cancellation.note ?? null,
      refuse: (facts, principal) => refuseStranger(facts, principal) ?? refuseCancellation(facts),
    });
  }
}
