import { GatewayInboxStore, newId, sha256Hex } from '@zikui/persistence';
import { attemptNames } from '../../../libs/persistence/src/transfer/gateway-key';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredKey, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';
import { DECLINED, movementId, ReviewRoom, settledWith, UNKNOWN } from '../../builders/stored-review.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let room: ReviewRoom;
let finance: StoredKey;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  finance = await storeKey('yael', 'finance');
  room = new ReviewRoom(test.database, merchant, { finance, second: merchant.lead });
});
afterEach(async () => expect(await rows(BROKEN)).toEqual([]));
afterAll(() => test.close());

async function storeKey(owner: string, role: string): Promise<StoredKey> {
  const id = newId();
  const publicId = id.slice(-8);
  await test.query(
    `INSERT INTO api_key (id, merchant_id, public_id, secret_hash, mode, owner, scopes, role, amount_limit)
     VALUES ($1, $2, $3, $4, 'test', $5, '{refunds:decide}', $6, 1000000)`,
    [id, merchant.id, publicId, sha256Hex(id), owner, role],
  );
  return { id, publicId, actor: `key:${publicId}`, owner };
}

/** I1, I4, I6 and I8, whatever was done. */
const BROKEN = `
SELECT 'I1' AS rule, p.id FROM payment p
  WHERE p.held > p.captured OR p.held <> (SELECT coalesce(sum(amount), 0) FROM reservation WHERE payment_id = p.id AND released_at IS NULL)
UNION ALL SELECT 'I4', r.id FROM refund r WHERE r.status = 'completed'
  AND r.payout - r.short_amount <> (SELECT coalesce(sum(amount), 0) FROM transfer WHERE refund_id = r.id AND status = 'settled')
UNION ALL SELECT 'I6', transaction_id FROM posting GROUP BY transaction_id HAVING sum(amount) <> 0
UNION ALL SELECT 'I8', r.id FROM refund r WHERE r.payout < (
  SELECT coalesce(sum(amount), 0) FROM transfer WHERE refund_id = r.id AND status NOT IN ('reversed', 'released'))`;

type Row = Readonly<Record<string, unknown>>;
const transfersOf = ({ id }: StoredRefund) =>
  rows<Row>(
    `SELECT t.no, t.amount::int, t.status, (SELECT jsonb_agg(a.status ORDER BY a.no) FROM attempt a WHERE a.transfer_id = t.id) AS attempts
     FROM transfer t WHERE t.refund_id = $1 ORDER BY t.no`,
    id,
  );
const heldOn = ({ paymentIds }: StoredRefund) =>
  rows<{ held: number }>(`SELECT held::int FROM payment WHERE id = ANY ($1) ORDER BY no`, paymentIds).then((all) =>
    all.map(({ held }) => held),
  );
const owed = ({ id }: StoredRefund) =>
  rows<{ sum: number }>(
    `SELECT coalesce(sum(p.amount), 0)::int AS sum FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
     WHERE l.refund_id = $1 AND p.account = 'refunds_payable'`,
    id,
  ).then(([row]) => row?.sum);
const bookOf = ({ id }: StoredRefund) =>
  rows<{ action: string }>(`SELECT action FROM audit_entry WHERE chain = $1 ORDER BY no`, `refund:${id}`).then((all) =>
    all.map(({ action }) => action),
  );
const told = ({ id }: StoredRefund, kind: string) =>
  rows<{ actor: string; data: Row }>(
    `SELECT actor, data FROM refund_event WHERE refund_id = $1 AND kind = $2 ORDER BY id`,
    id,
    kind,
  );
const longAgo = (refund: StoredRefund) =>
  test.query(
    `UPDATE attempt SET sent_at = now() - interval '25 hours' WHERE transfer_id = ANY (SELECT id FROM transfer WHERE refund_id = $1)`,
    [refund.id],
  );

