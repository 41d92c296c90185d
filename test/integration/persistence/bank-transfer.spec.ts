import { createHash } from 'node:crypto';
import { uuidOf } from '@zikui/domain';
import { EraseBankDetailsStore, InboxStore, newId, type BankFileView } from '@zikui/persistence';
import { ByHand, PAYEE, PAYER } from '../../builders/by-hand.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import type { StoredRefund } from '../../builders/stored-refund.builder';
import { DECLINED, settledWith } from '../../builders/stored-review.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let people: ByHand;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeEach(async () => {
  merchant = await storeMerchant(test.database);
  people = await ByHand.of(test.database, merchant);
});
beforeAll(async () => {
  test = await newDatabase();
});
afterEach(async () => expect(await rows(BROKEN)).toEqual([]));
afterAll(() => test.close());

/** I1, I4, I6, and what is in the bank files. */
const BROKEN = `
SELECT 'I1' AS rule, p.id FROM payment p
  WHERE p.held > p.captured OR p.held <> (SELECT coalesce(sum(amount), 0) FROM reservation WHERE payment_id = p.id AND released_at IS NULL)
UNION ALL SELECT 'I4', r.id FROM refund r WHERE r.status = 'completed'
  AND r.payout - r.short_amount <> (SELECT coalesce(sum(amount), 0) FROM transfer WHERE refund_id = r.id AND status = 'settled')
UNION ALL SELECT 'I6', transaction_id FROM posting GROUP BY transaction_id HAVING sum(amount) <> 0
UNION ALL SELECT 'file', t.id FROM transfer t WHERE t.destination = 'manual' AND t.status IN ('pending', 'settled')
  AND (SELECT count(*) FROM bank_file_item WHERE transfer_id = t.id) <> 1`;

const transfersOf = ({ id }: StoredRefund) =>
  rows(
    `SELECT t.no, t.destination, t.status, (SELECT coalesce(sum(amount), 0)::int FROM reservation WHERE transfer_id = t.id AND released_at IS NULL) AS held
     FROM transfer t WHERE t.refund_id = $1 ORDER BY t.no`,
    id,
  );
const owed = ({ id }: StoredRefund) =>
  rows<{ sum: number }>(
    `SELECT coalesce(sum(p.amount), 0)::int AS sum FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
     WHERE l.refund_id = $1 AND p.account = 'refunds_payable'`,
    id,
  ).then(([row]) => row?.sum);
const filesOf = (transferId: string) =>
  rows<{ file: string }>(`SELECT bank_file_id AS file FROM bank_file_item WHERE transfer_id = $1`, transferId);

describe('who makes bank files', () => {
  it('is finance, by the matrix of permissions, also for a key: others neither make nor read one', async () => {
    await people.planned();
    const { file } = await people.export();
    const lead = principalOf(merchant, merchant.lead, 'lead');
    const ask = { legalEntity: 'main', currency: 'ILS', format: 'csv', executeOn: null, payer: PAYER } as const;
    const refused = { code: 'permission_missing', values: { permission: 'bank_file.make' } };
    await expect(people.files.create(lead, { ...ask, key: newId(), bodyHash: 'a'.repeat(64) })).rejects.toMatchObject(
      refused,
    );
    await expect(people.files.content(lead, uuidOf('bankFile', file.id) ?? '')).rejects.toMatchObject(refused);
    expect(
      await rows(`SELECT id FROM audit_entry WHERE owner = $1 AND action LIKE 'bank_file%'`, merchant.lead.owner),
    ).toEqual([]);
  });
});

