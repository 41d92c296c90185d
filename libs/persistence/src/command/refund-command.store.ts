import { RefundError, type ErrorCode, type Principal } from '@zikui/domain';
import type { Database } from '../database/database';
import type { AcceptedCommand, JsonObject, NewRefundCommand, RefundCommand } from './refund-command.types';

/** Commands are stored before they are sent, because a process that does not answer in time has neither done nor lost them. */
export class RefundCommandStore {
  constructor(private readonly database: Database) {}

  /** Stores a command once per (merchant, route, key). Throws `refund_not_found` for an unknown refund or another merchant's. */
  async accept(principal: Principal, command: NewRefundCommand): Promise<AcceptedCommand> {
    void [this.database, principal, command];
    throw new RefundError('internal');
  }

  /** Carried out, with the process's answer. A command that already has an end keeps it. */
  async done(commandId: string, answer: JsonObject): Promise<void> {
    void [commandId, answer];
    throw new RefundError('internal');
  }

  /** Refused with a code of the catalogue. A command that already has an end keeps it. */
  async refused(commandId: string, code: ErrorCode): Promise<void> {
    void [commandId, code];
    throw new RefundError('internal');
  }

  /** Takes up to `limit` commands that nobody answered. Each is offered again later until it has an end; two relays never get the same one at once. */
  async due(limit: number): Promise<RefundCommand[]> {
    void limit;
    throw new RefundError('internal');
  }

  /** One command of one refund; `undefined` when there is none. */
  async find(merchantId: string, refundId: string, commandId: string): Promise<RefundCommand | undefined> {
    void [merchantId, refundId, commandId];
    throw new RefundError('internal');
  }
}
