import { ResolutionWorld } from '../../builders/resolution-world.builder';
import { storeRefund } from '../../builders/stored-refund.builder';
import { DECLINED, settledWith } from '../../builders/stored-review.builder';

let world: ResolutionWorld;
beforeAll(async () => {
  world = await ResolutionWorld.open();
});
afterEach(async () => expect(await world.broken()).toEqual([]));
afterAll(() => world.close());

describe('a plan of which one payment paid and another declined', () => {
  const half = () => world.room.answered([settledWith(10_000), DECLINED], { fee: 500 });

  it('waits for a person with what can be done about it, and nothing else', async () => {
    const refund = await half();
    const review = await world.room.reviews.find(world.merchant.id, refund.id);
    expect(review?.view).toMatchObject({
      status: 'needs_review',
      reviewReason: 'transfer_declined',
      allowedActions: ['close_short'],
      transfers: [{ allowedActions: [] }, { allowedActions: ['retry', 'change_destination'] }],
    });
  });

  it('is finished by sending the rest again', async () => {
    const refund = await half();
    await world.room.act(refund, 'retry', 1);
    await world.room.transfers.record(await world.room.send(refund, 1), settledWith(10_000));
    expect((await world.room.follow(refund)).status).toBe('completed');
  });

  it('is finished short by two: the document is over what settled, and the rest can be asked for again', async () => {
    const refund = await half();
    expect(await world.room.state(refund, 'close_short')).toMatchObject({
      status: 'completed',
      transfers: [{ status: 'settled' }, { status: 'released' }],
      messages: [{ kind: 'refund_completed' }],
    });
    expect(await world.rows(`SELECT short_amount::int FROM refund WHERE id = $1`, refund.id)).toEqual([
      { short_amount: 10_000 },
    ]);
    expect(
      await world.rows(
        `SELECT units, given_back_units, given_back_gross::int FROM refund_line WHERE refund_id = $1`,
        refund.id,
      ),
    ).toEqual([{ units: 1, given_back_units: 0, given_back_gross: 10_000 }]);
    expect(await world.rows(`SELECT total::int, status FROM credit_note WHERE refund_id = $1`, refund.id)).toEqual([
      { total: 10_000, status: 'issued' },
    ]);
    expect(await world.owed(refund)).toBe(0);
    expect(await world.bookOf(refund)).toEqual(['proposal.made', 'proposal.confirmed', 'resolution.close_short']);
  });

  it('is never called failed', async () => {
    const refund = await half();
    await expect(world.room.propose(refund, 'fail', null)).rejects.toMatchObject({ code: 'invalid_state' });
  });
});

describe('ending, and asking again', () => {
  it('a refund of which nothing was paid fails by two, gives everything back and tells the customer', async () => {
    const refund = await world.room.answered([DECLINED]);
    expect(await world.room.state(refund, 'fail')).toMatchObject({
      status: 'failed',
      messages: [{ kind: 'refund_cancelled' }],
      transfers: [{ status: 'released' }],
    });
    expect(await world.owed(refund)).toBe(0);
    expect(await world.room.transfers.claim(refund.transferIds[0] ?? '')).toMatchObject({ kind: 'done' });
  });

  it('a retry that was not sent yet is taken back by the failure', async () => {
    const refund = await world.room.answered([DECLINED, DECLINED]);
    await world.room.act(refund, 'retry', 0);
    await world.room.state(refund, 'fail');
    expect(await world.heldOn(refund)).toEqual([0, 0]);
    expect(await world.room.transfers.claim(refund.transferIds[0] ?? '')).toMatchObject({
      kind: 'done',
      outcome: 'declined',
    });
  });

  it('a silent ladder is asked anew from its first step, and nobody’s old approval counts', async () => {
    const plan = { steps: ['lead', 'finance'] as const, statutory: true };

    const refund = await storeRefund(world.test.database, world.merchant, plan);

    await world.room.refunds.open(refund.at());
    await world.room.refunds.project(refund.at(), { kind: 'silence' });
    const asked = await world.room.act(refund, 'ask_approval');
    expect(asked).toMatchObject({ status: 'awaiting_approval', openStep: { no: 1, role: 'lead' } });
    expect(asked.dueAtMs).toBeGreaterThan(Date.now());
    expect(
      await world.rows(
        `SELECT round, no, status FROM approval_step WHERE refund_id = $1 ORDER BY round, no`,
        refund.id,
      ),
    ).toEqual([
      { round: 1, no: 1, status: 'expired' },
      { round: 1, no: 2, status: 'superseded' },
      { round: 2, no: 1, status: 'open' },
      { round: 2, no: 2, status: 'waiting' },
    ]);
  });

  it('a repeat of a written resolution is answered the same way and does nothing again', async () => {
    const refund = await world.room.answered([DECLINED]);
    const at = refund.at();
    const fixed = { ...refund, at: () => at };
    const first = await world.room.act(fixed, 'retry', 0);
    expect(await world.room.act(fixed, 'retry', 0)).toEqual(first);
    expect(await world.transfersOf(refund)).toMatchObject([{ attempts: ['refused', 'prepared'] }]);
  });
});

// Last: over every attempt that the tests before have made.
