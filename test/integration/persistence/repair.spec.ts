import { OutboxStore } from '@zikui/persistence';
import { RepairWorld } from '../../builders/repair-world.builder';
import { transitionsOf } from '../../builders/stored-refund.builder';
import { DECLINED, settledWith } from '../../builders/stored-review.builder';

let world: RepairWorld;
beforeAll(async () => {
  world = await RepairWorld.open();
});
afterAll(() => world.close());
afterEach(async () => expect(await world.broken()).toEqual([]));

describe('money that comes back after completion', () => {
  it('is countered in the books at once, and puts the start of a repair into the outbox: one, however often it is told', async () => {
    const refund = await world.completed();
    await world.comesBack(refund);
    expect(await world.booksOf(refund)).toMatchObject({
      status: 'completed',
      repairs: 1,
      reversed: true,
      held: 0,
      owed: -10_000,
      paid: 0,
    });
    const started = (await new OutboxStore(world.test.database).due(500)).find(
      ({ refundId }) => refundId === refund.id,
    );
    expect(started).toMatchObject({
      repair: 1,
      input: { v: 2, repair: 1, refundId: refund.id, merchantId: world.merchant.id, pendingLimitMs: 1_209_600_000 },
      searchAttributes: { status: 'completed', gateway: 'stripe', amountMinor: 10_000 },
    });
    await world.comesBack(refund);
    expect(await world.booksOf(refund)).toMatchObject({ repairs: 1, paid: 0 });
  });

  it('goes to a person with a counter document, a message that asks for another way, timeline and event', async () => {
    const refund = await world.completed();
    await world.comesBack(refund);
    const repaired = await world.opened(refund);
    expect(await world.booksOf(repaired)).toMatchObject({ status: 'needs_review', reason: 'transfer_reversed' });
    expect(await world.notesOf(repaired)).toMatchObject([
      { type: 'credit_note', total: 10_000 },
      { type: 'counter_note', total: 10_000 },
    ]);
    expect((await world.notesOf(repaired))[1]?.number).toMatch(/^CT-/);
    expect(
      await world.rows(
        `SELECT kind, status FROM message WHERE refund_id = $1 ORDER BY created_at DESC LIMIT 1`,
        refund.id,
      ),
    ).toEqual([{ kind: 'refund_returned', status: 'queued' }]);
    expect(
      await world.rows(
        `SELECT body->>'from' AS "from", body->>'to' AS "to" FROM outgoing_event WHERE refund_id = $1 ORDER BY sequence DESC LIMIT 1`,
        refund.id,
      ),
    ).toEqual([{ from: 'completed', to: 'needs_review' }]);
    expect(
      await world.rows(`SELECT kind FROM refund_event WHERE refund_id = $1 ORDER BY id DESC LIMIT 3`, refund.id),
    ).toEqual([{ kind: 'counter_note_issued' }, { kind: 'money_status' }, { kind: 'transfer_reversed' }]);
    expect(await world.rows(`SELECT 1 FROM outbox WHERE refund_id = $1`, refund.id)).toEqual([]);
    const review = await world.room.reviews.find(world.merchant.id, refund.id);
    expect(review?.view).toMatchObject({
      owner: 'finance',
      allowedActions: ['fail'],
      transfers: [{ status: 'reversed', allowedActions: ['retry', 'change_destination'] }],
    });
  });

  it('is opened once: the same step written again answers what the first one stored', async () => {
    const refund = await world.completed();
    await world.comesBack(refund);
    const at = transitionsOf(world.merchant.id, refund.id)();
    const first = await world.room.refunds.openRepair(at, 1);
    const again = await world.room.refunds.openRepair({ ...at, version: at.version + 1 }, 1);
    expect(again).toMatchObject({ status: 'needs_review', messages: first.messages });
    const resumed = await world.room.refunds.openRepair(transitionsOf(world.merchant.id, refund.id)(), 1);
    expect(resumed.resume).toBe(true);
    expect(resumed.messages).toEqual(expect.arrayContaining([...first.messages]));
    expect(await world.notesOf(refund)).toHaveLength(2);
    // Neither an older repair nor the refund's own process takes it up again.
    expect(await world.room.refunds.openRepair(transitionsOf(world.merchant.id, refund.id)(), 2)).toMatchObject({
      status: 'completed',
    });
    expect(await world.room.refunds.open(transitionsOf(world.merchant.id, refund.id)())).toMatchObject({
      status: 'completed',
    });
  });

  it('is paid anew by a new transfer under a new key, with a new document, and completes', async () => {
    const refund = await world.completed({ fee: 500 });
    await world.comesBack(refund);
    const repaired = await world.opened(refund);
    await world.paidAnew(repaired);
    expect(await world.room.refunds.finish(repaired.at())).toMatchObject({ status: 'completed' });
    expect(await world.booksOf(repaired)).toMatchObject({ status: 'completed', held: 10_000, owed: 0, paid: 10_000 });
    const [first, counter, second] = await world.notesOf(repaired);
    expect([first?.total, counter?.total, second?.total]).toEqual([10_000, 10_000, 10_000]);
    expect(second?.number).toMatch(/^CN-/);
    const bodies = await world.rows<{ lines: unknown; fee: unknown }>(
      `SELECT body->'lines' AS lines, body->'fee' AS fee FROM credit_note WHERE refund_id = $1 AND document_type = 'credit_note' ORDER BY completion`,
      refund.id,
    );
    expect(bodies[1]).toEqual(bodies[0]);
    const keys = await world.rows<{ key: string }>(
      `SELECT a.gateway_key AS key FROM attempt a JOIN transfer t ON t.id = a.transfer_id WHERE t.refund_id = $1`,
      refund.id,
    );
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2);
    expect(
      await world.rows(`SELECT kind, no FROM message WHERE refund_id = $1 ORDER BY created_at, no`, refund.id),
    ).toMatchObject([
      ...[{ kind: 'refund_received' }, { kind: 'refund_completed' }],
      ...[{ kind: 'refund_returned' }, { kind: 'refund_completed' }],
    ]);
  });

  it('comes back once more, and is repaired once more, with documents that follow each other', async () => {
    const refund = await world.completed();
    await world.comesBack(refund);
    const first = await world.opened(refund);
    await world.paidAnew(first);
    await world.room.refunds.finish(first.at());
    await world.comesBack(first, 1);
    const second = await world.opened(first);
    expect(second.repairs).toBe(2);
    await world.paidAnew(second, 1);
    await world.room.refunds.finish(second.at());
    expect((await world.notesOf(second)).map(({ type }) => type)).toEqual([
      ...['credit_note', 'counter_note', 'credit_note', 'counter_note', 'credit_note'],
    ]);
    expect(await world.booksOf(second)).toMatchObject({ status: 'completed', repairs: 2, owed: 0, paid: 10_000 });
  });

  it('gives units and amounts back at once, and is refused what somebody else took meanwhile', async () => {
    const refund = await world.completed({ captured: 10_000 });
    await world.test.query(`UPDATE sale_line SET quantity = 1, total = 10000, tax = 1525 WHERE sale_id = $1`, [
      refund.saleId,
    ]);
    await world.comesBack(refund);
    const other = await world.completed({ of: refund });
    const repaired = await world.opened(refund);
    expect(await world.room.act(repaired, 'retry', 0)).toMatchObject({ applied: false, refused: 'line_exhausted' });
    await world.comesBack(other);
    await world.opened(other);
    expect(await world.room.act(repaired, 'retry', 0)).toMatchObject({ refused: null });
  });

  it('is refused when the payment has not that much left', async () => {
    const refund = await world.completed({ captured: 10_000 });
    await world.comesBack(refund);
    const other = await world.completed({ of: refund });
    expect(other.id).not.toBe(refund.id);
    const repaired = await world.opened(refund);
    expect(await world.room.act(repaired, 'retry', 0)).toMatchObject({ refused: 'over_refund' });
  });

  it('of one of two payments leaves the other paid, and may end short', async () => {
    const refund = await world.completed({ amounts: [6_000, 4_000] });
    await world.comesBack(refund, 1);
    const repaired = await world.opened(refund);
    expect(await world.notesOf(repaired)).toMatchObject([{ total: 10_000 }, { type: 'counter_note', total: 4_000 }]);
    expect(await world.room.state(repaired, 'close_short')).toMatchObject({ refused: null, status: 'completed' });
    expect(await world.booksOf(repaired)).toMatchObject({ status: 'completed', owed: 0, paid: 6_000 });
    expect(await world.notesOf(repaired)).toHaveLength(2);
  });

  it('of a refund that had ended short is countered, paid anew in part and ended short once more', async () => {
    const refund = await world.room.answered([settledWith(6_000), settledWith(3_000), DECLINED], {
      amounts: [6_000, 3_000, 1_000],
    });
    await world.room.state(refund, 'close_short');
    const short = { ...refund, transferIds: [...refund.transferIds], repairs: 0 };
    await world.comesBack(short, 0);
    await world.comesBack(short, 1);
    const repaired = await world.opened(short);
    await world.paidAnew(repaired, 1);
    await world.room.follow(repaired);
    expect(await world.room.state(repaired, 'close_short')).toMatchObject({ refused: null, status: 'completed' });
    expect(await world.booksOf(repaired)).toMatchObject({ status: 'completed', owed: 0, paid: 3_000 });
    expect((await world.notesOf(repaired)).map(({ type, total }) => [type, total])).toEqual([
      ['credit_note', 9_000],
      ['counter_note', 6_000],
      ['counter_note', 3_000],
      ['credit_note', 3_000],
    ]);
  });

  it('ends unpaid when two persons say so, and owes nothing then', async () => {
    const refund = await world.completed({ fee: 300 });
    await world.comesBack(refund);
    const repaired = await world.opened(refund);
    expect(await world.room.state(repaired, 'fail')).toMatchObject({ refused: null, status: 'failed' });
    expect(await world.booksOf(repaired)).toMatchObject({ status: 'failed', owed: 0, paid: 0, held: 0 });
  });

  it('while a repair runs is told to that repair, with a document of its own', async () => {
    const refund = await world.completed({ amounts: [6_000, 4_000] });
    await world.comesBack(refund, 0);
    const repaired = await world.opened(refund);
    await world.comesBack(repaired, 1);
    expect(
      await world.rows(
        `SELECT state, workflow_id AS id FROM inbox_event WHERE refund_id = $1 ORDER BY received_at DESC LIMIT 1`,
        refund.id,
      ),
    ).toEqual([{ state: 'to_signal', id: `repair:${world.merchant.id}:${refund.id}:1` }]);
    await world.room.follow(repaired);
    await world.room.follow(repaired);
    expect((await world.notesOf(repaired)).map(({ total }) => total)).toEqual([10_000, 6_000, 4_000]);
    expect(
      await world.rows(`SELECT 1 FROM message WHERE refund_id = $1 AND kind = 'refund_returned'`, refund.id),
    ).toHaveLength(2);
  });

  it('of a sale without an invoice is countered by a draft', async () => {
    const refund = await world.completed({ invoice: false });
    await world.comesBack(refund);
    await world.opened(refund);
    expect(await world.notesOf(refund)).toMatchObject([{ number: null }, { type: 'counter_note', number: null }]);
  });

  it('before completion goes to a person by the process of the refund itself', async () => {
    const refund = await world.room.answered([
      settledWith(10_000),
      {
        kind: 'pending',
        gatewayRefundId: 're_waits',
        amount: { amount: 10_000, currency: 'ILS' },
        reason: 'processing',
      },
    ]);
    const open = { ...refund, transferIds: [...refund.transferIds], repairs: 0 };
    await world.comesBack(open, 0);
    expect(
      await world.rows(`SELECT state, workflow_id AS id FROM inbox_event WHERE refund_id = $1`, refund.id),
    ).toEqual([{ state: 'to_signal', id: `refund:${world.merchant.id}:${refund.id}` }]);
    expect(await world.room.follow(open)).toMatchObject({
      status: 'needs_review',
      messages: [{ kind: 'refund_returned' }],
    });
    await world.paidAnew(open, 0);
    expect(await world.notesOf(open)).toEqual([]);
  });
});
