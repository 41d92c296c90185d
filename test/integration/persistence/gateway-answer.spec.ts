import { commitsOf, sentStatements, workOf } from '../../builders/read-rows.builder';
import { storeRefund } from '../../builders/stored-refund.builder';
import {
  refundId,
  declined,
  pending,
  sending,
  settled,
  TransferWorld,
  unknown,
} from '../../builders/transfer-world.builder';

let world: TransferWorld;
beforeAll(async () => {
  world = await TransferWorld.open();
});
afterAll(() => world.close());

describe('recording an answer', () => {
  it('settles with postings, keeps the hold, and tells the timeline', async () => {
    const refund = await world.sent();
    const answer = settled();
    expect(await world.transfers.record(refund.attemptId, answer)).toBe('settled');
    expect(await world.stands(refund)).toEqual({
      status: 'settled',
      attempt: 'succeeded',
      held: 10_000,
      holds: 1,
      clearing: -10_000,
    });
    expect(await world.kinds(refund)).toEqual(['transfer_settled']);

    expect(await world.transfers.record(refund.attemptId, answer)).toBe('settled');
    expect(await world.kinds(refund)).toEqual(['transfer_settled']);
    expect(await world.stands(refund)).toMatchObject({ clearing: -10_000 });
  });

  it('declines, gives the hold back and posts nothing', async () => {
    const refund = await world.sent();
    expect(await world.transfers.record(refund.attemptId, declined)).toBe('declined');
    expect(await world.stands(refund)).toEqual({
      status: 'declined',
      attempt: 'refused',
      held: 0,
      holds: 0,
      clearing: 0,
    });
    expect(await world.rows(`SELECT decline_reason FROM transfer WHERE id = $1`, refund.transferId)).toEqual([
      { decline_reason: 'card_expired' },
    ]);
  });

  it('keeps the hold while it is pending or unknown', async () => {
    const waiting = await world.sent();
    expect(await world.transfers.record(waiting.attemptId, pending())).toBe('pending');
    expect(await world.stands(waiting)).toEqual({
      status: 'pending',
      attempt: 'pending',
      held: 10_000,
      holds: 1,
      clearing: 0,
    });
    expect(await world.rows(`SELECT pending_reason FROM transfer WHERE id = $1`, waiting.transferId)).toEqual([
      { pending_reason: 'insufficient_funds' },
    ]);

    const doubtful = await world.sent();
    expect(await world.transfers.record(doubtful.attemptId, unknown)).toBe('unknown');
    expect(await world.stands(doubtful)).toEqual({
      status: 'in_doubt',
      attempt: 'unknown',
      held: 10_000,
      holds: 1,
      clearing: 0,
    });
    expect(await world.rows(`SELECT evidence FROM attempt WHERE id = $1`, doubtful.attemptId)).toEqual([
      { evidence: { cause: 'unlisted_status' } },
    ]);
    expect(await world.transfers.record(doubtful.attemptId, settled())).toBe('settled');
    expect(await world.stands(doubtful)).toMatchObject({ status: 'settled', clearing: -10_000 });
  });

  it('never takes another amount for an answer, and a person must look', async () => {
    const refund = await world.sent();
    expect(await world.transfers.record(refund.attemptId, settled(9_999))).toBe('unknown');
    expect(await world.stands(refund)).toMatchObject({
      status: 'in_doubt',
      attempt: 'unknown',
      held: 10_000,
      clearing: 0,
    });
    expect(await world.kinds(refund)).toEqual(['transfer_unknown', 'money_alert']);
    expect(await world.refunds.project(refund.at(), { kind: 'money', exhausted: false, unanswered: [] })).toMatchObject(
      {
        status: 'needs_review',
      },
    );

    const currency = await world.sent();
    const answer = {
      kind: 'settled',
      gatewayRefundId: refundId(),
      amount: { amount: 10_000, currency: 'USD' },
    } as const;
    expect(await world.transfers.record(currency.attemptId, answer)).toBe('unknown');
  });

  it('of a success after a refusal settles it after all, takes the hold again and warns', async () => {
    const refund = await world.sent();
    await world.transfers.record(refund.attemptId, declined);
    expect(await world.transfers.record(refund.attemptId, settled())).toBe('settled');
    expect(await world.stands(refund)).toEqual({
      status: 'settled',
      attempt: 'succeeded',
      held: 10_000,
      holds: 1,
      clearing: -10_000,
    });
    expect(await world.kinds(refund)).toEqual(['transfer_declined', 'transfer_settled', 'money_alert']);
  });

  it('of a late success takes only what still fits of the payment, and tells how much does not', async () => {
    const refund = await world.sent({ captured: 10_000 });
    await world.transfers.record(refund.attemptId, declined);
    const other = await storeRefund(world.test.database, world.merchant, { of: refund, amounts: [7_000] });
    await world.transfers.record(refund.attemptId, settled());
    expect(await world.stands(refund)).toMatchObject({ status: 'settled', held: 10_000, holds: 1 });
    expect(
      await world.rows(
        `SELECT amount FROM reservation WHERE transfer_id = $1 AND released_at IS NULL`,
        refund.transferId,
      ),
    ).toEqual([{ amount: 3_000 }]);
    expect(
      await world.rows(
        `SELECT data->'uncovered' AS uncovered, data->>'alert' AS alert FROM refund_event WHERE refund_id = $1 AND kind = 'money_alert'`,
        refund.id,
      ),
    ).toEqual([{ uncovered: 7_000, alert: 'settled_after_decline' }]);
    expect(other.paymentIds).toEqual(refund.paymentIds);
  });

  it('is refused for an attempt that does not exist', () =>
    expect(world.transfers.record(world.merchant.id, declined)).rejects.toMatchObject({ code: 'not_found' }));

  it('costs one commit and four statements when the money moved, one commit and three to send', async () => {
    const refund = await world.paying();
    sentStatements(world.test);
    const { attemptId } = sending(await world.transfers.claim(refund.transferId));
    const claim = sentStatements(world.test);
    await world.transfers.record(attemptId, settled());
    const record = sentStatements(world.test);
    expect([commitsOf(claim), workOf(claim).length]).toEqual([1, 3]);
    expect([commitsOf(record), workOf(record).length]).toEqual([1, 4]);
  });
});

