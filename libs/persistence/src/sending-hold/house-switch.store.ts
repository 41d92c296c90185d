import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import { endHold } from './end-hold';

export type HouseSwitchAsk = Readonly<{
  /** Null = whatever gateway. */ gateway: string | null;
  reason: string;
  /** The person of the house who does it. */ by: string;
}>;
export type HouseSwitchLift = Readonly<{ gateway: string | null; by: string; confirmedBy: string }>;

/** Switches that stop new money of every merchant. Whoever runs the service throws them; each act stands in every merchant's book. */
export class HouseSwitchStore {
  constructor(private readonly database: Database) {}

  /** False when it was on already; then it stays as it was thrown. */
  async turnOn({ gateway, reason, by }: HouseSwitchAsk): Promise<boolean> {
    return this.database.write('house', async (tx) => {
      const [thrown] = await tx.query(TURN_ON, [newId(), gateway, reason, actorOf(by)]);
      if (thrown) await tellEverybody(tx, by, 'kill_switch.on', gateway, {});
      return thrown !== undefined;
    });
  }

  /** Lets money flow again and wakes what waits. False when it was off already. Throws when one person would be both. */
  async turnOff({ gateway, by, confirmedBy }: HouseSwitchLift): Promise<boolean> {
    if (by.trim().toLowerCase() === confirmedBy.trim().toLowerCase())
      throw new Error('A second person is needed to let money flow again.');
    return this.database.write('house', async (tx) => {
      const [open] = await tx.query<{ id: string }>(OPEN, [gateway]);
      if (!open || !(await endHold(tx, open.id, actorOf(confirmedBy)))) return false;
      await tellEverybody(tx, confirmedBy, 'kill_switch.off', gateway, { proposedBy: actorOf(by) });
      return true;
    });
  }
}

const actorOf = (person: string): string => `house:${person}`;

async function tellEverybody(
  tx: Tx,
  person: string,
  action: string,
  gateway: string | null,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  const subject = gateway === null ? 'money' : `gateway:${gateway}`;
  await tx.query(TELL, [actorOf(person), person, action, subject, JSON.stringify({ ...data, of: 'house' })]);
}

const TURN_ON = `
INSERT INTO sending_hold (id, reason, gateway, note, begun_by) VALUES ($1, 'kill_switch', $2, $3, $4)
ON CONFLICT (merchant_id, reason, gateway, currency, requested_by, refund_reason, limit_name) WHERE ended_at IS NULL DO NOTHING RETURNING id`;

const OPEN = `
SELECT id FROM sending_hold WHERE merchant_id IS NULL AND reason = 'kill_switch' AND ended_at IS NULL AND gateway IS NOT DISTINCT FROM $1`;

const TELL = `
INSERT INTO audit_entry (merchant_id, chain, actor, owner, role, action, subject, data)
SELECT m.id, 'merchant:' || m.id, $1, $2, 'ops', $3, $4, $5::jsonb FROM merchant m ORDER BY m.id`;
