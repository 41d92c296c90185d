import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION, AUDITOR, WIDER_ROLES, type WiderRole } from '../database/row-scope';
import { MAKE_ROLES, noWallAround, passageOf, showNobodys, wallAround } from './wall';

/** Row-level security: the second wall between merchants, behind the application's own check. */
export class Walls1764520000000 implements MigrationInterface {
  readonly name = 'Walls1764520000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(MAKE_ROLES);
    await db.query(wallAround('merchant', 'id'));
    for (const table of TABLES) await db.query(wallAround(table));
    await db.query(showNobodys('sending_hold', CHANGED_IN_A_HOLD));
    for (const role of WIDER_ROLES)
      for (const [table, privileges] of Object.entries(PASSAGES[role]))
        await db.query(passageOf(role, table, privileges));
    await db.query(OF_THE_HOUSE);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['merchant', ...TABLES])
      await db.query(noWallAround(table, [...WIDER_ROLES, 'nobody', 'nobody_held']));
    await db.query(
      `REVOKE ALL ON audit_head, audit_seal, migrations FROM zikui_sealer, zikui_intake, ${APPLICATION}, ${AUDITOR}`,
    );
  }
}

/** Every table whose rows are a merchant's. Children have the column too, so none is reached around the wall. */
const TABLES = [
  ...['api_key', 'legal_entity', 'customer', 'policy_version', 'sale', 'sale_line', 'payment', 'dispute'],
  ...['refund', 'refund_line', 'refund_event', 'transfer', 'reservation', 'attempt', 'approval_step', 'decision'],
  ...['goods_return', 'return_item', 'parcel', 'parcel_event', 'credit_account', 'credit_entry'],
  ...['ledger_transaction', 'posting', 'credit_note_series', 'credit_note', 'message', 'outgoing_event', 'inbox_event'],
  ...['outbox', 'outbox_signal', 'idempotency_key', 'refund_command', 'proposal', 'proposal_decision', 'audit_entry'],
  ...['reconciliation', 'report_movement', 'reconciliation_difference', 'payee', 'bank_file', 'bank_file_item'],
  ...['webhook_endpoint', 'webhook_delivery', 'sending_hold'],
];

/** How a hold goes on and ends; whose it is and what it holds stay. */
const CHANGED_IN_A_HOLD = ['until', 'failures', 'probe_transfer_id', 'ended_at', 'ended_by'];

/** What the wider roles may do, to rows of every merchant and to nothing else. */
const PASSAGES: Readonly<Record<WiderRole, Readonly<Record<string, string>>>> = {
  intake: { api_key: 'SELECT', merchant: 'SELECT' },
  relay: {
    outbox: 'SELECT, UPDATE',
    outbox_signal: 'SELECT, UPDATE, DELETE',
    refund_command: 'SELECT, UPDATE',
    inbox_event: 'SELECT, UPDATE',
    sending_hold: 'SELECT',
    refund: 'SELECT (id, repairs)',
  },
  dispatcher: {
    webhook_endpoint: 'SELECT, UPDATE',
    webhook_delivery: 'SELECT, INSERT, UPDATE',
    outgoing_event: 'SELECT',
    refund: 'SELECT (id, sale_id, external_ref)',
    sale: 'SELECT (id, sale_ref)',
    merchant: 'SELECT (id, mode, locale, name)',
    audit_entry: 'SELECT, INSERT',
  },
  // What it may read comes with the dates themselves (the migration `LegalClock`).
  clock: {},
  reconciler: {
    refund: 'SELECT (id, merchant_id, status, repairs, updated_at)',
    outbox: 'SELECT (refund_id)',
    inbox_event: 'SELECT, UPDATE (next_try_at)',
    reconciliation: 'SELECT, INSERT, UPDATE',
    reconciliation_difference: 'SELECT, INSERT, UPDATE',
    report_movement: 'SELECT, DELETE',
    merchant: 'SELECT (id, time_zone, gateways)',
    attempt: 'SELECT (id, merchant_id, transfer_id, gateway_refund_id, reference)',
    transfer: 'SELECT (id, gateway)',
  },
  eraser: {
    payee: 'SELECT, UPDATE (sealed, erased_at)',
    bank_file: 'SELECT, UPDATE (content, erased_at)',
    bank_file_item: 'SELECT (bank_file_id, transfer_id)',
    refund: 'SELECT (id, status, updated_at)',
    transfer: 'SELECT (id, status, payee_id, updated_at)',
  },
  // To wait for whoever is just writing an entry, the sealer locks the table; it can change none.
  sealer: { audit_entry: 'SELECT, MAINTAIN' },
  // What it may count comes with a migration of its own (`Watcher`).
  watcher: {},
  house: {
    merchant: 'SELECT (id)',
    sending_hold: 'SELECT, INSERT, UPDATE',
    transfer: 'SELECT',
    refund: 'SELECT (id, requested_by)',
    outbox_signal: 'INSERT',
    audit_entry: 'SELECT, INSERT',
  },
};

/** Tables of the house, in which no merchant has rows: heads and seals of the audit log, and which migrations ran. */
const OF_THE_HOUSE = `
GRANT SELECT, INSERT, UPDATE ON audit_head TO zikui_sealer;
GRANT SELECT, INSERT ON audit_seal TO zikui_sealer;
GRANT SELECT ON audit_head, audit_seal TO ${AUDITOR};
GRANT SELECT ON migrations TO zikui_intake, ${AUDITOR};`;