describe('a call that surely never left', () => {
  it('is planned again under a new key', async () => {
    const refund = await world.sent();
    await world.transfers.notSent(refund.attemptId);
    expect(await world.stands(refund)).toMatchObject({ status: 'planned', attempt: 'prepared', held: 10_000 });
    expect(
      await world.rows(`SELECT no, status FROM attempt WHERE transfer_id = $1 ORDER BY no`, refund.transferId),
    ).toEqual([
      { no: 1, status: 'not_sent' },
      { no: 2, status: 'prepared' },
    ]);
    const again = sending(await world.transfers.claim(refund.transferId));
    expect(again.repeated).toBe(false);
    expect(again.attemptId).not.toBe(refund.attemptId);
    expect(
      new Set(
        (
          await world.rows<{ gateway_key: string }>(
            `SELECT gateway_key FROM attempt WHERE transfer_id = $1`,
            refund.transferId,
          )
        ).map((one) => one.gateway_key),
      ).size,
    ).toBe(2);
  });

  it('proves nothing when the same key had been sent before: it is in doubt', async () => {
    const refund = await world.sent();
    await world.transfers.claim(refund.transferId);
    await world.transfers.notSent(refund.attemptId);
    expect(await world.stands(refund)).toMatchObject({ status: 'in_doubt', attempt: 'unknown' });
  });

  it('changes nothing when it is told again, or when the answer came meanwhile', async () => {
    const refund = await world.sent();
    await world.transfers.notSent(refund.attemptId);
    await world.transfers.notSent(refund.attemptId);
    expect(
      await world.rows(`SELECT count(*)::int AS n FROM attempt WHERE transfer_id = $1`, refund.transferId),
    ).toEqual([{ n: 2 }]);
    const answered = await world.sent();
    await world.transfers.record(answered.attemptId, settled());
    await world.transfers.notSent(answered.attemptId);
    expect(await world.stands(answered)).toMatchObject({ status: 'settled' });
  });

  it('that did leave after all settles the transfer, and the new attempt is never sent', async () => {
    const refund = await world.sent();
    await world.transfers.notSent(refund.attemptId);
    expect(await world.transfers.record(refund.attemptId, settled())).toBe('settled');
    expect(
      await world.rows(`SELECT no, status FROM attempt WHERE transfer_id = $1 ORDER BY no`, refund.transferId),
    ).toEqual([
      { no: 1, status: 'succeeded' },
      { no: 2, status: 'not_sent' },
    ]);
    expect(await world.transfers.claim(refund.transferId)).toEqual({ kind: 'done', outcome: 'settled' });
  });
});
