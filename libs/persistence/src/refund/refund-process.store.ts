import { RefundError } from '@zikui/domain';
import type { Database } from '../database/database';
import type { OpenedRefund, Projected, ProjectMove, Transition } from './refund-process.types';

/**
 * The only writer of `refund.status`. Each method is one transaction, and safe to repeat: a call with the (`runId`,
 * `seq`) of a stored transition answers what the first one stored.
 */
export class RefundProcessStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ gatewayKeySecret: string }>,
  ) {}

  /** Begins the process: leaves `requested`, or reports where an earlier run stands (`resume`). Throws `refund_not_found`. */
  async open(transition: Transition): Promise<OpenedRefund> {
    void [this.database, this.secrets, transition];
    throw new RefundError('internal');
  }

  /** Writes one transition. Nothing changed when it answers `applied: false` or names what `refused` it. */
  async project(transition: Transition, move: ProjectMove): Promise<Projected> {
    void [transition, move];
    throw new RefundError('internal');
  }

  /** Completes the refund with its credit note and message when its money is all there (issues store credit first); otherwise writes the status that its transfers give, as the move `money` does. */
  async finish(transition: Transition): Promise<Projected> {
    void transition;
    throw new RefundError('internal');
  }
}
