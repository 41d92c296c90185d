import { Injectable } from '@nestjs/common';
import { authoritiesIn, refuseDecision } from '@zikui/domain';
import type { Answer } from '../answer/answer';
import type { ShownCommand } from '../command/command-links';
import { CommandService, routeOf, type CommandCaller } from '../command/command.service';
import type { ShownRefund } from '../refund/refund-links';
import type { DecisionDto } from './decision.dto';

type Decision = Readonly<{
  refundId: string;
  key: string;
  decision: Pick<DecisionDto, 'step' | 'outcome' | 'snapshotHash' | 'reasonCode' | 'note'>;
}>;

@Injectable()
export class ApprovalService {
  constructor(private readonly commands: CommandService) {}

  /** The note is for people and stays in the database; the process learns what was decided and by whom. */
  decide(caller: CommandCaller, { refundId, key, decision }: Decision): Promise<Answer<ShownRefund | ShownCommand>> {
    const { step, outcome, snapshotHash, reasonCode = null, note = null } = decision;
    return this.commands.carryOut(caller, {
      refundId,
      route: routeOf(refundId, 'decisions'),
      key,
      body: decision,
      name: 'decide',
      payload: { step, outcome, snapshotHash, reasonCode },
      note,
      refuse: (facts, principal) =>
        refuseDecision(
          facts,
          { ...principal, authorities: authoritiesIn(principal.role, facts.authorities) },
          { step, outcome, reasonCode, snapshotHash },
        ),
    });
  }
}
