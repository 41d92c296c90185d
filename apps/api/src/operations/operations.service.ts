import { Injectable } from '@nestjs/common';
import { mayPropose, rolesOf, rolesThatAllow, type Principal } from '@zikui/domain';
import { OperationsStore } from '@zikui/persistence';
import { RefundLinks } from '../refund/refund-links';
import { SWITCH_ACTIONS, type ShownOperations, type SwitchAction } from './operations.resource';

@Injectable()
export class OperationsService {
  constructor(
    private readonly operations: OperationsStore,
    private readonly links: RefundLinks,
  ) {}

  async find(principal: Principal): Promise<ShownOperations> {
    const operations = await this.operations.find(principal.merchantId);
    return { ...operations, temporalUrl: this.links.processesUrl, allowedActions: allowedTo(principal) };
  }
}

/** Whoever may stop money does it alone; fewer may propose that it moves again. */
function allowedTo(principal: Principal): readonly SwitchAction[] {
  const mayStop = rolesThatAllow(principal, 'money.stop').length > 0;
  const mayLift = rolesOf(principal).some((role) => mayPropose('lift_kill_switch', role));
  return SWITCH_ACTIONS.filter((action) => (action === 'stop' ? mayStop : mayLift));
}
