import { RefundCommandStore, type Projected } from '@zikui/persistence';
import { storeKey } from '../../builders/by-hand.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeCommand } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredKey, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';
import { DECLINED, ReviewRoom, settledWith, UNKNOWN } from '../../builders/stored-review.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let room: ReviewRoom;
let commands: RefundCommandStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  commands = new RefundCommandStore(test.database);
  room = new ReviewRoom(test.database, merchant, {
    finance: await storeKey(test.database, merchant, 'yael', 'finance'),
    second: merchant.lead,
  });
});
afterEach(async () => expect(await rows(BROKEN)).toEqual([]));
afterAll(() => test.close());

/** I1, I4, I6 and I8, whatever was done. */
const BROKEN = `
SELECT 'I1' AS rule, p.id FROM payment p
  WHERE p.held > p.captured OR p.held <> (SELECT coalesce(sum(amount), 0) FROM reservation WHERE payment_id = p.id AND released_at IS NULL)
UNION ALL SELECT 'I4', r.id FROM refund r WHERE r.status = 'completed'
  AND r.payout - r.short_amount <> (SELECT coalesce(sum(amount), 0) FROM transfer WHERE refund_id = r.id AND status = 'settled')
UNION ALL SELECT 'I6', transaction_id FROM posting GROUP BY transaction_id HAVING sum(amount) <> 0
UNION ALL SELECT 'I8', r.id FROM refund r WHERE r.payout < (
  SELECT coalesce(sum(amount), 0) FROM transfer WHERE refund_id = r.id AND status NOT IN ('reversed', 'released'))`;

const TO_CREDIT = { destination: 'store_credit' } as const;
const transfersOf = ({ id }: StoredRefund) =>
  rows(
    `SELECT t.no, t.destination, t.amount::int, t.status,
       (SELECT coalesce(sum(amount), 0)::int FROM reservation WHERE transfer_id = t.id AND released_at IS NULL) AS held
     FROM transfer t WHERE t.refund_id = $1 ORDER BY t.no`,
    id,
  );
const stepsOf = ({ id }: StoredRefund) =>
  rows(`SELECT round, no, role, status FROM approval_step WHERE refund_id = $1 ORDER BY round, no`, id);

async function decide(
  refund: StoredRefund,
  { snapshotHash }: Projected,
  over: Readonly<{ key?: StoredKey; outcome?: 'approve' | 'reject'; hash?: string }> = {},
): Promise<Projected> {
  const key = over.key ?? merchant.lead;
  const command = await storeCommand(commands, merchant, refund, { key });
  const outcome = over.outcome ?? 'approve';
  return room.refunds.project(refund.at(), {
    ...{ kind: 'decision', command, step: 1, actor: key.actor, outcome },
    ...{ snapshotHash: over.hash ?? snapshotHash, reasonCode: outcome === 'reject' ? 'abuse' : null },
  });
}

