import { OutboxStore } from '@zikui/persistence';
import { RepairWorld, type Repaired } from '../../builders/repair-world.builder';
import type { StoredRefund } from '../../builders/stored-refund.builder';

let world: RepairWorld;
beforeAll(async () => {
  world = await RepairWorld.open();
});
afterAll(() => world.close());
afterEach(async () => expect(await world.broken()).toEqual([]));

/** It was paid, came back, and was paid anew. */
async function repaired(): Promise<Repaired> {
  const refund = await world.completed();
  await world.comesBack(refund);
  const repair = await world.opened(refund);
  await world.paidAnew(repair);
  await world.room.refunds.finish(repair.at());
  return repair;
}
const externalsOf = ({ saleId }: StoredRefund) =>
  world.rows(
    `SELECT r.payout::int AS amount, r.status, t.status AS transfer, (SELECT coalesce(sum(v.amount), 0)::int FROM reservation v
       WHERE v.transfer_id = t.id AND v.released_at IS NULL) AS held,
       (SELECT jsonb_object_agg(o.account, o.amount) FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
        WHERE l.refund_id = r.id AND l.kind = 'external') AS books
     FROM refund r JOIN transfer t ON t.refund_id = r.id WHERE r.sale_id = $1 AND r.origin = 'external'`,
    saleId,
  );
const alertsOf = async ({ id }: StoredRefund) =>
  (
    await world.rows<{ alert: string }>(
      `SELECT data->>'alert' AS alert FROM refund_event WHERE refund_id = $1 AND kind = 'money_alert' ORDER BY id`,
      id,
    )
  ).map(({ alert }) => alert);
const transfersOf = ({ id }: StoredRefund) =>
  world.rows<{ no: number; status: string; attempts: readonly string[] }>(
    `SELECT t.no, t.status, (SELECT coalesce(jsonb_agg(a.status ORDER BY a.no), '[]') FROM attempt a WHERE a.transfer_id = t.id) AS attempts
     FROM transfer t WHERE t.refund_id = $1 ORDER BY t.no`,
    id,
  );
const reviewOf = async ({ id }: StoredRefund) => (await world.room.reviews.find(world.merchant.id, id))?.view;
const messagesOf = async ({ id }: StoredRefund) =>
  (await world.rows<{ n: number }>(`SELECT count(*)::int AS n FROM message WHERE refund_id = $1`, id))[0]?.n;