describe('whom a transfer by hand pays', () => {
  it('is kept sealed and shown masked, in every table and line of the timeline', async () => {
    const { refund } = await people.planned();
    const everything = JSON.stringify([
      await rows(`SELECT * FROM payee`),
      await rows(`SELECT * FROM transfer`),
      await rows(`SELECT * FROM refund`),
      await rows(`SELECT * FROM refund_event`),
      await rows(`SELECT * FROM refund_command`),
      await rows(`SELECT * FROM audit_entry`),
    ]);
    expect(everything).not.toContain('123456');
    expect(everything).not.toContain('Dana Levi');
    expect(await people.payees.list(merchant.id, refund.id)).toMatchObject([
      { name: 'D. L.', account: '12-600-••••456', format: 'israeli', erasedAt: null },
    ]);
  });

  it('is part of what is approved: another account is another snapshot', async () => {
    const refund = await people.room.answered([DECLINED]);
    const first = await people.change(refund, refund.transferIds[0]);
    const rejected = await people.decide(refund, first, 'reject');
    expect(rejected).toMatchObject({ status: 'needs_review' });
    const other = { ...PAYEE, account: { ...PAYEE.account, account: '000654321' } };
    const second = await people.change(refund, first.transfers.at(-1)?.id, other);
    expect(second).toMatchObject({ status: 'awaiting_approval' });
    expect(second.snapshotHash).not.toBe(first.snapshotHash);
    expect(await transfersOf(refund)).toMatchObject([
      { no: 1, status: 'released' },
      { no: 2, destination: 'manual', status: 'released', held: 0 },
      { no: 3, destination: 'manual', status: 'planned', held: 10_000 },
    ]);
  });

  it('of another refund, or of none, is not paid', async () => {
    const refund = await people.room.answered([DECLINED]);
    const other = await people.room.answered([DECLINED]);
    const foreign = await people.payee(other);
    for (const payee of [foreign, newId(), null]) {
      const over = { transfer: refund.transferIds[0] ?? null, destination: 'manual', payee } as const;
      expect(await people.room.act(refund, 'change_destination', null, over)).toMatchObject({
        applied: false,
        refused: 'payee_not_found',
      });
    }
  });

  it('is given once per key', async () => {
    const refund = await people.room.answered([DECLINED]);
    const principal = principalOf(merchant, people.finance, 'finance');
    const ask = { refundId: refund.id, details: PAYEE, key: 'k1', bodyHash: 'a'.repeat(64) };
    const first = await people.payees.add(principal, ask);
    expect(await people.payees.add(principal, ask)).toEqual({ ...first, replayed: true });
    await expect(people.payees.add(principal, { ...ask, bodyHash: 'b'.repeat(64) })).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
  });
});

