import type { GatewayOutcome } from '@zikui/domain';
import { RefundProcessStore, TransferStore, type Claimed } from '@zikui/persistence';
import { RACES } from '../../builders/behind-lock.builder';
import { insist } from '../../builders/insist';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { commitsOf, readRows, sentStatements, workOf } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: TransferStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);
const execute = (sql: string, ...params: unknown[]) => test.database.write((tx) => tx.query(sql, params));

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = new TransferStore(test.database, SECRETS);
});
afterAll(() => test.close());

type Paying = StoredRefund & Readonly<{ transferId: string }>;
async function paying(plan: RefundPlan = {}): Promise<Paying> {
  const refund = await storeRefund(test.database, merchant, plan);
  await refunds.open(refund.at());
  return { ...refund, transferId: refund.transferIds[0] ?? '' };
}
async function sent(plan: RefundPlan = {}): Promise<Paying & Readonly<{ attemptId: string }>> {
  const refund = await paying(plan);
  return { ...refund, attemptId: sending(await transfers.claim(refund.transferId)).attemptId };
}
function sending(claimed: Claimed): Extract<Claimed, { kind: 'send' }> {
  if (claimed.kind !== 'send') throw new Error(`expected a claim, got ${claimed.kind}`);
  return claimed;
}

const ILS = (amount: number) => ({ amount, currency: 'ILS' });
let movements = 0;
const refundId = () => `re_${(movements += 1)}_${Date.now()}`;
const settled = (amount = 10_000): GatewayOutcome => ({
  kind: 'settled',
  gatewayRefundId: refundId(),
  amount: ILS(amount),
});
const pending = (amount = 10_000): GatewayOutcome => ({
  kind: 'pending',
  gatewayRefundId: refundId(),
  amount: ILS(amount),
  reason: 'insufficient_funds',
});
const declined: GatewayOutcome = { kind: 'declined', gatewayRefundId: null, reason: 'card_expired' };
const unknown = { kind: 'unknown', evidence: { cause: 'time_out' } } as const;

const stands = async ({ transferId }: Paying) => {
  const [row] = await rows<Record<string, unknown>>(
    `SELECT t.status, a.status AS attempt, p.held, (SELECT count(*)::int FROM reservation v WHERE v.transfer_id = t.id AND v.released_at IS NULL) AS holds,
       (SELECT coalesce(sum(o.amount), 0)::int FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
        WHERE l.refund_id = t.refund_id AND o.account = 'gateway_clearing') AS clearing
     FROM transfer t JOIN payment p ON p.id = t.payment_id
     JOIN LATERAL (SELECT status FROM attempt WHERE transfer_id = t.id ORDER BY no DESC LIMIT 1) a ON true WHERE t.id = $1`,
    transferId,
  );
  return row;
};
const kinds = ({ id }: Paying) =>
  rows<{ kind: string }>(
    `SELECT kind FROM refund_event WHERE refund_id = $1 AND run_id IS NULL ORDER BY id OFFSET 1`,
    id,
  ).then((all) => all.map(({ kind }) => kind));

