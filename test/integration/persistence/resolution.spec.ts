import { ResolutionWorld } from '../../builders/resolution-world.builder';
import { DECLINED, movementId, ReviewRoom, settledWith, UNKNOWN } from '../../builders/stored-review.builder';

type Row = Readonly<Record<string, unknown>>;

let world: ResolutionWorld;
beforeAll(async () => {
  world = await ResolutionWorld.open();
});
afterEach(async () => expect(await world.broken()).toEqual([]));
afterAll(() => world.close());

describe('sending again', () => {
  it('a declined transfer takes its hold again and gets a new attempt with a new key', async () => {
    const refund = await world.room.answered([DECLINED]);
    expect(await world.heldOn(refund)).toEqual([0]);
    expect(await world.room.act(refund, 'retry', 0)).toMatchObject({
      applied: true,
      status: 'processing',
      transfers: [{ status: 'planned' }],
    });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'declined', attempts: ['refused', 'prepared'] }]);
    expect(await world.heldOn(refund)).toEqual([10_000]);
    const keys = await world.rows<Row>(
      `SELECT count(DISTINCT gateway_key)::int AS keys FROM attempt WHERE transfer_id = $1`,
      refund.transferIds[0],
    );
    expect(keys).toEqual([{ keys: 2 }]);
    expect(await world.told(refund, 'resolved')).toEqual([
      { actor: world.finance.actor, data: { action: 'retry', transfer: 1, amount: 10_000, currency: 'ILS' } },
    ]);
    expect(await world.bookOf(refund)).toEqual(['resolution.retry']);

    await world.room.transfers.record(await world.room.send(refund), settledWith(10_000));
    expect((await world.room.follow(refund)).status).toBe('completed');
    expect(await world.owed(refund)).toBe(0);
  });

  it('is refused when the payment has not that much left, and changes nothing', async () => {
    const refund = await world.room.answered([DECLINED], { captured: 10_000 });
    await world.test.query(`UPDATE payment SET disputed = 1 WHERE id = $1`, [refund.paymentIds[0]]);
    expect(await world.room.act(refund, 'retry', 0)).toMatchObject({ applied: false, refused: 'over_refund' });
    expect(await world.heldOn(refund)).toEqual([0]);
    expect(await world.bookOf(refund)).toEqual([]);
  });

  it('of two people at once makes one further attempt', async () => {
    const refund = await world.room.answered([DECLINED]);
    const both = await Promise.all([world.room.act(refund, 'retry', 0), world.room.act(refund, 'retry', 0)]);
    expect(both.filter(({ applied }) => applied)).toHaveLength(1);
    expect(await world.transfersOf(refund)).toMatchObject([{ attempts: ['refused', 'prepared'] }]);
    expect(await world.heldOn(refund)).toEqual([10_000]);
  });

  it('a transfer in doubt keeps its attempt and its key', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    expect(await world.room.act(refund, 'retry', 0)).toMatchObject({ applied: true, status: 'in_doubt' });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'in_doubt', attempts: ['unknown'] }]);
    expect(await world.room.transfers.claim(refund.transferIds[0] ?? '')).toMatchObject({
      kind: 'send',
      repeated: true,
      attemptId: refund.attemptIds[0],
    });
  });

  it('leaves a refund with its person while another transfer of it has no answer', async () => {
    const refund = await world.room.answered([UNKNOWN, UNKNOWN]);
    expect(await world.room.act(refund, 'retry', 0)).toMatchObject({ applied: true, status: 'needs_review' });
  });

  it('is refused to a key that was revoked, or whose role may not, since it asked', async () => {
    const refund = await world.room.answered([DECLINED]);
    const other = new ReviewRoom(world.test.database, world.merchant, {
      finance: world.merchant.lead,
      second: world.finance,
    });
    expect(await other.act(refund, 'retry', 0)).toMatchObject({ applied: false, refused: 'permission_missing' });
    const gone = await world.storeKey('tal', 'finance');
    await world.test.query(`UPDATE api_key SET revoked_at = now() WHERE id = $1`, [gone.id]);
    const late = new ReviewRoom(world.test.database, world.merchant, { finance: gone, second: world.merchant.lead });
    expect(await late.act(refund, 'retry', 0)).toMatchObject({ applied: false, refused: 'permission_missing' });
  });
});

