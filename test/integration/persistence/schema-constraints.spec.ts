import { newId } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { insertOneOfEach } from '../../builders/rows.builder';

/** Each CHECK with a change of a right row that it must refuse. */
const CHECKS: Readonly<Record<string, readonly [table: string, change: string]>> = {
  merchant_mode_check: ['merchant', `mode = 'demo'`],
  api_key_never_creates_and_decides_check: [
    'api_key',
    `scopes = '{refunds:create,refunds:decide}', role = 'lead', amount_limit = 1`,
  ],
  api_key_decides_within_a_limit_check: ['api_key', `scopes = '{refunds:decide}', role = 'lead'`],
  staff_user_amount_limit_check: ['staff_user', 'amount_limit = 0'],
  staff_user_identity_check: ['staff_user', 'subject = NULL'],
  role_grant_source_check: ['role_grant', `source = 'rumour'`],
  role_grant_ended_check: ['role_grant', 'ended_at = now()'],
  staff_session_ended_check: ['staff_session', 'ended_at = now()'],
  saved_view_page_check: ['saved_view', `page = 'nowhere'`],
  message_resend_check: ['message', 'key = NULL'],
  refund_command_credential_check: ['refund_command', 'key_id = NULL'],
  policy_version_status_check: ['policy_version', `status = 'gone'`],
  policy_version_number_check: ['policy_version', 'number = NULL'],
  back_test_status_check: ['back_test', `status = 'done'`],
  back_test_days_check: ['back_test', 'days = 0'],
  sale_shipping_check: ['sale', 'shipping_tax = shipping_total + 1'],
  sale_line_quantity_check: ['sale_line', 'quantity = 0'],
  sale_line_amounts_check: ['sale_line', 'tax = total + 1'],
  payment_captured_check: ['payment', 'captured = 0, held = 0'],
  payment_held_check: ['payment', 'held = captured + 1'],
  payment_disputed_check: ['payment', 'disputed = -1'],
  dispute_status_check: ['dispute', `status = 'settled'`],
  dispute_amount_check: ['dispute', 'amount = 0'],
  refund_payout_check: ['refund', 'payout = 0'],
  refund_parts_check: ['refund', 'shipping_tax = shipping_gross + 1'],
  refund_given_back_check: ['refund', 'given_back_goodwill = goodwill + 1'],
  refund_origin_check: ['refund', `origin = 'elsewhere'`],
  refund_clock_check: ['refund', 'pay_missed = true, pay_ends_at = NULL'],
  refund_repairs_check: ['refund', 'repairs = -1'],
  refund_surplus_check: ['refund', 'surplus = -1'],
  refund_status_check: ['refund', `status = 'approved'`],
  refund_line_amounts_check: ['refund_line', 'tax = gross + 1'],
  refund_line_given_back_check: ['refund_line', 'given_back_units = units + 1'],
  refund_event_depth_check: ['refund_event', `depth = 'public'`],
  transfer_amount_check: ['transfer', 'amount = 0'],
  transfer_destination_check: ['transfer', `destination = 'store_credit'`],
  transfer_status_check: ['transfer', `status = 'failed'`],
  reservation_amount_check: ['reservation', 'amount = 0'],
  attempt_status_check: ['attempt', `status = 'failed'`],
  approval_step_status_check: ['approval_step', `status = 'skipped'`],
  approval_step_needed_check: ['approval_step', 'needed = 0'],
  approval_step_escalation_check: ['approval_step', 'escalated_at = now()'],
  approver_absence_check: ['approver', 'absent_from = now()'],
  delegation_time_check: ['delegation', 'ends_at = starts_at'],
  delegation_persons_check: ['delegation', 'to_person = from_person'],
  delegation_limit_check: ['delegation', 'amount_limit = -1'],
  delegation_ended_check: ['delegation', 'ended_at = now()'],
  decision_delegation_check: ['decision', 'on_behalf_of = NULL'],
  staff_message_kind_check: ['staff_message', `kind = 'gossip'`],
  staff_message_status_check: ['staff_message', `status = 'sent'`],
  staff_message_step_check: ['staff_message', 'step_id = NULL'],
  note_kind_check: ['note', `kind = 'remark', reply_to = NULL`],
  note_question_check: ['note', `asked_of = 'customer'`],
  note_answer_check: ['note', 'reply_to = NULL'],
  evidence_bytes_check: ['evidence', 'bytes = 0'],
  decision_outcome_check: ['decision', `outcome = 'reject', reason_code = NULL`],
  goods_return_method_check: ['goods_return', `method = 'dove'`],
  goods_return_status_check: ['goods_return', `status = 'gone'`],
  return_item_units_check: ['return_item', 'units = 0'],
  return_item_status_check: ['return_item', `status = 'gone'`],
  parcel_status_check: ['parcel', `status = 'gone'`],
  credit_account_balance_check: ['credit_account', 'available = -1'],
  credit_entry_kind_check: ['credit_entry', `kind = 'gift'`],
  credit_entry_amounts_check: ['credit_entry', 'available = amount + 1'],
  credit_entry_status_check: ['credit_entry', `status = 'gone'`],
  ledger_transaction_owner_check: ['ledger_transaction', 'refund_id = NULL'],
  posting_amount_check: ['posting', 'amount = 0'],
  credit_note_series_next_number_check: ['credit_note_series', 'next_number = 0'],
  credit_note_status_check: ['credit_note', 'number = NULL'],
  credit_note_total_check: ['credit_note', 'total = total + 1'],
  message_sealed_check: ['message', `sealed = 'words', sent_at = NULL`],
  message_status_check: ['message', `status = 'gone'`],
  portal_link_opened_check: ['portal_link', 'opened = -1'],
  inbox_event_state_check: ['inbox_event', `state = 'gone'`],
  refund_command_state_check: ['refund_command', `state = 'gone'`],
  proposal_status_check: ['proposal', `status = 'void'`],
  proposal_amount_check: ['proposal', 'currency = NULL'],
  proposal_decision_outcome_check: ['proposal_decision', `outcome = 'approve'`],
  reconciliation_source_check: ['reconciliation', `source = 'rumour'`],
  reconciliation_status_check: ['reconciliation', `status = 'gone'`],
  reconciliation_days_check: ['reconciliation', 'to_day = from_day - 1'],
  report_movement_amount_check: ['report_movement', 'amount = 0'],
  report_movement_status_check: ['report_movement', `status = 'gone'`],
  reconciliation_difference_source_check: ['reconciliation_difference', `source = 'rumour'`],
  sending_hold_reason_check: ['sending_hold', `reason = 'mood'`],
  sending_hold_ended_check: ['sending_hold', `ended_by = 'a'`],
  sending_hold_until_check: ['sending_hold', `until = now()`],
  outbox_signal_name_check: ['outbox_signal', `name = 'rumour'`],
  webhook_endpoint_status_check: ['webhook_endpoint', `status = 'disabled'`],
  webhook_endpoint_previous_check: ['webhook_endpoint', `previous_secret = 's'`],
  webhook_delivery_status_check: ['webhook_delivery', `status = 'pending'`],
  webhook_delivery_owner_check: ['webhook_delivery', `status = 'dead'`],
  transfer_payee_check: ['transfer', `destination = 'manual', payment_id = NULL`],
  payee_format_check: ['payee', `format = 'shell'`],
  payee_erased_check: ['payee', 'sealed = NULL'],
  bank_file_format_check: ['bank_file', `format = 'fax'`],
  bank_file_total_check: ['bank_file', 'total = 0'],
  bank_file_erased_check: ['bank_file', 'content = NULL'],
  bank_file_item_amount_check: ['bank_file_item', 'amount = 0'],
};

