import { newId } from '@zikui/persistence';
import { disputeNews } from '../../builders/dispute-news.builder';
import { DisputeWorld } from '../../builders/dispute-world.builder';
import type { StoredRefund } from '../../builders/stored-refund.builder';

let world: DisputeWorld;
beforeAll(async () => {
  world = await DisputeWorld.open();
});
afterAll(() => world.close());

describe('a dispute that a gateway announces', () => {
  it('is counted against its payment while it is open, and no more once it is won', async () => {
    const refund = await world.refund();
    await world.tell(refund);
    expect(await world.paymentOf(refund)).toEqual({ held: 10_000, disputed: 10_000 });
    await world.tell(refund, { status: 'won' });
    expect(await world.paymentOf(refund)).toEqual({ held: 10_000, disputed: 0 });
    expect(await world.toldOf(refund)).toEqual(['dispute_opened', 'dispute_won']);
  });

  it('counts for ever once it is lost, whatever is told later', async () => {
    const refund = await world.refund();
    await world.tell(refund, { status: 'lost' });
    await world.tell(refund, { status: 'won' });
    expect(await world.paymentOf(refund)).toEqual({ held: 10_000, disputed: 10_000 });
    expect((await world.disputeOf(refund))?.status).toBe('lost');
  });

  it('changes nothing when it is told twice, and leads to one end when it is told in the wrong order', async () => {
    const refund = await world.refund();
    const opened = disputeNews(refund.gatewayRefs[0] ?? '', { funds: 'withdrawn' });
    const won = disputeNews(refund.gatewayRefs[0] ?? '', { status: 'won', funds: 'returned' });
    for (const news of [won, opened, won, opened]) await world.inbox.receive(world.merchant.id, 'stripe', news);
    await world.inbox.receive(world.merchant.id, 'stripe', { ...opened, eventId: 'evt_the_same_once_more' });
    expect(await world.disputeOf(refund)).toMatchObject({ status: 'won', withdrawn: 0 });
    expect(await world.paymentOf(refund)).toEqual({ held: 10_000, disputed: 0 });
    expect(await world.booksOf(refund)).toEqual([]);
  });

  it('posts what the gateway withdrew, gave back or kept for good', async () => {
    const refund = await world.refund();
    await world.tell(refund, { funds: 'withdrawn' });
    expect(await world.booksOf(refund)).toEqual([
      { account: 'dispute_receivable', sum: 10_000 },
      { account: 'gateway_clearing', sum: -10_000 },
    ]);
    await world.tell(refund, { status: 'won', funds: 'returned' });
    expect(await world.booksOf(refund)).toEqual([]);
    await world.tell(refund, { status: 'lost', funds: 'withdrawn' });
    expect(await world.booksOf(refund)).toEqual([
      { account: 'dispute_loss', sum: 10_000 },
      { account: 'gateway_clearing', sum: -10_000 },
    ]);
  });

  it('warns of each refund that holds money of the payment when both together exceed what was captured', async () => {
    const refund = await world.refund({ captured: 15_000 });
    await world.tell(refund, { amount: { amount: 5_000, currency: 'ILS' } });
    expect(await world.toldOf(refund)).toEqual(['dispute_opened']);
    await world.tell(refund, { amount: { amount: 5_001, currency: 'ILS' } });
    expect(await world.toldOf(refund)).toEqual(['dispute_opened', 'money_alert']);
    const { id = '' } = (await world.disputeOf(refund)) ?? {};
    expect(await world.disputes.find(world.merchant.id, id)).toMatchObject({ exceeds: { amount: 1, currency: 'ILS' } });
  });

  it('disputes the whole payment when its amount is in another currency', async () => {
    const refund = await world.refund({ captured: 15_000 });
    await world.tell(refund, { amount: { amount: 70, currency: 'USD' } });
    expect(await world.paymentOf(refund)).toEqual({ held: 10_000, disputed: 15_000 });
  });

  it('waits for its payment to be told of, and is then counted', async () => {
    const news = disputeNews(`pi_${newId()}`);
    await world.inbox.receive(world.merchant.id, 'stripe', news);
    const refund = await world.refund();
    await world.test.query(`UPDATE payment SET gateway_ref = $2 WHERE id = $1`, [
      refund.paymentIds[0],
      news.gatewayRefs[0],
    ]);
    await world.test.query(`UPDATE inbox_event SET next_try_at = now() WHERE event_id = $1`, [news.eventId]);
    expect(await world.inbox.rematch(10)).toBe(1);
    expect(await world.paymentOf(refund)).toMatchObject({ disputed: 10_000 });
    expect(await world.rows(`SELECT state FROM inbox_event WHERE event_id = $1`, news.eventId)).toEqual([
      { state: 'recorded' },
    ]);
  });
});