describe('changing where the money goes', () => {
  it('gives the declined transfer up, plans another one under its number of its own, and asks the approvers over a new snapshot', async () => {
    const refund = await room.answered([DECLINED]);
    const changed = await room.act(refund, 'change_destination', 0, TO_CREDIT);
    expect(changed).toMatchObject({
      applied: true,
      status: 'awaiting_approval',
      openStep: { no: 1, role: 'lead' },
      transfers: [{ status: 'released' }, { destination: 'store_credit', status: 'planned' }],
    });
    expect(changed.snapshotHash).not.toBe(refund.snapshotHash);
    expect(await transfersOf(refund)).toEqual([
      { no: 1, destination: 'payment', amount: 10_000, status: 'released', held: 0 },
      { no: 2, destination: 'store_credit', amount: 10_000, status: 'planned', held: 10_000 },
    ]);
    expect(await rows(`SELECT snapshot_hash FROM refund WHERE id = $1`, refund.id)).toEqual([
      { snapshot_hash: changed.snapshotHash },
    ]);
    expect(await stepsOf(refund)).toEqual([{ round: 1, no: 1, role: 'lead', status: 'open' }]);
    expect(
      await rows(`SELECT data FROM refund_event WHERE refund_id = $1 AND kind = 'destination_changed'`, refund.id),
    ).toEqual([{ data: { transfer: 1, into: 2, to: 'store_credit', amount: 10_000, currency: 'ILS' } }]);
    expect(await rows(`SELECT action, data FROM audit_entry WHERE chain = $1`, `refund:${refund.id}`)).toMatchObject([
      { action: 'resolution.change_destination', data: { destination: 'store_credit' } },
    ]);
  });

  it('is decided over the new snapshot only, and not by whoever chose it', async () => {
    const refund = await room.answered([DECLINED]);
    const changed = await room.act(refund, 'change_destination', 0, TO_CREDIT);
    expect(await decide(refund, changed, { hash: refund.snapshotHash })).toMatchObject({ refused: 'snapshot_changed' });
    const same = await storeKey(test.database, merchant, 'yael', 'lead');
    expect(await decide(refund, changed, { key: same })).toMatchObject({ refused: 'self_approval' });
  });

  it('issues the credit once it is approved, with the bonus of the policy, and completes', async () => {
    const refund = await room.answered([DECLINED]);
    const changed = await room.act(refund, 'change_destination', 0, TO_CREDIT);
    expect(await decide(refund, changed)).toMatchObject({ status: 'processing', refused: null, messages: [] });
    expect(await room.refunds.finish(refund.at())).toMatchObject({
      status: 'completed',
      messages: [{ kind: 'credit_issued' }],
    });
    expect(
      await rows(
        `SELECT e.kind, e.amount::int FROM credit_entry e JOIN transfer t ON t.id = e.transfer_id WHERE t.refund_id = $1 ORDER BY e.amount DESC`,
        refund.id,
      ),
    ).toEqual([
      { kind: 'refund', amount: 10_000 },
      { kind: 'bonus', amount: 500 },
    ]);
    expect(await rows(`SELECT total::int FROM credit_note WHERE refund_id = $1`, refund.id)).toEqual([
      { total: 10_000 },
    ]);
    expect(
      await rows(
        `SELECT coalesce(sum(p.amount), 0)::int AS owed FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
         WHERE l.refund_id = $1 AND p.account = 'refunds_payable'`,
        refund.id,
      ),
    ).toEqual([{ owed: 0 }]);
  });

  it('of two declined transfers one by one: both become credit, with one bonus over both', async () => {
    const refund = await room.answered([DECLINED, DECLINED]);
    const first = await room.act(refund, 'change_destination', 0, TO_CREDIT);
    // The other one is still declined: a person goes on.
    expect(await decide(refund, first)).toMatchObject({ status: 'needs_review' });
    expect(await room.refunds.finish(refund.at())).toMatchObject({ status: 'needs_review' });
    const second = await room.act(refund, 'change_destination', 1, TO_CREDIT);
    expect(await stepsOf(refund)).toMatchObject([
      { round: 1, status: 'superseded' },
      { round: 2, status: 'open' },
    ]);
    expect(await decide(refund, second)).toMatchObject({ status: 'processing' });
    expect(await room.refunds.finish(refund.at())).toMatchObject({ status: 'completed' });
    expect(
      await rows(
        `SELECT e.kind, sum(e.amount)::int AS sum FROM credit_entry e JOIN transfer t ON t.id = e.transfer_id WHERE t.refund_id = $1 GROUP BY 1 ORDER BY 1`,
        refund.id,
      ),
    ).toEqual([
      { kind: 'bonus', sum: 1_000 },
      { kind: 'refund', sum: 20_000 },
    ]);
  });

  it('leaves what has settled alone: a part paid to the card and the rest as credit completes the refund', async () => {
    const refund = await room.answered([settledWith(10_000), DECLINED]);
    const changed = await room.act(refund, 'change_destination', 1, TO_CREDIT);
    await decide(refund, changed);
    expect(await room.refunds.finish(refund.at())).toMatchObject({ status: 'completed' });
    expect(await transfersOf(refund)).toMatchObject([
      { no: 1, status: 'settled' },
      { no: 2, status: 'released' },
      { no: 3, status: 'settled' },
    ]);
  });
});