/** Each UNIQUE rule with what a copy of a row must change so that this rule alone refuses it. */
const UNIQUES: Readonly<Record<string, readonly [table: string, change: Readonly<Record<string, unknown>>]>> = {
  merchant_slug_key: ['merchant', {}],
  api_key_public_id_key: ['api_key', { key: 'other' }],
  api_key_merchant_id_key_key: ['api_key', { public_id: 'zyxwvuts' }],
  staff_user_merchant_id_person_key: ['staff_user', { issuer: null, subject: null }],
  staff_user_identity_idx: ['staff_user', { person: 'noa@shop.test' }],
  role_grant_open_idx: ['role_grant', {}],
  staff_session_token_hash_key: ['staff_session', {}],
  refund_draft_staff_id_name_key: ['refund_draft', {}],
  saved_view_staff_id_page_name_key: ['saved_view', {}],
  refund_watch_staff_id_refund_id_key: ['refund_watch', {}],
  step_reminder_staff_id_step_id_key: ['step_reminder', {}],
  legal_entity_merchant_id_ref_key: ['legal_entity', {}],
  customer_merchant_id_ref_key: ['customer', {}],
  policy_version_merchant_id_currency_number_key: ['policy_version', { status: 'retired', key: 'other' }],
  policy_version_published_idx: ['policy_version', { number: 2, key: 'other' }],
  policy_version_key_idx: ['policy_version', { status: 'retired', number: 2 }],
  back_test_merchant_id_key_key: ['back_test', { status: 'failed', ended_at: '2026-11-01T00:00:00Z' }],
  back_test_open_idx: ['back_test', { key: 'other' }],
  sale_merchant_id_sale_ref_key: ['sale', {}],
  sale_line_sale_id_ref_key: ['sale_line', {}],
  payment_sale_id_ref_key: ['payment', {}],
  dispute_merchant_id_gateway_dispute_ref_key: ['dispute', { key: 'other' }],
  dispute_key_idx: ['dispute', { dispute_ref: 'other' }],
  refund_external_ref_idx: ['refund', { request_key: 'other' }],
  refund_request_key_idx: ['refund', { external_ref: null }],
  refund_line_refund_id_sale_line_id_key: ['refund_line', {}],
  refund_event_refund_id_run_id_seq_key: ['refund_event', {}],
  transfer_refund_id_no_key: ['transfer', { gateway_refund_id: null, replaces_id: null }],
  transfer_gateway_refund_id_idx: ['transfer', { no: 2, replaces_id: null }],
  transfer_replaces_id_idx: ['transfer', { no: 2, gateway_refund_id: null }],
  reservation_open_idx: ['reservation', {}],
  attempt_transfer_id_no_key: ['attempt', { gateway_key: 'other' }],
  attempt_gateway_key_key: ['attempt', { no: 2 }],
  attempt_open_idx: ['attempt', { no: 2, gateway_key: 'other' }],
  approval_step_refund_id_round_no_key: ['approval_step', {}],
  decision_step_id_owner_key: ['decision', { command_id: newId() }],
  staff_message_step_id_person_kind_key: ['staff_message', {}],
  staff_message_review_idx: ['staff_message', { step_id: null, kind: 'review_assigned' }],
  note_refund_id_key_key: ['note', { kind: 'comment', reply_to: null }],
  note_reply_to_idx: ['note', { key: 'other' }],
  evidence_refund_id_key_key: ['evidence', {}],
  approver_merchant_id_person_key: ['approver', {}],
  delegation_merchant_id_key_key: ['delegation', {}],
  goods_return_refund_id_no_key: ['goods_return', {}],
  parcel_return_id_no_key: ['parcel', { tracking_code: 'other' }],
  parcel_tracking_code_key: ['parcel', { no: 2 }],
  parcel_event_parcel_id_event_id_key: ['parcel_event', {}],
  credit_account_customer_id_legal_entity_id_currency_key: ['credit_account', {}],
  credit_entry_transfer_id_kind_key: ['credit_entry', {}],
  ledger_transaction_key_key: ['ledger_transaction', {}],
  credit_note_series_legal_entity_id_document_type_key: ['credit_note_series', {}],
  credit_note_series_id_number_key: ['credit_note', { completion: 2, transfers: [] }],
  credit_note_refund_id_document_type_completion_key: ['credit_note', { number: 2, transfers: [] }],
  credit_note_counter_idx: ['credit_note', { completion: 2, number: 2 }],
  message_refund_id_kind_no_key: ['message', { key: 'other' }],
  message_key_idx: ['message', { no: 2 }],
  outgoing_event_refund_id_sequence_key: ['outgoing_event', {}],
  inbox_event_merchant_id_source_event_id_key: ['inbox_event', {}],
  refund_command_merchant_id_route_key_key: ['refund_command', {}],
  proposal_merchant_id_route_key_key: ['proposal', { subject: 'other' }],
  proposal_open_idx: ['proposal', { key: 'other' }],
  proposal_decision_proposal_id_key: ['proposal_decision', {}],
  audit_entry_chain_no_key: ['audit_entry', {}],
  reconciliation_merchant_id_key_key: ['reconciliation', { body_hash: '0'.repeat(64) }],
  reconciliation_report_idx: ['reconciliation', { key: 'other' }],
  report_movement_reconciliation_id_gateway_refund_id_key: ['report_movement', {}],
  reconciliation_difference_subject_key: ['reconciliation_difference', {}],
  sending_hold_open_idx: ['sending_hold', {}],
  webhook_endpoint_merchant_id_key_key: ['webhook_endpoint', {}],
  webhook_delivery_endpoint_id_refund_id_sequence_key: ['webhook_delivery', {}],
  payee_refund_id_key_key: ['payee', {}],
  bank_file_merchant_id_key_key: ['bank_file', {}],
  bank_file_item_transfer_id_key: ['bank_file_item', { position: 2, end_to_end_id: 'other' }],
  bank_file_item_bank_file_id_position_key: ['bank_file_item', { transfer_id: newId(), end_to_end_id: 'other' }],
  bank_file_item_merchant_id_end_to_end_id_key: ['bank_file_item', { transfer_id: newId(), position: 2 }],
};