describe('sending again', () => {
  it('a declined transfer takes its hold again and gets a new attempt with a new key', async () => {
    const refund = await room.answered([DECLINED]);
    expect(await heldOn(refund)).toEqual([0]);
    expect(await room.act(refund, 'retry', 0)).toMatchObject({
      applied: true,
      status: 'processing',
      transfers: [{ status: 'planned' }],
    });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'declined', attempts: ['refused', 'prepared'] }]);
    expect(await heldOn(refund)).toEqual([10_000]);
    const keys = await rows<Row>(
      `SELECT count(DISTINCT gateway_key)::int AS keys FROM attempt WHERE transfer_id = $1`,
      refund.transferIds[0],
    );
    expect(keys).toEqual([{ keys: 2 }]);
    expect(await told(refund, 'resolved')).toEqual([
      { actor: finance.actor, data: { action: 'retry', transfer: 1, amount: 10_000, currency: 'ILS' } },
    ]);
    expect(await bookOf(refund)).toEqual(['resolution.retry']);

    await room.transfers.record(await room.send(refund), settledWith(10_000));
    expect((await room.follow(refund)).status).toBe('completed');
    expect(await owed(refund)).toBe(0);
  });

  it('is refused when the payment has not that much left, and changes nothing', async () => {
    const refund = await room.answered([DECLINED], { captured: 10_000 });
    await test.query(`UPDATE payment SET disputed = 1 WHERE id = $1`, [refund.paymentIds[0]]);
    expect(await room.act(refund, 'retry', 0)).toMatchObject({ applied: false, refused: 'over_refund' });
    expect(await heldOn(refund)).toEqual([0]);
    expect(await bookOf(refund)).toEqual([]);
  });

  it('of two people at once makes one further attempt', async () => {
    const refund = await room.answered([DECLINED]);
    const both = await Promise.all([room.act(refund, 'retry', 0), room.act(refund, 'retry', 0)]);
    expect(both.filter(({ applied }) => applied)).toHaveLength(1);
    expect(await transfersOf(refund)).toMatchObject([{ attempts: ['refused', 'prepared'] }]);
    expect(await heldOn(refund)).toEqual([10_000]);
  });

  it('a transfer in doubt keeps its attempt and its key', async () => {
    const refund = await room.answered([UNKNOWN]);
    expect(await room.act(refund, 'retry', 0)).toMatchObject({ applied: true, status: 'in_doubt' });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'in_doubt', attempts: ['unknown'] }]);
    expect(await room.transfers.claim(refund.transferIds[0] ?? '')).toMatchObject({
      kind: 'send',
      repeated: true,
      attemptId: refund.attemptIds[0],
    });
  });

  it('leaves a refund with its person while another transfer of it has no answer', async () => {
    const refund = await room.answered([UNKNOWN, UNKNOWN]);
    expect(await room.act(refund, 'retry', 0)).toMatchObject({ applied: true, status: 'needs_review' });
  });

  it('is refused to a key that was revoked, or whose role may not, since it asked', async () => {
    const refund = await room.answered([DECLINED]);
    const other = new ReviewRoom(test.database, merchant, { finance: merchant.lead, second: finance });
    expect(await other.act(refund, 'retry', 0)).toMatchObject({ applied: false, refused: 'permission_missing' });
    const gone = await storeKey('tal', 'finance');
    await test.query(`UPDATE api_key SET revoked_at = now() WHERE id = $1`, [gone.id]);
    const late = new ReviewRoom(test.database, merchant, { finance: gone, second: merchant.lead });
    expect(await late.act(refund, 'retry', 0)).toMatchObject({ applied: false, refused: 'permission_missing' });
  });
});