describe('stating that the money moved', () => {
  it('settles, posts and completes in the transaction of the second person', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    const gatewayRefundId = movementId();
    expect(await world.room.state(refund, 'mark_settled', 0, { gatewayRefundId })).toMatchObject({
      status: 'completed',
    });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'settled', attempts: ['succeeded'] }]);
    expect(await world.owed(refund)).toBe(0);
    expect(await world.told(refund, 'transfer_settled')).toMatchObject([
      { actor: world.merchant.lead.actor, data: { gatewayRefundId } },
    ]);
    expect(await world.bookOf(refund)).toEqual(['proposal.made', 'proposal.confirmed', 'resolution.mark_settled']);
    expect(
      await world.rows(`SELECT kind FROM message WHERE refund_id = $1 AND status = 'queued'`, refund.id),
    ).toContainEqual({
      kind: 'refund_completed',
    });
  });

  it('of less than was asked for plans the rest as a transfer of its own, under the same hold', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    const settled = await world.room.state(refund, 'mark_settled', 0, { gatewayRefundId: movementId(), moved: 4_000 });
    expect(settled).toMatchObject({ status: 'processing', transfers: [{ status: 'settled' }, { status: 'planned' }] });
    expect(await world.transfersOf(refund)).toEqual([
      { no: 1, amount: 4_000, status: 'settled', attempts: ['succeeded'] },
      { no: 2, amount: 6_000, status: 'planned', attempts: ['prepared'] },
    ]);
    expect(await world.heldOn(refund)).toEqual([10_000]);
  });

  it('is refused for a movement that settled another transfer, and the proposal stays open', async () => {
    const gatewayRefundId = movementId();
    const first = await world.room.answered([UNKNOWN]);
    await world.room.state(first, 'mark_settled', 0, { gatewayRefundId });
    const second = await world.room.answered([UNKNOWN]);
    expect(await world.room.state(second, 'mark_settled', 0, { gatewayRefundId })).toMatchObject({
      refused: 'movement_taken',
    });
    expect(await world.rows(`SELECT status FROM proposal WHERE refund_id = $1`, second.id)).toEqual([
      { status: 'open' },
    ]);
  });

  it('is not done by one person, not even with another key', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    const proposed = await world.room.propose(refund, 'mark_settled', 0);
    const same = await world.storeKey('yael', 'cfo');
    expect(await world.room.confirm(refund, proposed, {}, same)).toMatchObject({ refused: 'second_person_needed' });
    expect(await world.room.act(refund, 'mark_settled', 0)).toMatchObject({ refused: 'proposal_not_found' });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'in_doubt' }]);
  });

  it('needs the proposal of exactly this act', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    const proposed = await world.room.propose(refund, 'mark_declined', 0);
    expect(await world.room.confirm(refund, { ...proposed, action: 'mark_settled' })).toMatchObject({
      refused: 'proposal_not_found',
    });
  });

  it('by two second persons at once is done once', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    const proposed = await world.room.propose(refund, 'mark_settled', 0, { gatewayRefundId: movementId() });
    const both = await Promise.all([
      world.room.confirm(refund, proposed),
      world.room.confirm(refund, proposed, {}, world.merchant.manager),
    ]);
    expect(both.filter(({ applied }) => applied)).toHaveLength(1);
    expect(
      await world.rows(
        `SELECT count(*)::int AS n FROM ledger_transaction WHERE refund_id = $1 AND kind = 'settled'`,
        refund.id,
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('is void when news came between the two persons', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    const proposed = await world.room.propose(refund, 'mark_settled', 0, { gatewayRefundId: movementId() });
    await world.room.transfers.record(refund.attemptIds[0] ?? '', DECLINED);
    expect(await world.room.confirm(refund, proposed)).toMatchObject({ applied: false, refused: 'proposal_void' });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'declined' }]);
  });
});

describe('stating that no money moved', () => {
  it('gives the hold back once a day has passed and the gateway finds nothing', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    await world.longAgo(refund);
    expect(await world.room.state(refund, 'mark_declined', 0)).toMatchObject({ status: 'needs_review' });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'declined', attempts: ['refused'] }]);
    expect(await world.heldOn(refund)).toEqual([0]);
  });

  it('takes the word of two about a gateway that cannot be asked, and says that it was not asked', async () => {
    const refund = await world.room.answered([UNKNOWN]);
    await world.room.act(refund, 'look_up', 0, { finding: 'no_look_up' });
    expect(await world.told(refund, 'looked_up')).toMatchObject([{ data: { finding: 'no_look_up' } }]);
    const tooEarly = await world.room.state(refund, 'mark_declined', 0, { finding: 'no_look_up' });
    expect(tooEarly).toMatchObject({ applied: false, refused: 'too_early' });
    const later = await world.room.answered([UNKNOWN]);
    await world.longAgo(later);
    await world.room.state(later, 'mark_declined', 0, { finding: 'no_look_up' });
    expect(await world.transfersOf(later)).toMatchObject([{ status: 'declined', attempts: ['refused'] }]);
  });

  it.each([
    ['too early', 'nothing', 'too_early'],
    ['without an answer of the gateway', 'no_answer', 'look_up_failed'],
    ['when the gateway found something', 'found', 'look_up_failed'],
  ] as const)('is refused %s, and nothing is decided', async (_when, finding, code) => {
    const refund = await world.room.answered([UNKNOWN]);
    if (finding !== 'nothing') await world.longAgo(refund);
    expect(await world.room.state(refund, 'mark_declined', 0, { finding })).toMatchObject({
      applied: false,
      refused: code,
    });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'in_doubt' }]);
    expect(await world.rows(`SELECT status FROM proposal WHERE refund_id = $1`, refund.id)).toEqual([
      { status: 'open' },
    ]);
  });
});
