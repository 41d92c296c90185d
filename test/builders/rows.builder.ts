import { newId, sha256Hex } from '@zikui/persistence';
import type { TestDatabase } from './database.builder';

type Row = Readonly<Record<string, unknown>>;

/** Writes a row; columns that are not named keep their default. */
async function insertRow(db: TestDatabase, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).join(', ');
  await db.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`, [
    JSON.stringify(row),
  ]);
}

/** One row in every table, all of one refund. The ids of the rows, by table. */
export async function insertOneOfEach(db: TestDatabase): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  const add = async (table: string, row: Row): Promise<void> => {
    ids[table] = newId();
    await insertRow(db, table, { id: ids[table], merchant_id: ids['merchant'], ...row });
  };
  const addPlain = (table: string, row: Row): Promise<void> =>
    insertRow(db, table, { merchant_id: ids['merchant'], ...row });
  const hash = sha256Hex('x');
  const id = (table: string): Row => ({ [`${table}_id`]: ids[table] });

  ids['merchant'] = newId();
  const { merchant } = ids;
  await insertRow(db, 'merchant', { id: merchant, slug: 's', name: 'S', mode: 'test', time_zone: 'UTC', locale: 'he' });
  await add('api_key', {
    public_id: 'abcdefgh',
    secret_hash: hash,
    mode: 'test',
    owner: 'o',
    scopes: ['refunds:read'],
    key: 'k',
    body_hash: hash,
  });
  await insertRow(db, 'access_failure', {
    ...{ address: '203.0.113.7', count: 1, blocks: 0 },
    ...{ window_ends_at: '2026-11-01T00:00:00Z', blocked_until: '2026-11-01T00:00:00Z' },
  });
  await add('staff_user', { person: 'dana@shop.test', name: 'Dana', created_by: 'a', issuer: 'i', subject: 's' });
  const staff = { staff_id: ids['staff_user'] };
  await add('role_grant', { ...staff, role: 'lead', source: 'admin', granted_by: 'a' });
  await add('staff_session', { ...staff, token_hash: hash, expires_at: '2099-01-01T00:00:00Z' });
  await add('legal_entity', { ref: 'main', name: 'L', registration_number: '1', address: 'A' });
  await add('customer', { ref: 'c', locale: 'he' });
  const version = { name: 'p', source: '-', hash, key: 'k', body_hash: hash };
  await add('policy_version', { currency: 'ILS', number: 1, ...version, status: 'published' });
  const money = { currency: 'ILS' };
  const sale = {
    sale_ref: 's',
    shipping_total: 10,
    shipping_tax: 1,
    snapshot: {},
    body_hash: hash,
    placed_at: '2026-11-01T00:00:00Z',
  };
  await add('sale', { ...sale, ...money, ...id('customer'), ...id('legal_entity') });
  await add('sale_line', { ...id('sale'), no: 1, ref: 'l', kind: 'goods', quantity: 2, total: 90, tax: 9 });
  await add('payment', {
    ...id('sale'),
    no: 1,
    ref: 'p',
    gateway: 'stripe',
    gateway_ref: 'pi',
    ...money,
    captured: 100,
    held: 50,
  });
  const told = '2026-11-01T00:00:00Z';
  await add('dispute', {
    ...{ ...id('payment'), gateway: 'stripe', dispute_ref: 'du', status: 'open', amount: 5, currency: 'ILS', key: 'k' },
    ...{ status_at: told, amount_at: told, opened_at: told, body_hash: hash, actor: 'a' },
  });
  await add('refund', {
    ...id('sale'),
    ...id('customer'),
    ...id('legal_entity'),
    ...id('policy_version'),
    ...money,
    ...{ law_version: 'v', request_key: hash, external_ref: 'e', reason: 'defective', destination: 'original' },
    ...{
      requester: 'merchant',
      requester_owner: 'o',
      payout: 50,
      shipping_gross: 5,
      shipping_tax: 1,
      goodwill: 0,
      fee: 0,
    },
    ...{ status: 'requested', statutory: false, snapshot_hash: hash, decided: {} },
  });
  const refund = id('refund');
  await add('refund_line', { ...refund, ...id('sale_line'), no: 1, units: 1, gross: 45, tax: 4 });
  await addPlain('refund_event', { ...refund, run_id: 'r', seq: 1, kind: 'requested', depth: 'customer', actor: 'a' });
  const transfer = {
    no: 1,
    destination: 'payment',
    gateway: 'stripe',
    amount: 50,
    status: 'planned',
    gateway_refund_id: 're',
  };
  await add('transfer', { ...refund, ...id('payment'), ...transfer, ...money });
  // Only rules are tried on these rows: this transfer replaces itself.
  await db.query('UPDATE transfer SET replaces_id = id');
  await add('reservation', { ...id('transfer'), ...id('payment'), amount: 50 });
  const attempt = { no: 1, gateway_key: 'k', reference: 'r', request_hash: hash, status: 'prepared' };
  await add('attempt', { ...id('transfer'), ...attempt });
  await add('approval_step', { ...refund, no: 1, role: 'lead', hours: 8, status: 'open' });
  await add('staff_message', {
    ...{ ...refund, step_id: ids['approval_step'], person: 'p', kind: 'approval_open', status: 'queued' },
    next_try_at: told,
  });
  await add('staff_message', {
    ...{ ...refund, person: 'p', kind: 'review_assigned', status: 'queued', next_try_at: told },
  });
  await add('note', { ...refund, kind: 'comment', actor: 'a', sealed: '-', key: 'k', body_hash: hash });
  // Only rules are tried on these rows: this answer answers itself.
  await db.query(`UPDATE note SET kind = 'answer', reply_to = id`);
  await add('evidence', {
    ...{ ...refund, note_id: ids['note'], media_type: 'image/png', bytes: 1 },
    ...{ content_hash: hash, content: '-', actor: 'a', key: 'k' },
  });
  await add('refund_draft', { ...staff, name: 'n', sealed: '-', expires_at: '2099-01-01T00:00:00Z' });
  await add('saved_view', { ...staff, page: 'refunds', name: 'n', query: 'status=failed' });
  await add('refund_watch', { ...refund, ...staff });
  await add('step_reminder', { ...staff, step_id: ids['approval_step'], remind_at: told });
  await add('approver', { person: 'p', teams: [], locale: 'he', digest: false });
  await add('delegation', {
    ...{ from_person: 'p', to_person: 'o', starts_at: told, ends_at: '2099-01-01T00:00:00Z' },
    ...{ made_by: 'a', key: 'k', body_hash: hash },
  });
  const decision = {
    ...{ actor: 'a', owner: 'o', role: 'lead', outcome: 'approve', snapshot_hash: hash },
    ...{ on_behalf_of: 'p', delegation_id: ids['delegation'] },
  };
  await add('decision', { ...refund, step_id: ids['approval_step'], command_id: newId(), ...decision });
  await add('goods_return', { ...refund, no: 1, mode: 'required', money_on: 'delivered', status: 'expected' });
  const goods = { return_id: ids['goods_return'] };
  await add('return_item', { ...goods, ...id('refund_line'), units: 1, status: 'expected' });
  const parcel = {
    no: 1,
    carrier: 'c',
    shipment_ref: 's',
    tracking_code: 't',
    label_url: 'u',
    status: 'label_created',
  };
  await add('parcel', { ...goods, ...parcel });
  const scan = { event_id: 'e', status: 'in_transit', applied: true, occurred_at: '2026-11-01T00:00:00Z' };
  await add('parcel_event', { ...id('parcel'), ...scan });
  await add('credit_account', { ...id('customer'), ...id('legal_entity'), ...money, available: 10 });
  const entry = { kind: 'refund', amount: 10, available: 10, status: 'active' };
  await add('credit_entry', { account_id: ids['credit_account'], ...id('transfer'), ...entry });
  await add('ledger_transaction', { ...id('legal_entity'), ...refund, kind: 'approved', key: 'k', ...money });
  const posting = { transaction_id: ids['ledger_transaction'], currency: 'ILS', ...id('credit_account') };
  await db.query('BEGIN');
  await addPlain('posting', { ...posting, account: 'sales_returns', amount: 50 });
  await addPlain('posting', { ...posting, account: 'refunds_payable', amount: -50 });
  await db.query('COMMIT');
  await add('credit_note_series', { ...id('legal_entity'), document_type: 'credit_note', prefix: 'CN-' });
  const note = {
    document_type: 'counter_note',
    transfers: ['t'],
    completion: 1,
    status: 'issued',
    number: 1,
    display_number: 'CN-1',
  };
  await add('credit_note', {
    ...refund,
    series_id: ids['credit_note_series'],
    ...note,
    ...{ ...money, net: 41, tax: 9, total: 50, body: {}, issued_at: '2026-11-01T00:00:00Z' },
  });
  await add('message', { ...refund, kind: 'refund_received', no: 1, status: 'queued' });
  // Only rules are tried on these rows: this message says itself once more.
  await db.query(`UPDATE message SET resend_of = id, key = 'k'`);
  await addPlain('portal_link', { ...refund, ...id('message'), opened: 1, expires_at: '2099-01-01T00:00:00Z' });
  await addPlain('outgoing_event', { ...refund, sequence: 1, type: 't', body: {} });
  await add('inbox_event', { source: 's', event_id: 'e', type: 't', fact: {}, state: 'waiting', ...refund });
  await addPlain('outbox', { ...refund, start: {} });
  await addPlain('idempotency_key', { route: 'r', key: 'k', body_hash: hash, ...refund, answer: {} });
  const command = {
    route: 'r',
    key: 'k',
    body_hash: hash,
    name: 'decide',
    key_id: ids['api_key'],
    actor: 'key:abcdefgh',
    workflow_id: 'w',
    payload: {},
    state: 'pending',
  };
  await add('refund_command', { ...refund, ...command });
  const proposal = {
    kind: 'resolution',
    subject: 's',
    subject_hash: hash,
    payload: {},
    payload_hash: hash,
    ...{ amount: 50, currency: 'ILS', proposed_by: 'a', proposer_owner: 'o', evidence: 'e', status: 'open' },
    ...{ route: 'r', key: 'k', body_hash: hash, expires_at: '2099-01-01T00:00:00Z' },
  };
  await add('proposal', { ...refund, ...id('transfer'), ...proposal });
  const second = { outcome: 'reject', actor: 'b', owner: 'p', role: 'lead', payload_hash: hash };
  await add('proposal_decision', { ...id('proposal'), ...second, key: 'k', body_hash: hash });
  await addPlain('audit_entry', { chain: 'c', actor: 'a', action: 'proposal.made', subject: 's', data: {} });
  const days = { from_day: '2026-11-01', to_day: '2026-11-01' };
  const account = { gateway: 'stripe', source: 'report' };
  await add('reconciliation', { ...account, ...days, key: 'k', body_hash: hash, actor: 'a', status: 'requested' });
  const reconciliation = id('reconciliation');
  const moved = { line: 2, gateway_refund_id: 're', amount: 50, status: 'settled', moved_at: '2026-11-01T00:00:00Z' };
  await add('report_movement', { ...reconciliation, ...moved, ...money });
  const difference = { kind: 'missing_here', subject: 're', owner: 'finance', day: '2026-11-01' };
  await add('reconciliation_difference', {
    ...reconciliation,
    ...refund,
    ...id('transfer'),
    ...account,
    ...difference,
  });
  await add('sending_hold', { reason: 'kill_switch', begun_by: 'a', probe_transfer_id: ids['transfer'] });
  await add('outbox_signal', { ...refund, name: 'holdLifted', event: {} });
  const sealed = { key: 'k', body_hash: hash, secret: 's', transaction_no: 0, number: 0 };
  const endpoint = { url: 'https://e.example', status: 'enabled', owner: 'o', created_by: 'a' };
  await add('webhook_endpoint', { ...endpoint, ...sealed });
  const delivery = { sequence: 1, status: 'delivered', expires_at: '2099-01-01T00:00:00Z' };
  await add('webhook_delivery', { endpoint_id: ids['webhook_endpoint'], ...refund, ...delivery });
  const seal = {
    up_to: 1,
    heads: 1,
    root: hash,
    previous_hash: hash,
    signature: 's',
    hash,
    at: '2026-11-01T00:00:00Z',
  };
  await insertRow(db, 'audit_seal', { no: 1, ...seal });
  await insertRow(db, 'audit_head', { chain: 'c', no: 1, hash });
  const payee = {
    format: 'iban',
    sealed: 's1.x',
    masked_name: 'D. L.',
    masked_account: 'DE••••3000',
    details_hash: hash,
  };
  await add('payee', { ...refund, ...id('customer'), ...payee, actor: 'a', key: 'k', body_hash: hash });
  const file = {
    format: 'sepa',
    execute_on: '2026-11-01',
    transfers: 1,
    total: 50,
    content: 's1.x',
    content_hash: hash,
  };
  await add('bank_file', { ...id('legal_entity'), ...money, ...file, bytes: 9, actor: 'a', key: 'k', body_hash: hash });
  const test = {
    source: 's',
    source_hash: hash,
    days: 30,
    since: '2026-10-01T00:00:00Z',
    until: '2026-11-01T00:00:00Z',
  };
  const running = { status: 'running', report: {}, actor: 'a', key: 'k', body_hash: hash };
  await add('back_test', { ...id('policy_version'), ...money, ...test, ...running });
  await addPlain('back_test_change', { ...id('back_test'), ...refund, no: 1, before: {}, after: {} });
  await add('bank_file_item', { ...id('bank_file'), ...id('transfer'), position: 1, end_to_end_id: 'ZK1', amount: 50 });
  return ids;
}