describe('stating that the money moved', () => {
  it('settles, posts and completes in the transaction of the second person', async () => {
    const refund = await room.answered([UNKNOWN]);
    const gatewayRefundId = movementId();
    expect(await room.state(refund, 'mark_settled', 0, { gatewayRefundId })).toMatchObject({ status: 'completed' });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'settled', attempts: ['succeeded'] }]);
    expect(await owed(refund)).toBe(0);
    expect(await told(refund, 'transfer_settled')).toMatchObject([
      { actor: merchant.lead.actor, data: { gatewayRefundId } },
    ]);
    expect(await bookOf(refund)).toEqual(['proposal.made', 'proposal.confirmed', 'resolution.mark_settled']);
    expect(await rows(`SELECT kind FROM message WHERE refund_id = $1 AND status = 'queued'`, refund.id)).toContainEqual(
      {
        kind: 'refund_completed',
      },
    );
  });

  it('of less than was asked for plans the rest as a transfer of its own, under the same hold', async () => {
    const refund = await room.answered([UNKNOWN]);
    const settled = await room.state(refund, 'mark_settled', 0, { gatewayRefundId: movementId(), moved: 4_000 });
    expect(settled).toMatchObject({ status: 'processing', transfers: [{ status: 'settled' }, { status: 'planned' }] });
    expect(await transfersOf(refund)).toEqual([
      { no: 1, amount: 4_000, status: 'settled', attempts: ['succeeded'] },
      { no: 2, amount: 6_000, status: 'planned', attempts: ['prepared'] },
    ]);
    expect(await heldOn(refund)).toEqual([10_000]);
  });

  it('is refused for a movement that settled another transfer, and the proposal stays open', async () => {
    const gatewayRefundId = movementId();
    const first = await room.answered([UNKNOWN]);
    await room.state(first, 'mark_settled', 0, { gatewayRefundId });
    const second = await room.answered([UNKNOWN]);
    expect(await room.state(second, 'mark_settled', 0, { gatewayRefundId })).toMatchObject({
      refused: 'movement_taken',
    });
    expect(await rows(`SELECT status FROM proposal WHERE refund_id = $1`, second.id)).toEqual([{ status: 'open' }]);
  });

  it('is not done by one person, not even with another key', async () => {
    const refund = await room.answered([UNKNOWN]);
    const proposed = await room.propose(refund, 'mark_settled', 0);
    const same = await storeKey('yael', 'cfo');
    expect(await room.confirm(refund, proposed, {}, same)).toMatchObject({ refused: 'second_person_needed' });
    expect(await room.act(refund, 'mark_settled', 0)).toMatchObject({ refused: 'proposal_not_found' });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'in_doubt' }]);
  });

  it('needs the proposal of exactly this act', async () => {
    const refund = await room.answered([UNKNOWN]);
    const proposed = await room.propose(refund, 'mark_declined', 0);
    expect(await room.confirm(refund, { ...proposed, action: 'mark_settled' })).toMatchObject({
      refused: 'proposal_not_found',
    });
  });

  it('by two second persons at once is done once', async () => {
    const refund = await room.answered([UNKNOWN]);
    const proposed = await room.propose(refund, 'mark_settled', 0, { gatewayRefundId: movementId() });
    const both = await Promise.all([
      room.confirm(refund, proposed),
      room.confirm(refund, proposed, {}, merchant.manager),
    ]);
    expect(both.filter(({ applied }) => applied)).toHaveLength(1);
    expect(
      await rows(
        `SELECT count(*)::int AS n FROM ledger_transaction WHERE refund_id = $1 AND kind = 'settled'`,
        refund.id,
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('is void when news came between the two persons', async () => {
    const refund = await room.answered([UNKNOWN]);
    const proposed = await room.propose(refund, 'mark_settled', 0, { gatewayRefundId: movementId() });
    await room.transfers.record(refund.attemptIds[0] ?? '', DECLINED);
    expect(await room.confirm(refund, proposed)).toMatchObject({ applied: false, refused: 'proposal_void' });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'declined' }]);
  });
});