describe('a bank file', () => {
  it('takes what is approved, moves it to pending, and wakes each process by the relay', async () => {
    const { refund, transferId } = await people.planned();
    const { file } = await people.export();
    expect(file).toMatchObject({ transfers: 1, pending: 1, total: { amount: 10_000 }, format: 'csv' });
    expect(await transfersOf(refund)).toMatchObject([
      { status: 'released' },
      { destination: 'manual', status: 'pending', held: 10_000 },
    ]);
    const due = await new InboxStore(test.database).due(50);
    expect(due.filter(({ event }) => 'transferId' in event && event.transferId === transferId)).toMatchObject([
      { name: 'gatewayEvent', event: { status: 'pending' } },
    ]);
    expect(await people.room.follow(refund)).toMatchObject({
      status: 'awaiting_gateway',
      messages: [{ kind: 'refund_sent' }],
    });
    const text = await people.read(file);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain('"100.00","ILS","Dana Levi","","12","600","000123456"');
    expect(text).toContain('"TEST Refund sale-');
  });

  it('gives the same bytes each time, to one caller as to another, and writes down who read it', async () => {
    await people.planned();
    const { file } = await people.export();
    const [first, second] = [await people.read(file), await people.read(file)];
    expect(second).toBe(first);
    expect(createHash('sha256').update(first).digest('hex')).toBe(file.contentHash);
    expect(Buffer.byteLength(first)).toBe(file.bytes);
    expect(
      await rows(
        `SELECT action FROM audit_entry WHERE chain = $1 AND action LIKE 'bank_file.%' ORDER BY no`,
        `merchant:${merchant.id}`,
      ),
    ).toEqual([{ action: 'bank_file.made' }, { action: 'bank_file.read' }, { action: 'bank_file.read' }]);
    expect(await rows(`SELECT content FROM bank_file WHERE content LIKE '%123456%'`)).toEqual([]);
  });

  it('is made once per key, and a repeat gives the first one', async () => {
    await people.planned();
    const first = await people.export({ key: 'same' });
    expect(await people.export({ key: 'same' })).toEqual({ ...first, replayed: true });
    await expect(people.export({ key: 'same', bodyHash: 'b'.repeat(64) })).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
  });

  it('is refused when nothing waits for it: what is not approved, rejected, disputed, or of another currency', async () => {
    await expect(people.export()).rejects.toMatchObject({ code: 'nothing_to_export' });
    const asked = await people.room.answered([DECLINED]);
    const changed = await people.change(asked, asked.transferIds[0]);
    await expect(people.export()).rejects.toMatchObject({ code: 'nothing_to_export' });
    await people.decide(asked, changed, 'reject');
    await expect(people.export()).rejects.toMatchObject({ code: 'nothing_to_export' });
    const { refund } = await people.planned();
    await expect(people.export({ currency: 'EUR' })).rejects.toMatchObject({ code: 'nothing_to_export' });
    await test.query(`UPDATE payment SET disputed = 1 WHERE id = $1`, [refund.paymentIds[0]]);
    await expect(people.export()).rejects.toMatchObject({ code: 'nothing_to_export' });
    await expect(people.export({ legalEntity: 'other' })).rejects.toMatchObject({ code: 'legal_entity_unknown' });
  });

  it('is not made while new money is stopped, and takes all of it afterwards', async () => {
    const { transferId } = await people.planned();
    const hold = newId();
    await test.query(
      `INSERT INTO sending_hold (id, merchant_id, reason, begun_by) VALUES ($1, $2, 'kill_switch', 'key:x')`,
      [hold, merchant.id],
    );
    await expect(people.export()).rejects.toMatchObject({ code: 'nothing_to_export' });
    await test.query(`UPDATE sending_hold SET ended_at = now(), ended_by = 'key:y' WHERE id = $1`, [hold]);
    await people.export();
    expect(await filesOf(transferId)).toHaveLength(1);
  });

  it('of SEPA takes accounts with an IBAN of a SEPA country only', async () => {
    const german = { name: 'Jörg Müller', account: { format: 'iban', iban: 'DE89370400440532013000' } } as const;
    const [, { transferId }] = [await people.planned(), await people.planned({}, german)];
    // The rows of this test are in shekels; the format does not ask for the currency, the API does.
    const { file } = await people.export({ format: 'sepa' });
    expect(file.transfers).toBe(1);
    expect(await filesOf(transferId)).toHaveLength(1);
    const text = await people.read(file);
    expect(text).toContain('<Nm>Jorg Muller</Nm>');
    expect(text).toContain('<IBAN>DE89370400440532013000</IBAN>');
    expect((await people.export()).file.transfers).toBe(1);
  });

  it('of two people who export at once takes each transfer exactly once, fifty times over', async () => {
    for (let round = 0; round < 50; round += 1) {
      const planned = await Promise.all([people.planned(), people.planned(), people.planned()]);
      const both = await Promise.allSettled([people.export(), people.export()]);
      const made = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.file] : []));
      for (const one of both)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'nothing_to_export' });
      expect(made.reduce((sum: number, file: BankFileView) => sum + file.transfers, 0)).toBe(3);
      for (const { transferId } of planned) expect(await filesOf(transferId)).toHaveLength(1);
    }
  }, 240_000);

  it('and a cancellation at once: it is paid or cancelled, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { refund, transferId } = await people.planned();
      await Promise.allSettled([
        people.export(),
        people.room.act(refund, 'fail', null, { proposal: null }),
        people.room.refunds.project(refund.at(), { kind: 'cancel', command: null, actor: 'key:x' }),
      ]);
      const [transfer] = await rows<{ status: string }>(`SELECT status FROM transfer WHERE id = $1`, transferId);
      expect((await filesOf(transferId)).length).toBe(transfer?.status === 'pending' ? 1 : 0);
    }
  });
});

