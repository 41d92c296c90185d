import type { AuditedWorld } from '../../builders/audited-world.builder';

/** What breaks a rule and no other one: constraints that would refuse it are dropped first. */
export type Violation = Readonly<{ drop?: readonly string[]; plant: (world: AuditedWorld) => readonly string[] }>;

const ledgerOf = (refundId: string, kind: string): string =>
  `(SELECT id FROM ledger_transaction WHERE refund_id = '${refundId}' AND kind = '${kind}' LIMIT 1)`;
const constraint = (table: string, name: string): string => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`;
const HOUR_AGO = `now() - interval '1 hour'`;

/** A dispute that only stands in its row. */
const disputeOf = (
  paymentId: string | undefined,
  { status, amount, withdrawn = 0 }: Readonly<{ status: string; amount: number; withdrawn?: number }>,
): readonly string[] => [
  `INSERT INTO dispute (id, merchant_id, payment_id, gateway, dispute_ref, status, status_at, currency, amount, amount_at, withdrawn, actor, opened_at)
   SELECT gen_random_uuid(), merchant_id, id, gateway, 'du_planted', '${status}', now(), currency, ${String(amount)}, now(), ${String(withdrawn)}, 'test', now()
   FROM payment WHERE id = '${paymentId ?? ''}'`,
];

/** One violation per check, by the check's id; triggers and foreign keys are off while it is planted. */
export const VIOLATIONS: Readonly<Record<string, Violation>> = {
  'A1.held': {
    plant: ({ completed }) => [`UPDATE payment SET held = held + 1 WHERE id = '${completed.paymentIds[0]}'`],
  },
  'A19.files': {
    plant: ({ byHand }) => [
      `DELETE FROM bank_file_item WHERE transfer_id = '${byHand.transferId}'`,
      `DELETE FROM bank_file WHERE NOT EXISTS (SELECT FROM bank_file_item i WHERE i.bank_file_id = bank_file.id)`,
    ],
  },
  'A19.totals': { plant: () => [`UPDATE bank_file SET total = total + 1`] },
  'A19.kept': {
    plant: ({ byHand, completed }) => [
      `INSERT INTO payee (id, merchant_id, refund_id, customer_id, format, sealed, masked_name, masked_account, details_hash, actor, key, body_hash, created_at)
       SELECT '${completed.id}', y.merchant_id, '${completed.id}', '${completed.customerId}', y.format, y.sealed, y.masked_name, y.masked_account,
         y.details_hash, y.actor, 'planted', y.body_hash, now() - interval '40 days' FROM payee y WHERE y.refund_id = '${byHand.refund.id}' LIMIT 1`,
      `UPDATE refund SET updated_at = now() - interval '40 days' WHERE id = '${completed.id}'`,
    ],
  },
  'A1.disputed': {
    plant: ({ completed }) => [
      ...disputeOf(completed.paymentIds[0], { status: 'open', amount: 14_000 }),
      `UPDATE payment SET disputed = captured WHERE id = '${completed.paymentIds[0]}'`,
    ],
  },
  'A1.disputes': {
    plant: ({ completed }) => [`UPDATE payment SET disputed = 1 WHERE id = '${completed.paymentIds[0]}'`],
  },
  'A1.blocked': {
    plant: ({ completed }) => [
      ...disputeOf(completed.paymentIds[0], { status: 'open', amount: 1 }),
      `UPDATE payment SET disputed = 1 WHERE id = '${completed.paymentIds[0]}'`,
      `UPDATE dispute SET updated_at = ${HOUR_AGO}`,
    ],
  },
  'A6.disputes': {
    plant: ({ completed }) => disputeOf(completed.paymentIds[0], { status: 'won', amount: 1, withdrawn: 1 }),
  },
  'A1.reserved': {
    plant: ({ completed: { transferIds, paymentIds } }) => [
      `UPDATE reservation SET released_at = now() WHERE transfer_id = '${transferIds[0]}'`,
      `UPDATE payment SET held = held - 7000 WHERE id = '${paymentIds[0]}'`,
    ],
  },
  'A2.amounts': {
    plant: ({ completed }) => [`UPDATE transfer SET currency = 'USD' WHERE id = '${completed.transferIds[0]}'`],
  },
  'A3.lines': {
    drop: [constraint('sale_line', 'sale_line_quantity_check')],
    plant: ({ completed }) => [`UPDATE sale_line SET quantity = 0 WHERE sale_id = '${completed.saleId}'`],
  },
  'A3.shipping': {
    plant: ({ completed }) => [
      `UPDATE refund SET shipping_gross = 5, goodwill = -5,
         decided = jsonb_set(jsonb_set(decided, '{quote,shipping,gross}', '5'), '{quote,goodwill}', '-5') WHERE id = '${completed.id}'`,
    ],
    drop: [constraint('refund', 'refund_parts_check'), constraint('refund', 'refund_given_back_check')],
  },
  'A4.parts': {
    plant: ({ completed }) => [
      `UPDATE refund SET goodwill = 1, decided = jsonb_set(decided, '{quote,goodwill}', '1') WHERE id = '${completed.id}'`,
    ],
  },
  'A4.decided': {
    plant: ({ completed }) => [
      `UPDATE refund SET decided = jsonb_set(decided, '{quote,payout}', '9999') WHERE id = '${completed.id}'`,
    ],
  },
  'A4.paid': { plant: ({ completed }) => [`UPDATE refund SET short_amount = 1 WHERE id = '${completed.id}'`] },
  'A5.lines': {
    plant: ({ completed }) => [
      `UPDATE sale_line SET total = 10000, quantity = 1, tax = 1526 WHERE sale_id = '${completed.saleId}'`,
    ],
  },
  'A5.parts': {
    drop: [
      constraint('refund_line', 'refund_line_amounts_check'),
      constraint('refund_line', 'refund_line_given_back_check'),
    ],
    plant: ({ completed }) => [`UPDATE refund_line SET tax = -1 WHERE refund_id = '${completed.id}'`],
  },
  'A6.balance': {
    plant: ({ completed, merchant }) => [
      `INSERT INTO posting (merchant_id, transaction_id, account, amount, currency)
       VALUES ('${merchant.id}', ${ledgerOf(completed.id, 'settled')}, 'fee_income', 1, 'ILS')`,
    ],
  },
  'A6.entries': {
    drop: [constraint('credit_entry', 'credit_entry_amounts_check')],
    plant: ({ credited: { transferIds } }) => [
      `UPDATE credit_entry SET available = available + CASE kind WHEN 'bonus' THEN -501 ELSE 501 END WHERE transfer_id = '${transferIds[0]}'`,
    ],
  },
  'A6.accounts': { plant: () => [`UPDATE credit_account SET available = available + 1`] },
  'A6.settled': {
    plant: ({ completed }) => [
      `UPDATE posting SET account = 'sales_clearing'
       WHERE account = 'gateway_clearing' AND transaction_id = ${ledgerOf(completed.id, 'settled')}`,
    ],
  },
  'A6.owed': {
    plant: ({ completed }) => [
      `UPDATE posting SET account = 'sales_returns'
       WHERE account = 'refunds_payable' AND transaction_id = ${ledgerOf(completed.id, 'approved')}`,
    ],
  },
  'A7.series': { plant: () => [`UPDATE credit_note_series SET next_number = next_number + 1`] },
  'A7.totals': {
    plant: ({ completed }) => [
      `UPDATE credit_note SET total = 1, net = 1, tax = 0, body = body || '{"total": 1, "net": 1, "tax": 0}' WHERE refund_id = '${completed.id}'`,
    ],
  },
  'A7.countered': {
    plant: ({ repairing }) => [
      `UPDATE credit_note SET transfers = '[]' WHERE refund_id = '${repairing.id}' AND document_type = 'counter_note'`,
    ],
  },
  'A7.invoices': {
    plant: ({ completed }) => [
      `UPDATE sale SET snapshot = jsonb_set(snapshot, '{invoice}', 'null') WHERE id = '${completed.saleId}'`,
    ],
  },
  'A7.amounts': {
    plant: ({ completed }) => [
      `UPDATE credit_note SET body = body || '{"total": 1}' WHERE refund_id = '${completed.id}'`,
    ],
  },
  'A8.destinations': {
    plant: ({ reviewed, merchant }) => [
      `INSERT INTO transfer (id, merchant_id, refund_id, no, destination, gateway, currency, amount, status)
       VALUES (gen_random_uuid(), '${merchant.id}', '${reviewed.id}', 2, 'store_credit', 'store_credit', 'ILS', 1, 'declined')`,
    ],
  },
  'A9.chain': {
    plant: ({ pending }) => [
      `UPDATE refund_event SET from_status = 'awaiting_return' WHERE refund_id = '${pending.id}' AND to_status = 'processing'`,
    ],
  },
  'A9.moves': {
    plant: ({ completed, merchant }) =>
      [
        ['completed', 'processing'],
        ['processing', 'completed'],
      ].map(
        ([from, to]) => `INSERT INTO refund_event (merchant_id, refund_id, kind, depth, from_status, to_status, actor)
         VALUES ('${merchant.id}', '${completed.id}', 'money_status', 'staff', '${from}', '${to}', 'system')`,
      ),
  },
  'A9.money': {
    plant: ({ pending }) => [`UPDATE transfer SET status = 'in_doubt' WHERE id = '${pending.transferIds[0]}'`],
  },
  'A9.repaired': {
    plant: ({ reversed }) => [`UPDATE refund SET repairs = 0 WHERE id = '${reversed.id}'`],
  },
  'A9.evidence': {
    plant: ({ completed }) => [
      `UPDATE attempt SET status = 'refused' WHERE transfer_id = '${completed.transferIds[0]}'`,
    ],
  },
  'A9.told': {
    plant: ({ completed }) => [`UPDATE outgoing_event SET sequence = sequence + 1 WHERE refund_id = '${completed.id}'`],
    drop: [constraint('outgoing_event', 'outgoing_event_refund_id_sequence_key')],
  },
  'A11.attempts': {
    drop: ['DROP INDEX attempt_open_idx'],
    plant: ({ pending, merchant }) => [
      `INSERT INTO attempt (id, merchant_id, transfer_id, no, gateway_key, reference, request_hash, status)
       VALUES (gen_random_uuid(), '${merchant.id}', '${pending.transferIds[0]}', 2, 'key', 'reference', repeat('0', 64), 'prepared')`,
    ],
  },
  'A11.keys': {
    drop: [constraint('attempt', 'attempt_gateway_key_key')],
    plant: ({ completed }) => [
      `UPDATE attempt SET gateway_key = 'same' WHERE transfer_id = ANY ('{${completed.transferIds.join()}}')`,
    ],
  },
  'A11.movements': {
    drop: ['DROP INDEX transfer_gateway_refund_id_idx'],
    plant: ({ completed }) => [`UPDATE transfer SET gateway_refund_id = 're_same' WHERE refund_id = '${completed.id}'`],
  },
  'A11.requests': {
    drop: ['DROP INDEX refund_request_key_idx'],
    plant: ({ completed, pending }) => [
      `UPDATE refund SET request_key = repeat('0', 64) WHERE id IN ('${completed.id}', '${pending.id}')`,
    ],
  },
  'A11.unknown': {
    plant: ({ reviewed }) => [`UPDATE attempt SET status = 'unknown' WHERE transfer_id = '${reviewed.transferIds[0]}'`],
  },
  'A12.approved': {
    plant: ({ completed }) => [
      `UPDATE decision SET snapshot_hash = repeat('0', 64) WHERE refund_id = '${completed.id}'`,
    ],
  },
  'A12.persons': {
    plant: ({ completed, merchant }) => [
      `UPDATE decision SET owner = '${merchant.lead.owner}' WHERE refund_id = '${completed.id}'`,
    ],
  },
  'A13.owner': { plant: ({ reviewed }) => [`UPDATE refund SET review_reason = NULL WHERE id = '${reviewed.id}'`] },
  'A13.starts': {
    plant: ({ asked, merchant }) => [
      `INSERT INTO outbox (refund_id, merchant_id, start, created_at) VALUES ('${asked.id}', '${merchant.id}', '{}', ${HOUR_AGO})`,
    ],
  },
  'A13.facts': { plant: () => [`UPDATE inbox_event SET state = 'to_signal', received_at = ${HOUR_AGO}`] },
  'A13.commands': {
    plant: ({ completed }) => [
      `UPDATE refund_command SET state = 'pending', created_at = ${HOUR_AGO} WHERE refund_id = '${completed.id}'`,
    ],
  },
  'A13.calls': {
    plant: ({ pending: { id, transferIds } }) => [
      `UPDATE transfer SET status = 'sending', updated_at = ${HOUR_AGO} WHERE id = '${transferIds[0]}'`,
      `UPDATE refund SET status = 'needs_review', review_reason = 'no_answer' WHERE id = '${id}'`,
      `UPDATE refund_event SET to_status = 'needs_review' WHERE refund_id = '${id}' AND to_status = 'awaiting_gateway'`,
      `UPDATE outgoing_event SET body = body || '{"to": "needs_review"}' WHERE refund_id = '${id}' AND body ->> 'to' = 'awaiting_gateway'`,
    ],
  },
  'A13.held': {
    plant: ({ asked }) => [
      `UPDATE transfer SET hold_reason = 'kill_switch', held_at = ${HOUR_AGO}, updated_at = ${HOUR_AGO} WHERE refund_id = '${asked.id}'`,
    ],
  },
  'A13.woken': {
    plant: ({ asked }) => [
      `INSERT INTO outbox_signal (id, merchant_id, refund_id, name, event, created_at)
       VALUES (gen_random_uuid(), '${asked.merchantId}', '${asked.id}', 'holdLifted', '{}', ${HOUR_AGO})`,
    ],
  },
  'A21.clock': {
    plant: ({ asked }) => [
      `UPDATE refund SET statutory = true, pay_by = current_date + 3, pay_ends_at = now() + interval '3 days', clock_at = ${HOUR_AGO} WHERE id = '${asked.id}'`,
    ],
  },
  'A21.runs': {
    plant: ({ asked }) => [
      `UPDATE refund SET statutory = true, pay_by = current_date + 9, pay_ends_at = now() + interval '9 days' WHERE id = '${asked.id}'`,
    ],
  },
  'A21.missed': {
    plant: ({ completed }) => [
      `UPDATE refund SET statutory = true, pay_by = current_date, pay_ends_at = now() + interval '1 day', pay_missed = true WHERE id = '${completed.id}'`,
    ],
  },
  'A13.due': { plant: ({ asked }) => [`UPDATE refund SET due_at = ${HOUR_AGO} WHERE id = '${asked.id}'`] },
  'A16.early': {
    plant: ({ completed }) => [
      `UPDATE message SET status = 'sent', sent_at = ${HOUR_AGO} WHERE refund_id = '${completed.id}' AND kind = 'refund_completed'`,
    ],
  },
  'A16.returned': {
    plant: ({ repairing }) => [`DELETE FROM message WHERE refund_id = '${repairing.id}' AND kind = 'refund_returned'`],
  },
  'A16.missing': {
    plant: ({ completed }) => [`DELETE FROM message WHERE refund_id = '${completed.id}' AND kind = 'refund_completed'`],
  },
  'A16.waiting': {
    plant: ({ completed }) => [
      `UPDATE message SET status = 'queued', created_at = now() - interval '2 days' WHERE refund_id = '${completed.id}' AND kind = 'refund_completed'`,
    ],
  },
  'A18.refund': {
    plant: ({ completed }) => [`UPDATE refund SET note = 'use sk_live_abc' WHERE id = '${completed.id}'`],
  },
  'A18.sale': {
    plant: ({ completed }) => [
      `UPDATE sale SET snapshot = snapshot || '{"hint": "rk_live_abc"}' WHERE id = '${completed.saleId}'`,
    ],
  },
  'A18.attempt': {
    plant: ({ completed }) => [
      `UPDATE attempt SET evidence = '{"key": "whsec_abcdefgh"}' WHERE transfer_id = '${completed.transferIds[0]}'`,
    ],
  },
  'A18.inbox_event': { plant: () => [`UPDATE inbox_event SET fact = fact || '{"key": "sk_live_abc"}'`] },
  'A18.refund_command': { plant: () => [`UPDATE refund_command SET note = '-----BEGIN RSA PRIVATE KEY'`] },
  'A18.decision': { plant: () => [`UPDATE decision SET note = 'rk_live_abc'`] },
  'A18.webhook_endpoint': {
    plant: ({ merchant }) => [`${endpointOf(merchant.id, 'disabled')}, 'by_merchant', 'whsec_abcdefghij')`],
  },
  'A20.owner': {
    drop: [constraint('webhook_delivery', 'webhook_delivery_owner_check')],
    plant: ({ completed, merchant }) => [deliveryOf(completed.id, merchant.id, 1, 'dead')],
  },
  'A20.numbers': {
    plant: ({ completed, merchant }) => [
      deliveryOf(completed.id, merchant.id, 1, 'delivered'),
      deliveryOf(completed.id, merchant.id, 3, 'delivered'),
    ],
  },
  'A13.events': { plant: ({ merchant }) => [`${endpointOf(merchant.id, 'enabled')}, NULL, 's1.sealed')`] },
  'A13.deliveries': {
    plant: ({ completed, merchant }) => [deliveryOf(completed.id, merchant.id, 1, 'pending')],
  },
};

/** Before everything that ever happened; its reason and secret are added. */
const endpointOf = (merchantId: string, status: string): string =>
  `INSERT INTO webhook_endpoint (id, merchant_id, url, transaction_no, number, owner, created_by, key, body_hash, status, disabled_reason, secret)
   VALUES (gen_random_uuid(), '${merchantId}', 'https://e.example', 0, 0, 'o', 'a', 'k', repeat('0', 64), '${status}'`;
const deliveryOf = (refundId: string, merchantId: string, sequence: number, status: string): string =>
  `INSERT INTO webhook_delivery (id, merchant_id, endpoint_id, refund_id, sequence, status, next_try_at, expires_at)
   VALUES (gen_random_uuid(), '${merchantId}', '00000000-0000-7000-8000-000000000001', '${refundId}', ${sequence}, '${status}',
     CASE '${status}' WHEN 'pending' THEN now() END, ${HOUR_AGO})`;