describe('stating that no money moved', () => {
  it('gives the hold back once a day has passed and the gateway finds nothing', async () => {
    const refund = await room.answered([UNKNOWN]);
    await longAgo(refund);
    expect(await room.state(refund, 'mark_declined', 0)).toMatchObject({ status: 'needs_review' });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'declined', attempts: ['refused'] }]);
    expect(await heldOn(refund)).toEqual([0]);
  });

  it.each([
    ['too early', 'nothing', 'too_early'],
    ['without an answer of the gateway', 'no_answer', 'look_up_failed'],
    ['when the gateway found something', 'found', 'look_up_failed'],
  ] as const)('is refused %s, and nothing is decided', async (_when, finding, code) => {
    const refund = await room.answered([UNKNOWN]);
    if (finding !== 'nothing') await longAgo(refund);
    expect(await room.state(refund, 'mark_declined', 0, { finding })).toMatchObject({ applied: false, refused: code });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'in_doubt' }]);
    expect(await rows(`SELECT status FROM proposal WHERE refund_id = $1`, refund.id)).toEqual([{ status: 'open' }]);
  });
});

describe('facts that come late', () => {
  async function markedDeclined(plan: { captured?: number } = {}) {
    const refund = await room.answered([UNKNOWN], plan);
    await longAgo(refund);
    await room.state(refund, 'mark_declined', 0);
    return refund;
  }
  const late = ({ attemptIds }: { attemptIds: readonly string[] }, answer = settledWith(10_000)) =>
    room.transfers.record(attemptIds[0] ?? '', answer);

  it('a success after it was marked declined settles it: people are warned, nothing is sent again', async () => {
    const refund = await markedDeclined();
    expect(await late(refund)).toBe('settled');
    expect((await room.follow(refund)).status).toBe('completed');
    expect(await heldOn(refund)).toEqual([10_000]);
    expect(await told(refund, 'money_alert')).toMatchObject([
      { data: { alert: 'settled_after_decline', uncovered: 0 } },
    ]);
    expect(await room.transfers.claim(refund.transferIds[0] ?? '')).toEqual({ kind: 'done', outcome: 'settled' });
  });

  it('a success before the retry has left takes the retry back: its hold stays one, and no second movement is made', async () => {
    const refund = await markedDeclined();
    await room.act(refund, 'retry', 0);
    expect(await late(refund)).toBe('settled');
    expect(await transfersOf(refund)).toMatchObject([{ status: 'settled', attempts: ['succeeded', 'not_sent'] }]);
    expect(await heldOn(refund)).toEqual([10_000]);
    expect(await room.transfers.claim(refund.transferIds[0] ?? '')).toEqual({ kind: 'done', outcome: 'settled' });
    expect((await room.follow(refund)).status).toBe('completed');
  });

  it('a success after the retry has left is told as a movement that nobody answers for: a person looks, and no hold is taken twice', async () => {
    const refund = await markedDeclined();
    await room.act(refund, 'retry', 0);
    const second = await room.send(refund);
    await late(refund);
    expect(await transfersOf(refund)).toMatchObject([{ status: 'sending', attempts: ['succeeded', 'sent'] }]);
    expect(await told(refund, 'money_alert')).toMatchObject([{ data: { alert: 'external_refund' } }]);
    expect(await room.follow(refund)).toMatchObject({ status: 'needs_review' });
    expect((await room.reviews.find(merchant.id, refund.id))?.view.reviewReason).toBe('paid_twice');
    await room.transfers.record(second, settledWith(10_000));
    expect(await heldOn(refund)).toEqual([10_000]);
  });

  it('a success of the old attempt that the gateway announces wakes the process of the new one', async () => {
    const refund = await markedDeclined();
    await room.act(refund, 'retry', 0);
    await room.send(refund);
    const [old] = await rows<{ reference: string }>(
      `SELECT reference FROM attempt WHERE id = $1`,
      refund.attemptIds[0],
    );
    const received = await new GatewayInboxStore(test.database).receive(merchant.id, 'stripe', {
      ...{
        eventId: newId(),
        type: 'refund.updated',
        occurredAt: '2026-11-22T06:00:00Z',
        gatewayRefundId: movementId(),
      },
      ...{ reference: old?.reference ?? '', gatewayRef: refund.gatewayRefs[0] ?? '' },
      outcome: { status: 'settled', amount: { amount: 10_000, currency: 'ILS' }, pendingReason: null, reason: null },
    });
    expect(received.signal?.event).toMatchObject({ status: 'recorded', transferId: refund.transferIds[0] });
    expect(await transfersOf(refund)).toMatchObject([{ status: 'sending', attempts: ['succeeded', 'sent'] }]);
  });

  it('a failure of the old attempt changes that attempt alone while the new one is on its way', async () => {
    const refund = await markedDeclined();
    await room.act(refund, 'retry', 0);
    await room.send(refund);
    await late(refund, DECLINED);
    expect(await transfersOf(refund)).toMatchObject([{ status: 'sending', attempts: ['refused', 'sent'] }]);
    expect(await heldOn(refund)).toEqual([10_000]);
    await expect(room.transfers.claim(refund.transferIds[0] ?? '')).resolves.toMatchObject({ repeated: true });
  });

  it('a success that no longer fits its payment is told with what is not covered', async () => {
    const refund = await markedDeclined({ captured: 10_000 });
    await room.answered([settledWith(10_000)], { captured: 10_000, of: refund });
    await late(refund);
    expect(await heldOn(refund)).toEqual([10_000]);
    expect(await told(refund, 'money_alert')).toMatchObject([{ data: { uncovered: 10_000 } }]);
  });
});