describe('what the bank did', () => {
  it('is stated by two people: it settles, is posted, and completes the refund with its note', async () => {
    const { refund, transferId } = await people.planned();
    await people.export();
    await people.room.follow(refund);
    const by = { ...refund, transferIds: [transferId] };
    const proposed = await people.room.propose(by, 'mark_settled', 0, { gatewayRefundId: '2026-11-30/17' });
    expect(await people.room.confirm(refund, proposed, {}, people.finance)).toMatchObject({
      refused: 'second_person_needed',
    });
    expect(await people.room.confirm(refund, proposed)).toMatchObject({
      status: 'completed',
      messages: [{ kind: 'refund_completed' }],
    });
    expect(await owed(refund)).toBe(0);
    expect(await rows(`SELECT total::int FROM credit_note WHERE refund_id = $1`, refund.id)).toEqual([
      { total: 10_000 },
    ]);
    expect(await rows(`SELECT gateway_refund_id AS id FROM transfer WHERE id = $1`, transferId)).toEqual([
      { id: '2026-11-30/17' },
    ]);
  });

  it('one line of a statement settles one transfer', async () => {
    const [first, second] = [await people.planned(), await people.planned()];
    await people.export();
    const line = { gatewayRefundId: '2026-11-30/18' };
    await people.room.state({ ...first.refund, transferIds: [first.transferId] }, 'mark_settled', 0, line);
    expect(
      await people.room.state({ ...second.refund, transferIds: [second.transferId] }, 'mark_settled', 0, line),
    ).toMatchObject({ refused: 'movement_taken' });
  });

  it('a part of an order is nothing that a bank does', async () => {
    const { refund, transferId } = await people.planned();
    await people.export();
    const by = { ...refund, transferIds: [transferId] };
    expect(await people.room.state(by, 'mark_settled', 0, { moved: 4_000 })).toMatchObject({
      refused: 'invalid_amount',
    });
  });

  it('a decline gives the hold back, and another account gets a transfer and a file of its own', async () => {
    const { refund, transferId } = await people.planned();
    const first = await people.export();
    await people.room.follow(refund);
    const by = { ...refund, transferIds: [transferId] };
    expect(await people.room.state(by, 'mark_declined', 0)).toMatchObject({ status: 'needs_review' });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'released' }, { status: 'declined', held: 0 }]);
    const changed = await people.change(refund, transferId);
    await people.decide(refund, changed);
    const second = await people.export();
    expect(second.file.id).not.toBe(first.file.id);
    expect(await people.read(second.file)).not.toBe(await people.read(first.file));
    expect(await transfersOf(refund)).toMatchObject([
      { status: 'released' },
      { status: 'released' },
      { no: 3, destination: 'manual', status: 'pending', held: 10_000 },
    ]);
  });

  it('beside a part that the card took, completes the refund by both', async () => {
    const refund = await people.room.answered([settledWith(10_000), DECLINED]);
    const changed = await people.change(refund, refund.transferIds[1]);
    await people.decide(refund, changed);
    await people.export();
    const by = { ...refund, transferIds: [changed.transfers.at(-1)?.id ?? ''] };
    expect(await people.room.state(by, 'mark_settled', 0)).toMatchObject({ status: 'completed' });
    expect(await owed(refund)).toBe(0);
  });

  it('nobody can cancel what stands in a file', async () => {
    const { refund } = await people.planned();
    await people.export();
    const cancel = { kind: 'cancel', command: null, actor: 'key:x' } as const;
    expect(await people.room.refunds.project(refund.at(), cancel)).toMatchObject({ refused: 'too_late' });
  });
});

describe('keeping bank details', () => {
  const later = (refund: StoredRefund, days: number) =>
    Promise.all([
      test.query(`UPDATE refund SET updated_at = now() - make_interval(days => $2) WHERE id = $1`, [refund.id, days]),
      test.query(`UPDATE transfer SET updated_at = now() - make_interval(days => $2) WHERE refund_id = $1`, [
        ...[refund.id, days],
      ]),
      test.query(`UPDATE payee SET created_at = now() - interval '90 days' WHERE refund_id = $1`, [refund.id]),
      test.query(`UPDATE bank_file SET created_at = now() - interval '90 days' WHERE merchant_id = $1`, [merchant.id]),
    ]);

  it('ends 30 days after the payout, in the file too; mask and hash stay', async () => {
    const { refund, transferId } = await people.planned();
    const { file } = await people.export();
    const eraser = new EraseBankDetailsStore(test.database);
    await later(refund, 60);
    expect(await eraser.erase(100)).toBe(0);
    await people.room.state({ ...refund, transferIds: [transferId] }, 'mark_settled', 0);
    await later(refund, 29);
    expect(await eraser.erase(100)).toBe(0);
    await later(refund, 31);
    expect(await eraser.erase(100)).toBe(2);
    expect(await eraser.erase(100)).toBe(0);
    const [payee] = (await people.payees.list(merchant.id, refund.id)) ?? [];
    expect(payee).toMatchObject({ account: '12-600-••••456' });
    expect(payee?.erasedAt).not.toBeNull();
    await expect(people.read(file)).rejects.toMatchObject({ code: 'bank_file_erased' });
    expect(await rows(`SELECT content_hash FROM bank_file WHERE merchant_id = $1`, merchant.id)).toEqual([
      { content_hash: file.contentHash },
    ]);
  });

  it('names the account that pays in the file alone', async () => {
    await people.planned();
    const { file } = await people.export();
    const { account } = PAYER;
    expect(account.format === 'iban' && (await people.read(file)).includes(account.iban)).toBe(true);
  });
});