describe('money that came back, was paid anew, and then moved after all', () => {
  it('is in the books as an external refund that holds what still fits, and starts one repair, however often it is told', async () => {
    const refund = await repaired();
    await world.settlesAfterAll(refund);
    await world.settlesAfterAll(refund);
    expect(await externalsOf(refund)).toEqual([
      {
        ...{ amount: 10_000, status: 'completed', transfer: 'settled', held: 10_000 },
        books: { external_refunds: 10_000, gateway_clearing: -10_000 },
      },
    ]);
    expect(await world.booksOf(refund)).toMatchObject({ status: 'completed', repairs: 2, held: 20_000, owed: 0 });
    expect(await alertsOf(refund)).toEqual(['settled_after_reversal']);
    const started = (await new OutboxStore(world.test.database).due(500)).find(
      ({ refundId }) => refundId === refund.id,
    );
    expect(started).toMatchObject({ repair: 2 });
  });

  it('brings the refund to a person, who sees how much too much it is and exactly one thing to do', async () => {
    const refund = await repaired();
    await world.settlesAfterAll(refund);
    const sent = await messagesOf(refund);
    await world.opened(refund);
    expect(await reviewOf(refund)).toMatchObject({
      ...{ status: 'needs_review', reviewReason: 'paid_twice', owner: 'finance', allowedActions: ['accept_surplus'] },
      surplus: { amount: 10_000, currency: 'ILS' },
      transfers: [{ allowedActions: [] }, { allowedActions: [] }],
    });
    expect(await messagesOf(refund)).toBe(sent);
  });

  it('stays with that person until two have seen to it; then it is as complete as before, without another document or message', async () => {
    const refund = await repaired();
    await world.settlesAfterAll(refund);
    const repair = await world.opened(refund);
    expect(await world.room.refunds.finish(repair.at())).toMatchObject({ status: 'needs_review' });
    expect(await world.room.act(repair, 'accept_surplus')).toMatchObject({ refused: 'proposal_not_found' });
    const [notes, sent] = [await world.notesOf(refund), await messagesOf(refund)];
    expect(await world.room.state(repair, 'accept_surplus')).toMatchObject({ refused: null, status: 'completed' });
    expect(await world.notesOf(refund)).toEqual(notes);
    expect(await messagesOf(refund)).toBe(sent);
    expect(await reviewOf(refund)).toMatchObject({ surplus: null, allowedActions: [] });
    expect(await world.booksOf(refund)).toMatchObject({ status: 'completed', owed: 0, paid: 10_000 });
  });

  it('is that much less to give: a further refund that would exceed what was captured is refused', async () => {
    const refund = await repaired();
    await world.settlesAfterAll(refund);
    expect(await world.rows(`SELECT captured - held AS free FROM payment WHERE id = $1`, refund.paymentIds[0])).toEqual(
      [{ free: 0 }],
    );
  });

  it('and comes back once more, is an external refund that came back: its hold is free again', async () => {
    const refund = await repaired();
    await world.settlesAfterAll(refund);
    await world.tell(refund, 0, { status: 'declined', at: new Date(Date.now() + 60_000).toISOString() });
    expect(await externalsOf(refund)).toMatchObject([{ transfer: 'reversed', held: 0 }]);
    expect(await world.booksOf(refund)).toMatchObject({ held: 10_000 });
  });

  it('while it is paid anew: completes only once people have seen to it, with its document and message', async () => {
    const refund = await world.completed();
    await world.comesBack(refund);
    const repair = await world.opened(refund);
    await world.paidAnew(repair);
    await world.settlesAfterAll(repair);
    expect(await world.room.refunds.finish(repair.at())).toMatchObject({ status: 'needs_review' });
    const notes = await world.notesOf(refund);
    expect(await world.room.state(repair, 'accept_surplus')).toMatchObject({
      status: 'completed',
      messages: [{ kind: 'refund_completed' }],
    });
    expect(await world.notesOf(refund)).toHaveLength(notes.length + 1);
  });

  it('before anybody paid it anew: what then is left of the payment decides whether it can be, and two people may end it', async () => {
    const refund = await world.completed({ captured: 10_000 });
    await world.comesBack(refund);
    const repair = await world.opened(refund);
    await world.settlesAfterAll(repair);
    expect(await world.room.act(repair, 'retry', 0)).toMatchObject({ refused: 'over_refund' });
    expect(await world.room.state(repair, 'fail')).toMatchObject({ refused: null, status: 'failed' });
    expect(await world.booksOf(refund)).toMatchObject({ status: 'failed', held: 10_000, owed: 0, paid: 0 });
  });

  it('before what pays it anew was sent: that is not sent any more, and nothing is paid twice', async () => {
    const refund = await world.completed({ captured: 10_000 });
    await world.comesBack(refund);
    const repair = await world.opened(refund);
    expect(await world.room.act(repair, 'retry', 0)).toMatchObject({ refused: null });
    const [anew] = await world.rows<{ id: string }>(
      `SELECT id FROM transfer WHERE replaces_id = $1`,
      refund.transferIds[0],
    );
    await world.settlesAfterAll(repair);
    expect(await world.room.transfers.claim(anew?.id ?? '')).toEqual({ kind: 'done', outcome: 'declined' });
    expect(await transfersOf(refund)).toEqual([
      { no: 1, status: 'reversed', attempts: ['succeeded'] },
      { no: 2, status: 'released', attempts: ['not_sent'] },
    ]);
    expect(await externalsOf(refund)).toMatchObject([{ amount: 10_000, held: 10_000 }]);
    expect(await world.room.follow(repair)).toMatchObject({ status: 'needs_review' });
    expect(await reviewOf(refund)).toMatchObject({ reviewReason: 'transfer_reversed' });
    expect(await world.room.act(repair, 'retry', 0)).toMatchObject({ refused: 'over_refund' });
    expect(await world.room.state(repair, 'fail')).toMatchObject({ refused: null, status: 'failed' });
  });

  it('in a race with what pays it anew: either that was sent and people see a surplus, or it never is', async () => {
    for (let round = 0; round < 12; round += 1) {
      const refund = await world.completed();
      await world.comesBack(refund);
      const repair = await world.opened(refund);
      await world.room.act(repair, 'retry', 0);
      const [anew] = await world.rows<{ id: string }>(
        `SELECT id FROM transfer WHERE replaces_id = $1`,
        refund.transferIds[0],
      );
      const [claimed] = await Promise.all([world.room.transfers.claim(anew?.id ?? ''), world.settlesAfterAll(repair)]);
      const [, second] = await transfersOf(refund);
      expect(second).toMatchObject(
        claimed.kind === 'send'
          ? { status: 'sending', attempts: ['sent'] }
          : { status: 'released', attempts: ['not_sent'] },
      );
      // Its process hears of what is not sent any more, and brings it to a person.
      if (claimed.kind !== 'send') expect(await world.room.follow(repair)).toMatchObject({ status: 'needs_review' });
    }
  });

  it('changes nothing when it happened before the money came back', async () => {
    const refund = await repaired();
    await world.tell(refund, 0, { status: 'settled', at: '2026-01-01T00:00:00.000Z' });
    expect(await externalsOf(refund)).toEqual([]);
    expect(await world.booksOf(refund)).toMatchObject({ status: 'completed', repairs: 1 });
  });
});