/** What a reference needs beside it, for another rule not to speak first. */
const ALONG: Readonly<Record<string, string>> = {
  transfer_payee_id_fkey: `, destination = 'manual', payment_id = NULL`,
  refund_command_staff_id_fkey: ', key_id = NULL',
  staff_message_step_id_fkey: `, kind = CASE WHEN step_id IS NULL THEN 'approval_reminder' ELSE kind END`,
};

const CATALOGUE = `
  SELECT conname AS name, contype AS type, conrelid::regclass::text AS table, (
    SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]
  ) AS column
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migrations' AND contype IN ('c', 'u', 'f', 'p')
  UNION ALL
  SELECT c.relname, 'i', i.indrelid::regclass::text, '' FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
  ORDER BY 1`;
type Rule = Readonly<{ name: string; type: 'c' | 'u' | 'f' | 'p' | 'i'; table: string; column: string }>;

describe('the database refuses by itself', () => {
  let db: TestDatabase;
  let ids: Readonly<Record<string, string>>;
  let rules: readonly Rule[];
  beforeAll(async () => {
    db = await newDatabase();
    ids = await insertOneOfEach(db);
    rules = await db.query<Rule>(CATALOGUE);
  });
  afterAll(() => db.close());

  /** The name of the rule that refuses the statement; everything is undone. */
  async function refusedBy(sql: string, params: readonly unknown[] = [], table = 'merchant'): Promise<string> {
    await db.query('BEGIN');
    try {
      // Our own triggers are tried below; here they would speak before the rule under test.
      await db.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await db.query(sql, params);
      return 'nobody';
    } catch (error) {
      return (error as { constraint?: string }).constraint ?? String(error);
    } finally {
      await db.query('ROLLBACK');
    }
  }
  const copy = (table: string): string =>
    `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(t, $1)).* FROM ${table} t LIMIT 1`;

  it('has no rule that this test forgets', () => {
    const of = (...types: string[]): string[] =>
      rules.filter(({ type }) => types.includes(type)).map(({ name }) => name);
    expect(Object.keys(CHECKS).sort()).toEqual(of('c').sort());
    // A command belongs to one decision: the same row cannot be copied without copying its step.
    expect(Object.keys(UNIQUES).sort()).toEqual(
      of('u', 'i')
        .filter((name) => name !== 'decision_command_id_key')
        .sort(),
    );
  });

  it.each(Object.entries(CHECKS))('%s', async (name, [table, change]) =>
    expect(await refusedBy(`UPDATE ${table} SET ${change}`, [], table)).toBe(name),
  );

  it.each(Object.entries(UNIQUES))('%s', async (name, [table, change]) => {
    const key = rules.find((rule) => rule.type === 'p' && rule.table === table)?.column ?? 'id';
    const fresh = key === 'id' || key === 'number' ? { [key]: ids[table] === undefined ? 1_000_000 : newId() } : {};
    expect(await refusedBy(copy(table), [JSON.stringify({ ...fresh, ...change })], table)).toBe(name);
  });

  it('decision_command_id_key', async () => {
    const step = `INSERT INTO approval_step (id, merchant_id, refund_id, no, role, hours, status)
      SELECT $1, merchant_id, refund_id, 2, role, hours, status FROM approval_step`;
    const other = newId();
    await db.query(step, [other]);
    const changed = JSON.stringify({ id: newId(), step_id: other });
    expect(await refusedBy(copy('decision'), [changed], 'decision')).toBe('decision_command_id_key');
  });

  it('a second row under one primary key', async () => {
    for (const { name, table } of rules.filter(({ type }) => type === 'p')) {
      expect(await refusedBy(copy(table), ['{}'], table)).toBe(name);
    }
  });

  it('a reference to a row that does not exist', async () => {
    const foreign = rules.filter(({ type }) => type === 'f');
    expect(foreign.length).toBeGreaterThan(50);
    for (const { name, table, column } of foreign) {
      const change = `${column} = $1${ALONG[name] ?? ''}`;
      expect(await refusedBy(`UPDATE ${table} SET ${change}`, [newId()], table)).toBe(name);
    }
  });

  it.each([
    'posting',
    'ledger_transaction',
    'refund_event',
    'decision',
    'proposal_decision',
    'audit_entry',
    'bank_file_item',
  ])('any change of %s', async (table) => {
    await expect(db.query(`UPDATE ${table} SET merchant_id = merchant_id`)).rejects.toThrow('append-only');
    await expect(db.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
  });

  it('any change of an issued credit note, while a draft may still be issued', async () => {
    await expect(db.query('UPDATE credit_note SET body = body')).rejects.toThrow('is issued and never changes');
    await expect(db.query('DELETE FROM credit_note')).rejects.toThrow('is issued and never changes');
    const draft = {
      id: newId(),
      status: 'draft',
      number: null,
      issued_at: null,
      display_number: null,
      completion: 2,
      transfers: [],
    };
    await db.query(copy('credit_note'), [JSON.stringify(draft)]);
    const issue = `UPDATE credit_note SET status = 'issued', number = 2, issued_at = now() WHERE id = $1 RETURNING number`;
    expect(await db.query(issue, [draft.id])).toEqual([{ number: '2' }]);
  });

  it('a ledger transaction that does not sum to zero in each currency, at its commit', async () => {
    const post = (amount: number, currency: string): Promise<object[]> =>
      db.query(
        `INSERT INTO posting (merchant_id, transaction_id, account, amount, currency) VALUES ($1, $2, 'x', $3, $4)`,
        [ids['merchant'], ids['ledger_transaction'], amount, currency],
      );
    await db.query('BEGIN');
    await post(5, 'ILS');
    await post(-5, 'USD');
    await expect(db.query('COMMIT')).rejects.toThrow('does not sum to zero');
    await db.query('BEGIN');
    await post(5, 'ILS');
    await post(-5, 'ILS');
    await db.query('COMMIT');
  });
});