describe('claiming a transfer', () => {
  it('makes it sent, committed, with the stored key and reference', async () => {
    const refund = await paying();
    const claimed = sending(await transfers.claim(refund.transferId));
    const [attempt] = await rows<{ gateway_key: string; reference: string; sent_at: string }>(
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
    expect(await stands(refund)).toMatchObject({ status: 'sending', attempt: 'sent', held: 10_000 });
  });

  it('is given to exactly one of twenty callers as the first; the others must look up first', async () => {
    const refund = await paying();
    const claims = (
      await Promise.all(Array.from({ length: 20 }, () => insist(() => transfers.claim(refund.transferId))))
    ).map(sending);
    expect(claims.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(claims.map(({ ask }) => ask.idempotencyKey)).size).toBe(1);
    expect(await rows(`SELECT sends FROM attempt WHERE transfer_id = $1`, refund.transferId)).toEqual([{ sends: 20 }]);
  });

  it('again after an unknown outcome keeps attempt and key', async () => {
    const refund = await sent();
    await transfers.record(refund.attemptId, unknown);
    const again = sending(await transfers.claim(refund.transferId));
    expect(again).toMatchObject({ attemptId: refund.attemptId, repeated: true });
    expect(await stands(refund)).toMatchObject({ status: 'sending', attempt: 'sent' });
  });

  it('is no refused one any more when it was sent again before the refusal came', async () => {
    const refund = await paying();
    const first = sending(await transfers.claim(refund.transferId));
    const second = sending(await transfers.claim(refund.transferId));
    expect([first.sending, second.sending]).toEqual([1, 2]);
    // A gateway that knows no keys, or forgot this one, may carry out the second call although it refused the first.
    expect(await transfers.record(first.attemptId, declined, first.sending)).toBe('unknown');
    expect(await stands(refund)).toMatchObject({ status: 'in_doubt', attempt: 'unknown' });
    expect(await transfers.record(second.attemptId, declined, second.sending)).toBe('declined');
  });

  it('says when the attempt was sent last before, which may be long after the first time', async () => {
    const refund = await paying();
    const { attemptId } = sending(await transfers.claim(refund.transferId));
    await execute(
      `UPDATE attempt SET sent_at = now() - interval '9 hours', last_sent_at = now() - interval '7 seconds' WHERE id = $1`,
      attemptId,
    );
    const { sentAtMs, lastSentAtMs } = sending(await transfers.claim(refund.transferId));
    expect(lastSentAtMs - sentAtMs).toBe(9 * 3_600_000 - 7_000);
  });

  it('tells what is known already instead of sending', async () => {
    const refund = await sent();
    await transfers.record(refund.attemptId, settled());
    expect(await transfers.claim(refund.transferId)).toEqual({ kind: 'done', outcome: 'settled' });
    const waiting = await sent();
    await transfers.record(waiting.attemptId, pending());
    expect(await transfers.claim(waiting.transferId)).toEqual({ kind: 'done', outcome: 'pending' });
  });

  it('is refused for a refund that nobody approved', async () => {
    const refund = await storeRefund(test.database, merchant, { steps: ['lead'] });
    await refunds.open(refund.at());
    await expect(transfers.claim(refund.transferIds[0] ?? '')).rejects.toMatchObject({ code: 'invalid_state' });
    await expect(transfers.claim(refund.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('and cancelling at the same moment: either it is sent or it is cancelled, never both', async () => {
    for (let round = 0; round < RACES; round += 1) {
      const refund = await paying();
      await execute(`UPDATE refund SET status = 'needs_review' WHERE id = $1`, refund.id);
      const [claimed, cancelled] = await Promise.all([
        transfers.claim(refund.transferId).catch(() => ({ kind: 'refused' as const })),
        refunds.project(refund.at(), { kind: 'cancel', command: null, actor: 'key:x' }),
      ]);
      const isSent = claimed.kind === 'send';
      expect(cancelled.applied).toBe(!isSent);
      expect(await stands(refund)).toMatchObject(
        isSent
          ? { status: 'sending', attempt: 'sent', held: 10_000 }
          : { status: 'released', attempt: 'not_sent', held: 0 },
      );
    }
  });
});

describe('recording an answer', () => {
  it('settles with postings, keeps the hold, and tells the timeline', async () => {
    const refund = await sent();
    const answer = settled();
    expect(await transfers.record(refund.attemptId, answer)).toBe('settled');
    expect(await stands(refund)).toEqual({
      status: 'settled',
      attempt: 'succeeded',
      held: 10_000,
      holds: 1,
      clearing: -10_000,
    });
    expect(await kinds(refund)).toEqual(['transfer_settled']);

    expect(await transfers.record(refund.attemptId, answer)).toBe('settled');
    expect(await kinds(refund)).toEqual(['transfer_settled']);
    expect(await stands(refund)).toMatchObject({ clearing: -10_000 });
  });

  it('declines, gives the hold back and posts nothing', async () => {
    const refund = await sent();
    expect(await transfers.record(refund.attemptId, declined)).toBe('declined');
    expect(await stands(refund)).toEqual({ status: 'declined', attempt: 'refused', held: 0, holds: 0, clearing: 0 });
    expect(await rows(`SELECT decline_reason FROM transfer WHERE id = $1`, refund.transferId)).toEqual([
      { decline_reason: 'card_expired' },
    ]);
  });

  it('keeps the hold while it is pending or unknown', async () => {
    const waiting = await sent();
    expect(await transfers.record(waiting.attemptId, pending())).toBe('pending');
    expect(await stands(waiting)).toEqual({
      status: 'pending',
      attempt: 'pending',
      held: 10_000,
      holds: 1,
      clearing: 0,
    });
    expect(await rows(`SELECT pending_reason FROM transfer WHERE id = $1`, waiting.transferId)).toEqual([
      { pending_reason: 'insufficient_funds' },
    ]);

    const doubtful = await sent();
    expect(await transfers.record(doubtful.attemptId, unknown)).toBe('unknown');
    expect(await stands(doubtful)).toEqual({
      status: 'in_doubt',
      attempt: 'unknown',
      held: 10_000,
      holds: 1,
      clearing: 0,
    });
    expect(await rows(`SELECT evidence FROM attempt WHERE id = $1`, doubtful.attemptId)).toEqual([
      { evidence: { cause: 'time_out' } },
    ]);
    expect(await transfers.record(doubtful.attemptId, settled())).toBe('settled');
    expect(await stands(doubtful)).toMatchObject({ status: 'settled', clearing: -10_000 });
  });

  it('never takes another amount for an answer, and a person must look', async () => {
    const refund = await sent();
    expect(await transfers.record(refund.attemptId, settled(9_999))).toBe('unknown');
    expect(await stands(refund)).toMatchObject({ status: 'in_doubt', attempt: 'unknown', held: 10_000, clearing: 0 });
    expect(await kinds(refund)).toEqual(['transfer_unknown', 'money_alert']);
    expect(await refunds.project(refund.at(), { kind: 'money', exhausted: false, unanswered: [] })).toMatchObject({
      status: 'needs_review',
    });

    const currency = await sent();
    const answer = {
      kind: 'settled',
      gatewayRefundId: refundId(),
      amount: { amount: 10_000, currency: 'USD' },
    } as const;
    expect(await transfers.record(currency.attemptId, answer)).toBe('unknown');
  });

  it('of a success after a refusal settles it after all, takes the hold again and warns', async () => {
    const refund = await sent();
    await transfers.record(refund.attemptId, declined);
    expect(await transfers.record(refund.attemptId, settled())).toBe('settled');
    expect(await stands(refund)).toEqual({
      status: 'settled',
      attempt: 'succeeded',
      held: 10_000,
      holds: 1,
      clearing: -10_000,
    });
    expect(await kinds(refund)).toEqual(['transfer_declined', 'transfer_settled', 'money_alert']);
  });

  it('of a late success takes only what still fits of the payment, and tells how much does not', async () => {
    const refund = await sent({ captured: 10_000 });
    await transfers.record(refund.attemptId, declined);
    const other = await storeRefund(test.database, merchant, { of: refund, amounts: [7_000] });
    await transfers.record(refund.attemptId, settled());
    expect(await stands(refund)).toMatchObject({ status: 'settled', held: 10_000, holds: 1 });
    expect(
      await rows(`SELECT amount FROM reservation WHERE transfer_id = $1 AND released_at IS NULL`, refund.transferId),
    ).toEqual([{ amount: 3_000 }]);
    expect(
      await rows(
        `SELECT data->'uncovered' AS uncovered, data->>'alert' AS alert FROM refund_event WHERE refund_id = $1 AND kind = 'money_alert'`,
        refund.id,
      ),
    ).toEqual([{ uncovered: 7_000, alert: 'settled_after_decline' }]);
    expect(other.paymentIds).toEqual(refund.paymentIds);
  });

  it('is refused for an attempt that does not exist', () =>
    expect(transfers.record(merchant.id, declined)).rejects.toMatchObject({ code: 'not_found' }));

  it('costs one commit and four statements when the money moved, one commit and three to send', async () => {
    const refund = await paying();
    sentStatements(test);
    const { attemptId } = sending(await transfers.claim(refund.transferId));
    const claim = sentStatements(test);
    await transfers.record(attemptId, settled());
    const record = sentStatements(test);
    expect([commitsOf(claim), workOf(claim).length]).toEqual([1, 3]);
    expect([commitsOf(record), workOf(record).length]).toEqual([1, 4]);
  });
});

describe('a call that surely never left', () => {
  it('is planned again under a new key', async () => {
    const refund = await sent();
    await transfers.notSent(refund.attemptId);
    expect(await stands(refund)).toMatchObject({ status: 'planned', attempt: 'prepared', held: 10_000 });
    expect(await rows(`SELECT no, status FROM attempt WHERE transfer_id = $1 ORDER BY no`, refund.transferId)).toEqual([
      { no: 1, status: 'not_sent' },
      { no: 2, status: 'prepared' },
    ]);
    const again = sending(await transfers.claim(refund.transferId));
    expect(again.repeated).toBe(false);
    expect(again.attemptId).not.toBe(refund.attemptId);
    expect(
      new Set(
        (
          await rows<{ gateway_key: string }>(
            `SELECT gateway_key FROM attempt WHERE transfer_id = $1`,
            refund.transferId,
          )
        ).map((one) => one.gateway_key),
      ).size,
    ).toBe(2);
  });

  it('proves nothing when the same key had been sent before: it is in doubt', async () => {
    const refund = await sent();
    await transfers.claim(refund.transferId);
    await transfers.notSent(refund.attemptId);
    expect(await stands(refund)).toMatchObject({ status: 'in_doubt', attempt: 'unknown' });
  });

  it('changes nothing when it is told again, or when the answer came meanwhile', async () => {
    const refund = await sent();
    await transfers.notSent(refund.attemptId);
    await transfers.notSent(refund.attemptId);
    expect(await rows(`SELECT count(*)::int AS n FROM attempt WHERE transfer_id = $1`, refund.transferId)).toEqual([
      { n: 2 },
    ]);
    const answered = await sent();
    await transfers.record(answered.attemptId, settled());
    await transfers.notSent(answered.attemptId);
    expect(await stands(answered)).toMatchObject({ status: 'settled' });
  });

  it('that did leave after all settles the transfer, and the new attempt is never sent', async () => {
    const refund = await sent();
    await transfers.notSent(refund.attemptId);
    expect(await transfers.record(refund.attemptId, settled())).toBe('settled');
    expect(await rows(`SELECT no, status FROM attempt WHERE transfer_id = $1 ORDER BY no`, refund.transferId)).toEqual([
      { no: 1, status: 'succeeded' },
      { no: 2, status: 'not_sent' },
    ]);
    expect(await transfers.claim(refund.transferId)).toEqual({ kind: 'done', outcome: 'settled' });
  });
});

describe('looking up', () => {
  it('asks about the newest attempt that left', async () => {
    const refund = await paying();
    expect(await transfers.lookUpAsk(refund.transferId)).toEqual({ kind: 'not_sent' });
    const claimed = sending(await transfers.claim(refund.transferId));
    const { attemptId, ask, sentAtMs } = claimed;
    expect(await transfers.lookUpAsk(refund.transferId)).toEqual({
      kind: 'ask',
      attemptId,
      ask,
      sentAtMs,
      lastSentAtMs: expect.any(Number) as number,
      status: 'sent',
    });
    await transfers.record(attemptId, unknown);
    expect(await transfers.lookUpAsk(refund.transferId)).toMatchObject({ kind: 'ask', status: 'unknown' });
    await transfers.record(attemptId, settled());
    expect(await transfers.lookUpAsk(refund.transferId)).toEqual({ kind: 'done', outcome: 'settled' });
  });

  it('has nothing to ask while a new attempt waits to be sent', async () => {
    const refund = await sent();
    await transfers.notSent(refund.attemptId);
    expect(await transfers.lookUpAsk(refund.transferId)).toEqual({ kind: 'not_sent' });
  });
});
