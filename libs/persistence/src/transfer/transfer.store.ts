import { RefundError, type TransferOutcome } from '@zikui/domain';
import type { Database } from '../database/database';
import type { Claimed, GatewayAnswer, LookUp } from './transfer.types';

/** Money on its way out: who may call the gateway, and what it answered. Each method is one transaction. */
export class TransferStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ gatewayKeySecret: string }>,
  ) {}

  /** Makes the newest attempt `sent`, committed before the call. Of any number of callers at once exactly one gets `repeated: false`. Throws `not_found`, and `invalid_state` when the refund is not approved for paying. */
  async claim(transferId: string): Promise<Claimed> {
    void [this.database, this.secrets, transferId];
    throw new RefundError('internal');
  }

  /** Writes an answer with its postings and its reservation. Safe to repeat; a late answer follows the event table, so the result is what holds now and not always what was told. */
  async record(attemptId: string, answer: GatewayAnswer): Promise<TransferOutcome> {
    void [attemptId, answer];
    throw new RefundError('internal');
  }

  /** The call surely never left: the transfer is planned again under a new attempt. An attempt that had been sent before stays in doubt instead. */
  async notSent(attemptId: string): Promise<void> {
    void attemptId;
    throw new RefundError('internal');
  }

  /** What to ask the gateway about the newest attempt. Writes nothing. Throws `not_found`. */
  async lookUpAsk(transferId: string): Promise<LookUp> {
    void transferId;
    throw new RefundError('internal');
  }
}
