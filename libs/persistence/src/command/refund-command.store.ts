import { RefundError, refundWorkflowId, repairWorkflowId, type ErrorCode, type Principal } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import { NEXT_TRY } from '../database/next-try';
import type { AcceptedCommand, JsonObject, NewRefundCommand, RefundCommand } from './refund-command.types';

/** Commands are stored before they are sent, because a process that does not answer in time has neither done nor lost them. */
export class RefundCommandStore {
  constructor(private readonly database: Database) {}

  /** Stores a command once per (merchant, route, key). Throws `refund_not_found` for an unknown refund or another merchant's. */
  async accept(principal: Principal, command: NewRefundCommand): Promise<AcceptedCommand> {
    return this.database.write(principal, async (tx) => {
      const [inserted] = await insert(tx, principal, command);
      if (inserted) return { kind: 'new', command: inserted };

      const [before] = await tx.query<RefundCommand & { bodyHash: string }>(
        `SELECT ${COLUMNS}, body_hash AS "bodyHash" FROM refund_command WHERE merchant_id = $1 AND route = $2 AND key = $3`,
        [principal.merchantId, command.route, command.key],
      );
      if (!before) throw new RefundError('refund_not_found');
      const { bodyHash, ...stored } = before;
      return bodyHash === command.bodyHash ? { kind: 'repeat', command: stored } : { kind: 'conflict' };
    });
  }

  /** Carried out, with the process's answer. A command that already has an end keeps it. */
  async done(commandId: string, answer: JsonObject): Promise<void> {
    await this.end(commandId, 'done', JSON.stringify(answer), null);
  }

  /** Refused with a code of the catalogue. A command that already has an end keeps it. */
  async refused(commandId: string, code: ErrorCode): Promise<void> {
    await this.end(commandId, 'refused', null, code);
  }

  /** Takes up to `limit` commands that nobody answered. Each is offered again later until it has an end; two relays never get the same one at once. */
  async due(limit: number): Promise<RefundCommand[]> {
    return this.database.write('relay', (tx) => tx.query<RefundCommand>(DUE, [limit]));
  }

  /** One command of one refund; `undefined` when there is none. */
  async find(merchantId: string, refundId: string, commandId: string): Promise<RefundCommand | undefined> {
    const [command] = await this.database.read({ merchantId }, (tx) =>
      tx.query<RefundCommand>(
        `SELECT ${COLUMNS} FROM refund_command WHERE id = $3 AND refund_id = $2 AND merchant_id = $1`,
        [merchantId, refundId, commandId],
      ),
    );
    return command;
  }

  private async end(
    id: string,
    state: 'done' | 'refused',
    answer: string | null,
    refusal: string | null,
  ): Promise<void> {
    await this.database.write('relay', (tx) =>
      tx.query(
        `UPDATE refund_command SET state = $2, answer = $3, refusal = $4, next_try_at = NULL, updated_at = now()
         WHERE id = $1 AND state = 'pending'`,
        [id, state, answer, refusal],
      ),
    );
  }
}

const COLUMNS = `id, merchant_id AS "merchantId", refund_id AS "refundId", name, workflow_id AS "workflowId", payload, state, refusal, answer`;

/** Whoever took the command waits two seconds for the process; only then is the relay to send it. The process is the refund's own, or its last repair, whose number is the last word of its id. */
const INSERT = `
INSERT INTO refund_command (id, merchant_id, refund_id, route, key, body_hash, name, key_id, staff_id, role, actor, address, workflow_id, payload, note, state, next_try_at)
SELECT $1, r.merchant_id, r.id, $4, $5, $6, $7, $8, $15, $16, $9, $10, CASE r.repairs WHEN 0 THEN $11 ELSE left($14, -1) || r.repairs END,
  $12, $13, 'pending', now() + interval '3 seconds'
FROM refund r WHERE r.id = $3 AND r.merchant_id = $2
ON CONFLICT (merchant_id, route, key) DO NOTHING RETURNING ${COLUMNS}`;

const DUE = `
UPDATE refund_command SET tries = tries + 1, next_try_at = ${NEXT_TRY}
WHERE id IN (SELECT id FROM refund_command WHERE state = 'pending' AND next_try_at <= now() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING ${COLUMNS}`;

function insert(tx: Tx, principal: Principal, command: NewRefundCommand): Promise<RefundCommand[]> {
  const id = newId();
  const isPerson = principal.person === 'staff';
  return tx.query<RefundCommand>(INSERT, [
    id,
    principal.merchantId,
    command.refundId,
    command.route,
    command.key,
    command.bodyHash,
    command.name,
    isPerson ? null : principal.keyId,
    principal.actor,
    principal.address ?? null,
    refundWorkflowId(principal.merchantId, command.refundId),
    JSON.stringify({ ...command.payload, command: id, actor: principal.actor }),
    command.note,
    repairWorkflowId(principal.merchantId, command.refundId, 0),
    isPerson ? principal.keyId : null,
    isPerson ? principal.role : null,
  ]);
}