describe('what the approvers do about it', () => {
  it('a rejection ends nothing that was approved before: a person finds another way, and nothing is paid meanwhile', async () => {
    const refund = await room.answered([settledWith(10_000), DECLINED]);
    const changed = await room.act(refund, 'change_destination', 1, TO_CREDIT);
    expect(await decide(refund, changed, { outcome: 'reject' })).toMatchObject({ status: 'needs_review' });
    expect(await room.reviews.find(merchant.id, refund.id)).toMatchObject({
      view: { reviewReason: 'destination_rejected', allowedActions: ['close_short', 'ask_approval'] },
    });
    expect(await room.follow(refund)).toMatchObject({ applied: false, status: 'needs_review' });
    expect(await room.refunds.finish(refund.at())).toMatchObject({ status: 'needs_review' });
    expect(await room.state(refund, 'close_short')).toMatchObject({ status: 'completed' });
  });

  it('silence ends nothing either', async () => {
    const refund = await room.answered([DECLINED]);
    await room.act(refund, 'change_destination', 0, TO_CREDIT);
    expect(await room.refunds.project(refund.at(), { kind: 'silence' })).toMatchObject({ status: 'needs_review' });
    expect(await room.refunds.finish(refund.at())).toMatchObject({ status: 'needs_review' });
    const asked = await room.act(refund, 'ask_approval');
    expect(asked).toMatchObject({ status: 'awaiting_approval' });
    expect(await decide(refund, asked)).toMatchObject({ status: 'processing' });
  });
});

describe('refusals', () => {
  it.each([
    ['while another transfer is in doubt', [UNKNOWN, DECLINED], 1, TO_CREDIT, 'invalid_state'],
    ['of a transfer in doubt', [UNKNOWN], 0, TO_CREDIT, 'invalid_state'],
    ['without a destination', [DECLINED], 0, {}, 'destination_not_allowed'],
  ] as const)('%s: nothing is written', async (_when, answers, index, over, code) => {
    const refund = await room.answered(answers);
    const before = await transfersOf(refund);
    expect(await room.act(refund, 'change_destination', index, over)).toMatchObject({ applied: false, refused: code });
    expect(await transfersOf(refund)).toEqual(before);
  });

  it('of a payment whose money is held or disputed by now', async () => {
    const refund = await room.answered([DECLINED], { captured: 10_000 });
    await test.query(`UPDATE payment SET disputed = 1 WHERE id = $1`, [refund.paymentIds[0]]);
    expect(await room.act(refund, 'change_destination', 0, TO_CREDIT)).toMatchObject({ refused: 'over_refund' });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'declined', held: 0 }]);
  });

  it('of two people at once: one further transfer', async () => {
    const refund = await room.answered([DECLINED]);
    const both = await Promise.all([
      room.act(refund, 'change_destination', 0, TO_CREDIT),
      room.act(refund, 'change_destination', 0, TO_CREDIT),
    ]);
    expect(both.filter(({ applied }) => applied)).toHaveLength(1);
    expect(await transfersOf(refund)).toHaveLength(2);
  });
});

describe('money that came back', () => {
  async function reversed(plan: Parameters<ReviewRoom['answered']>[1] = {}) {
    const refund = await room.answered([DECLINED], plan);
    await room.act(refund, 'retry', 0);
    await room.transfers.record(await room.send(refund), settledWith(10_000));
    // As its repair leaves it: the transfer came back, its hold was given back, and a person looks.
    await test.query(
      `WITH back AS (UPDATE transfer SET status = 'reversed' WHERE id = $1), freed AS (
         UPDATE reservation SET released_at = now() WHERE transfer_id = $1 AND released_at IS NULL RETURNING payment_id, amount)
       UPDATE payment SET held = held - freed.amount FROM freed WHERE payment.id = freed.payment_id`,
      [refund.transferIds[0]],
    );
    await test.query(
      `UPDATE refund SET status = 'needs_review', review_reason = 'transfer_reversed', was_reversed = true WHERE id = $1`,
      [refund.id],
    );
    return refund;
  }

  it('stays as it is, and what is owed again goes elsewhere under a new hold', async () => {
    const refund = await reversed();
    expect(await room.act(refund, 'change_destination', 0, TO_CREDIT)).toMatchObject({ status: 'awaiting_approval' });
    expect(await transfersOf(refund)).toMatchObject([
      { no: 1, status: 'reversed', held: 0 },
      { no: 2, status: 'planned', held: 10_000 },
    ]);
  });

  it('takes its lines again first, and is refused when another refund has them by now', async () => {
    const refund = await reversed();
    const other = await storeRefund(test.database, merchant, { of: refund });
    await test.query(`UPDATE sale_line SET quantity = 1 WHERE sale_id = $1`, [refund.saleId]);
    expect(await room.act(refund, 'change_destination', 0, TO_CREDIT)).toMatchObject({ refused: 'line_exhausted' });
    await room.refunds.project(other.at(), { kind: 'cancel', command: null, actor: 'key:x' });
    expect(await room.act(refund, 'change_destination', 0, TO_CREDIT)).toMatchObject({ refused: null });
  });
});