describe('a transfer of a disputed payment', () => {
  const reviewOf = async (refund: StoredRefund) => {
    await world.refunds.project(refund.at(), { kind: 'money', exhausted: false, unanswered: [] });
    const [row] = await world.rows<{ status: string; reason: string | null }>(
      `SELECT status, review_reason AS reason FROM refund WHERE id = $1`,
      refund.id,
    );
    return row;
  };
  const wokenFor = async (refund: StoredRefund) =>
    (await world.rows<{ n: number }>(`SELECT count(*)::int AS n FROM outbox_signal WHERE refund_id = $1`, refund.id))[0]
      ?.n;

  it('waits when it is due, and its refund is shown to a person', async () => {
    const refund = await world.paying();
    await world.tell(refund);
    expect(await world.transfers.claim(refund.transferId)).toEqual({ kind: 'held', reason: 'dispute' });
    expect(await reviewOf(refund)).toEqual({ status: 'needs_review', reason: 'dispute_open' });
    expect(
      await world.rows(`SELECT status, hold_reason AS held FROM transfer WHERE id = $1`, refund.transferId),
    ).toEqual([{ status: 'planned', held: 'dispute' }]);
  });

  it('waits even for a dispute of a part that leaves room for it', async () => {
    const refund = await world.paying();
    await world.tell(refund, { amount: { amount: 1, currency: 'ILS' } });
    expect(await world.transfers.claim(refund.transferId)).toEqual({ kind: 'held', reason: 'dispute' });
  });

  it('is woken when the dispute is won, and sent', async () => {
    const refund = await world.paying();
    await world.tell(refund);
    await world.transfers.claim(refund.transferId);
    await world.tell(refund, { status: 'won' });
    expect(await wokenFor(refund)).toBe(1);
    expect((await world.transfers.claim(refund.transferId)).kind).toBe('send');
  });

  it('is woken when the dispute is lost, and sent only while the card holder has not got that money by it', async () => {
    const [paid, roomy] = [await world.paying({ captured: 15_000 }), await world.paying({ captured: 20_000 })];
    for (const refund of [paid, roomy]) {
      await world.tell(refund);
      await world.transfers.claim(refund.transferId);
      await world.tell(refund, { status: 'lost' });
      expect(await wokenFor(refund)).toBe(1);
    }
    expect(await world.transfers.claim(paid.transferId)).toEqual({ kind: 'held', reason: 'dispute' });
    expect((await world.transfers.claim(roomy.transferId)).kind).toBe('send');
  });

  it('that a lost dispute blocks is woken when another refund of the payment gives its part back', async () => {
    const waits = await world.paying({ captured: 20_000 });
    const other = await world.refund({ amounts: [5_000], of: waits, steps: ['lead'] });
    await world.refunds.open(other.at());
    await world.tell(waits, { status: 'lost', amount: { amount: 8_000, currency: 'ILS' } });
    expect(await world.transfers.claim(waits.transferId)).toEqual({ kind: 'held', reason: 'dispute' });
    await world.refunds.project(other.at(), { kind: 'cancel', command: null, actor: 'key:x' });
    expect(await wokenFor(waits)).toBe(1);
    expect((await world.transfers.claim(waits.transferId)).kind).toBe('send');
  });

  it('that was refused because of the dispute cannot be sent again while the money is disputed', async () => {
    const refund = await world.paying({ captured: 10_000 });
    const claimed = await world.transfers.claim(refund.transferId);
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    await world.tell(refund);
    await world.transfers.record(claimed.attemptId, {
      kind: 'declined',
      gatewayRefundId: null,
      reason: 'payment_disputed',
    });
    expect(await reviewOf(refund)).toEqual({ status: 'needs_review', reason: 'transfer_declined' });
    expect(await world.paymentOf(refund)).toEqual({ held: 0, disputed: 10_000 });
    expect(await world.toldOf(refund)).toEqual(['dispute_opened', 'money_alert']);
  });
});

describe('after all of it', () => {
  it('what payments have disputed is what open and lost disputes sum to, and every transaction balances', async () => {
    const refund = await world.settled();
    await world.tell(refund, { status: 'lost', funds: 'withdrawn' });
    expect(
      await world.rows(
        `SELECT p.id FROM payment p LEFT JOIN dispute d ON d.payment_id = p.id AND d.status <> 'won'
         GROUP BY p.id HAVING p.disputed <> coalesce(sum(d.amount), 0)`,
      ),
    ).toEqual([]);
    expect(await world.rows(`SELECT transaction_id FROM posting GROUP BY 1 HAVING sum(amount) <> 0`)).toEqual([]);
  });
});