describe('a plan of which one payment paid and another declined', () => {
  const half = () => room.answered([settledWith(10_000), DECLINED], { fee: 500 });

  it('waits for a person with what can be done about it, and nothing else', async () => {
    const refund = await half();
    const review = await room.reviews.find(merchant.id, refund.id);
    expect(review?.view).toMatchObject({
      status: 'needs_review',
      reviewReason: 'transfer_declined',
      allowedActions: ['close_short'],
      transfers: [{ allowedActions: [] }, { allowedActions: ['retry', 'change_destination'] }],
    });
  });

  it('is finished by sending the rest again', async () => {
    const refund = await half();
    await room.act(refund, 'retry', 1);
    await room.transfers.record(await room.send(refund, 1), settledWith(10_000));
    expect((await room.follow(refund)).status).toBe('completed');
  });

  it('is finished short by two: the document is over what settled, and the rest can be asked for again', async () => {
    const refund = await half();
    expect(await room.state(refund, 'close_short')).toMatchObject({
      status: 'completed',
      transfers: [{ status: 'settled' }, { status: 'released' }],
      messages: [{ kind: 'refund_completed' }],
    });
    expect(await rows(`SELECT short_amount::int FROM refund WHERE id = $1`, refund.id)).toEqual([
      { short_amount: 10_000 },
    ]);
    expect(
      await rows(
        `SELECT units, given_back_units, given_back_gross::int FROM refund_line WHERE refund_id = $1`,
        refund.id,
      ),
    ).toEqual([{ units: 1, given_back_units: 0, given_back_gross: 10_000 }]);
    expect(await rows(`SELECT total::int, status FROM credit_note WHERE refund_id = $1`, refund.id)).toEqual([
      { total: 10_000, status: 'issued' },
    ]);
    expect(await owed(refund)).toBe(0);
    expect(await bookOf(refund)).toEqual(['proposal.made', 'proposal.confirmed', 'resolution.close_short']);
  });

  it('is never called failed', async () => {
    const refund = await half();
    await expect(room.propose(refund, 'fail', null)).rejects.toMatchObject({ code: 'invalid_state' });
  });
});

