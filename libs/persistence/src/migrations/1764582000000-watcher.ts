import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MAKE_ROLES, passageOf } from './wall';

/** Whoever runs the service sees how much waits and for how long, over all merchants and of none by name. */
export class Watcher1764582000000 implements MigrationInterface {
  readonly name = 'Watcher1764582000000';

  async up(db: QueryRunner): Promise<void> {
    // The role is new on servers whose walls went up before it was thought of.
    await db.query(MAKE_ROLES);
    for (const [table, privileges] of Object.entries(COUNTED)) await db.query(passageOf('watcher', table, privileges));
    await db.query('GRANT SELECT (no, at) ON audit_seal TO zikui_watcher');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of Object.keys(COUNTED)) {
      await db.query(`DROP POLICY ${table}_of_watcher ON ${table}`);
      await db.query(`REVOKE ALL ON ${table} FROM zikui_watcher`);
    }
    await db.query('REVOKE ALL ON audit_seal FROM zikui_watcher');
  }
}

/** States, times and whose it is: no names, no texts, no amounts. */
const COUNTED: Readonly<Record<string, string>> = {
  merchant: 'SELECT (id)',
  policy_version: 'SELECT (status, currency)',
  refund: 'SELECT (id, merchant_id, status, currency, law_version, updated_at, clock_at, pay_ends_at, pay_missed)',
  transfer: 'SELECT (id, merchant_id, refund_id, status, hold_reason, held_at, gateway, updated_at)',
  attempt: 'SELECT (transfer_id, status, prepared_at, sent_at)',
  sending_hold: 'SELECT (merchant_id, reason, begun_at, ended_at)',
  outbox: 'SELECT (created_at)',
  outbox_signal: 'SELECT (created_at)',
  refund_command: 'SELECT (state, created_at, next_try_at)',
  inbox_event: 'SELECT (state, received_at, next_try_at)',
  webhook_delivery: 'SELECT (status, created_at, expires_at)',
};
