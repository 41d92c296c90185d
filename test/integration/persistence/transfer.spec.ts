import { RACES } from '../../builders/behind-lock.builder';
import { insist } from '../../builders/insist';
import { storeRefund } from '../../builders/stored-refund.builder';
import {
  ILS,
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

describe('claiming a transfer', () => {
  it('makes it sent, committed, with the stored key and reference', async () => {
    const refund = await world.paying();
    const claimed = sending(await world.transfers.claim(refund.transferId));
    const [attempt] = await world.rows<{ gateway_key: string; reference: string; sent_at: string }>(
      `SELECT gateway_key, reference, sent_at FROM attempt WHERE transfer_id = $1`,
      refund.transferId,
    );
    expect(claimed).toMatchObject({
      repeated: false,
      sending: 1,
      ask: {
        idempotencyKey: attempt?.gateway_key,
        reference: attempt?.reference,
        gatewayRef: refund.gatewayRefs[0],
        amount: ILS(10_000),
      },
      sentAtMs: Date.parse(attempt?.sent_at ?? ''),
    });
    expect(await world.stands(refund)).toMatchObject({ status: 'sending', attempt: 'sent', held: 10_000 });
  });

  it('is given to exactly one of twenty callers as the first; the others must look up first', async () => {
    const refund = await world.paying();
    const claims = (
      await Promise.all(Array.from({ length: 20 }, () => insist(() => world.transfers.claim(refund.transferId))))
    ).map(sending);
    expect(claims.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(claims.map(({ ask }) => ask.idempotencyKey)).size).toBe(1);
    expect(await world.rows(`SELECT sends FROM attempt WHERE transfer_id = $1`, refund.transferId)).toEqual([
      { sends: 20 },
    ]);
  });

  it('again after an unknown outcome keeps attempt and key', async () => {
    const refund = await world.sent();
    await world.transfers.record(refund.attemptId, unknown);
    const again = sending(await world.transfers.claim(refund.transferId));
    expect(again).toMatchObject({ attemptId: refund.attemptId, repeated: true });
    expect(await world.stands(refund)).toMatchObject({ status: 'sending', attempt: 'sent' });
  });

  it('is no refused one any more when it was sent again before the refusal came', async () => {
    const refund = await world.paying();
    const first = sending(await world.transfers.claim(refund.transferId));
    const second = sending(await world.transfers.claim(refund.transferId));
    expect([first.sending, second.sending]).toEqual([1, 2]);
    // A gateway that knows no keys, or forgot this one, may carry out the second call although it refused the first.
    expect(await world.transfers.record(first.attemptId, declined, first.sending)).toBe('unknown');
    expect(await world.stands(refund)).toMatchObject({ status: 'in_doubt', attempt: 'unknown' });
    expect(await world.transfers.record(second.attemptId, declined, second.sending)).toBe('declined');
  });

  it('says when the attempt was sent last before, which may be long after the first time', async () => {
    const refund = await world.paying();
    const { attemptId } = sending(await world.transfers.claim(refund.transferId));
    await world.execute(
      `UPDATE attempt SET sent_at = now() - interval '9 hours', last_sent_at = now() - interval '7 seconds' WHERE id = $1`,
      attemptId,
    );
    const { sentAtMs, lastSentAtMs } = sending(await world.transfers.claim(refund.transferId));
    expect(lastSentAtMs - sentAtMs).toBe(9 * 3_600_000 - 7_000);
  });

  it('tells what is known already instead of sending', async () => {
    const refund = await world.sent();
    await world.transfers.record(refund.attemptId, settled());
    expect(await world.transfers.claim(refund.transferId)).toEqual({ kind: 'done', outcome: 'settled' });
    const waiting = await world.sent();
    await world.transfers.record(waiting.attemptId, pending());
    expect(await world.transfers.claim(waiting.transferId)).toEqual({ kind: 'done', outcome: 'pending' });
  });

  it('is refused for a refund that nobody approved', async () => {
    const refund = await storeRefund(world.test.database, world.merchant, { steps: ['lead'] });
    await world.refunds.open(refund.at());
    await expect(world.transfers.claim(refund.transferIds[0] ?? '')).rejects.toMatchObject({ code: 'invalid_state' });
    await expect(world.transfers.claim(refund.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('and cancelling at the same moment: either it is sent or it is cancelled, never both', async () => {
    for (let round = 0; round < RACES; round += 1) {
      const refund = await world.paying();
      await world.execute(`UPDATE refund SET status = 'needs_review' WHERE id = $1`, refund.id);
      const [claimed, cancelled] = await Promise.all([
        world.transfers.claim(refund.transferId).catch(() => ({ kind: 'refused' as const })),
        world.refunds.project(refund.at(), { kind: 'cancel', command: null, actor: 'key:x' }),
      ]);
      const isSent = claimed.kind === 'send';
      expect(cancelled.applied).toBe(!isSent);
      expect(await world.stands(refund)).toMatchObject(
        isSent
          ? { status: 'sending', attempt: 'sent', held: 10_000 }
          : { status: 'released', attempt: 'not_sent', held: 0 },
      );
    }
  }, 180_000);
});

describe('looking up', () => {
  it('asks about the newest attempt that left', async () => {
    const refund = await world.paying();
    expect(await world.transfers.lookUpAsk(refund.transferId)).toEqual({ kind: 'not_sent' });
    const claimed = sending(await world.transfers.claim(refund.transferId));
    const { attemptId, ask, sentAtMs } = claimed;
    expect(await world.transfers.lookUpAsk(refund.transferId)).toEqual({
      kind: 'ask',
      attemptId,
      ask,
      sentAtMs,
      lastSentAtMs: expect.any(Number) as number,
      status: 'sent',
    });
    await world.transfers.record(attemptId, unknown);
    expect(await world.transfers.lookUpAsk(refund.transferId)).toMatchObject({ kind: 'ask', status: 'unknown' });
    await world.transfers.record(attemptId, settled());
    expect(await world.transfers.lookUpAsk(refund.transferId)).toEqual({ kind: 'done', outcome: 'settled' });
  });

  it('has nothing to ask while a new attempt waits to be sent', async () => {
    const refund = await world.sent();
    await world.transfers.notSent(refund.attemptId);
    expect(await world.transfers.lookUpAsk(refund.transferId)).toEqual({ kind: 'not_sent' });
  });
});