describe('ending, and asking again', () => {
  it('a refund of which nothing was paid fails by two, gives everything back and tells the customer', async () => {
    const refund = await room.answered([DECLINED]);
    expect(await room.state(refund, 'fail')).toMatchObject({
      status: 'failed',
      messages: [{ kind: 'refund_cancelled' }],
      transfers: [{ status: 'released' }],
    });
    expect(await owed(refund)).toBe(0);
    expect(await room.transfers.claim(refund.transferIds[0] ?? '')).toMatchObject({ kind: 'done' });
  });

  it('a retry that was not sent yet is taken back by the failure', async () => {
    const refund = await room.answered([DECLINED, DECLINED]);
    await room.act(refund, 'retry', 0);
    await room.state(refund, 'fail');
    expect(await heldOn(refund)).toEqual([0, 0]);
    expect(await room.transfers.claim(refund.transferIds[0] ?? '')).toMatchObject({
      kind: 'done',
      outcome: 'declined',
    });
  });

  it('a silent ladder is asked anew from its first step, and nobody’s old approval counts', async () => {
    const plan = { steps: ['lead', 'finance'] as const, statutory: true };

    const refund = await storeRefund(test.database, merchant, plan);

    await room.refunds.open(refund.at());
    await room.refunds.project(refund.at(), { kind: 'silence' });
    const asked = await room.act(refund, 'ask_approval');
    expect(asked).toMatchObject({ status: 'awaiting_approval', openStep: { no: 1, role: 'lead' } });
    expect(asked.dueAtMs).toBeGreaterThan(Date.now());
    expect(
      await rows(`SELECT round, no, status FROM approval_step WHERE refund_id = $1 ORDER BY round, no`, refund.id),
    ).toEqual([
      { round: 1, no: 1, status: 'expired' },
      { round: 1, no: 2, status: 'superseded' },
      { round: 2, no: 1, status: 'open' },
      { round: 2, no: 2, status: 'waiting' },
    ]);
  });

  it('a repeat of a written resolution is answered the same way and does nothing again', async () => {
    const refund = await room.answered([DECLINED]);
    const at = refund.at();
    const fixed = { ...refund, at: () => at };
    const first = await room.act(fixed, 'retry', 0);
    expect(await room.act(fixed, 'retry', 0)).toEqual(first);
    expect(await transfersOf(refund)).toMatchObject([{ attempts: ['refused', 'prepared'] }]);
  });
});

// Last: over every attempt that the tests before have made.
describe('the keys of all these attempts', () => {
  type Attempt = Readonly<{
    requestKey: string;
    transferNo: number;
    attemptNo: number;
    gatewayKey: string;
    reference: string;
  }>;

  it('are made of recorded facts alone, of first attempts, retries and rests alike', async () => {
    const attempts = await rows<Attempt>(
      `SELECT r.request_key AS "requestKey", t.no AS "transferNo", a.no AS "attemptNo", a.gateway_key AS "gatewayKey", a.reference
       FROM attempt a JOIN transfer t ON t.id = a.transfer_id JOIN refund r ON r.id = t.refund_id`,
    );
    expect(new Set(attempts.map(({ transferNo, attemptNo }) => `${String(transferNo)}/${String(attemptNo)}`))).toEqual(
      new Set(['1/1', '1/2', '2/1', '2/2']),
    );
    for (const { gatewayKey, reference, ...facts } of attempts) {
      const names = attemptNames(SECRETS.gatewayKeySecret, { merchantId: merchant.id, ...facts });
      expect({ gatewayKey, reference }).toEqual(names);
    }
  });

  it('follow each other only after a sure refusal, a call that never left, or the word of two people', async () =>
    expect(
      await rows(
        `SELECT a.status, a.evidence->>'cause' AS cause FROM attempt a
         WHERE EXISTS (SELECT FROM attempt n WHERE n.transfer_id = a.transfer_id AND n.no > a.no)
           AND a.status NOT IN ('refused', 'not_sent') AND coalesce(a.evidence->>'cause', '') <> 'marked_declined'`,
      ),
    ).toEqual([]));

  it('are never used for anything else, and never sent anew while one of the transfer is open', async () => {
    const [open] = await rows<{ id: string }>(`SELECT transfer_id AS id FROM attempt WHERE status = 'unknown' LIMIT 1`);
    await expect(
      test.query(
        `INSERT INTO attempt (id, merchant_id, transfer_id, no, gateway_key, reference, request_hash, status)
         SELECT $2, merchant_id, transfer_id, 9, 'zk_new', 'zr_new', request_hash, 'prepared' FROM attempt WHERE transfer_id = $1 LIMIT 1`,
        [open?.id, newId()],
      ),
    ).rejects.toThrow('attempt_open_idx');
  });
});
