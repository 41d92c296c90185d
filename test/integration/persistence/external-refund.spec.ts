import type { GatewayNews } from '@zikui/domain';
import { AUDIT_CHECKS, GatewayInboxStore, RefundReadStore, runChecks } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeColleague, storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { storeRefund, transitionsOf, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';
import { DECLINED, ReviewRoom, settledWith } from '../../builders/stored-review.builder';

let db: TestDatabase;
let merchant: StoredMerchant;
let room: ReviewRoom;
let inbox: GatewayInboxStore;
beforeAll(async () => {
  db = await newDatabase();
  merchant = await storeMerchant(db.database);
  const finance = await storeColleague(db.database, merchant, 'yael', 'finance');
  room = new ReviewRoom(db.database, merchant, { finance, second: merchant.lead });
  inbox = new GatewayInboxStore(db.database);
});
afterAll(() => db.close());
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(db, sql, params);

/** What the auditor says in the quiet, beside starts, facts and messages that these tests leave undone on purpose. */
afterEach(async () => {
  const checks = AUDIT_CHECKS.filter(({ id }) => !/^A13|^A16.waiting/.test(id));
  const findings = await db.database.read((tx) => runChecks(tx, checks, { strict: true }));
  expect(findings.filter(({ count }) => count > 0).map(({ check }) => check.id)).toEqual([]);
});

let count = 0;
type Told = Partial<Omit<GatewayNews, 'outcome'>> &
  Readonly<{ status?: GatewayNews['outcome']['status']; amount?: number }>;
/** News of a refund that somebody made in the gateway's own console. */
const outside = (
  { gatewayRefs }: StoredRefund,
  { status = 'settled', amount = 2_500, ...told }: Told = {},
): GatewayNews => ({
  eventId: `evt_out_${(count += 1)}`,
  type: 'refund.created',
  occurredAt: '2026-11-04T10:00:00Z',
  reference: null,
  gatewayRefundId: `re_out_${count}`,
  gatewayRef: gatewayRefs[0] ?? '',
  outcome: { status, amount: { amount, currency: 'ILS' }, pendingReason: null, reason: null },
  ...told,
});
/** Told, and told to nobody for ten minutes. */
async function toldAndKept(news: GatewayNews): Promise<string> {
  const { inboxId } = await inbox.receive(merchant.id, 'stripe', news);
  await again(inboxId);
  return inboxId;
}
async function again(inboxId: string): Promise<void> {
  await db.query(
    `UPDATE inbox_event SET next_try_at = now(), received_at = now() - interval '11 minutes' WHERE id = $1`,
    [inboxId],
  );
  await inbox.rematch(1);
}
const stateOf = async (inboxId: string) =>
  (
    await rows<{ state: string; refundId: string | null }>(
      `SELECT state, refund_id AS "refundId" FROM inbox_event WHERE id = $1`,
      inboxId,
    )
  )[0];
const heldOn = async ({ paymentIds }: StoredRefund) =>
  (await rows<{ held: number }>(`SELECT held FROM payment WHERE id = $1`, paymentIds[0]))[0]?.held;
const externals = ({ saleId }: StoredRefund) =>
  rows<{ id: string; status: string; payout: number; goodwill: number; metadata: object }>(
    `SELECT id, status, payout, goodwill, metadata FROM refund WHERE sale_id = $1 AND origin = 'external' ORDER BY created_at, id`,
    saleId,
  );
const paid = async (plan: RefundPlan = {}): Promise<StoredRefund> => {
  const refund = await room.answered([settledWith(10_000)], plan);
  await room.refunds.finish(refund.at());
  return refund;
};

describe('a refund that was made at the gateway itself', () => {
  it('is looked for among our own for ten minutes, then recorded on its payment: completed, without lines or document', async () => {
    const refund = await paid();
    const news = outside(refund);
    const { inboxId } = await inbox.receive(merchant.id, 'stripe', news);
    await db.query(`UPDATE inbox_event SET next_try_at = now() WHERE id = $1`, [inboxId]);
    await inbox.rematch(1);
    expect(await stateOf(inboxId)).toMatchObject({ state: 'unmatched' });
    await again(inboxId);
    const [external] = await externals(refund);
    expect(external).toMatchObject({ status: 'completed', payout: 2_500, goodwill: 2_500 });
    expect(await stateOf(inboxId)).toEqual({ state: 'recorded', refundId: external?.id });
    expect(await heldOn(refund)).toBe(12_500);
    expect(
      await rows(
        `SELECT p.account, p.amount FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id WHERE l.refund_id = $1 ORDER BY p.amount`,
        external?.id,
      ),
    ).toEqual([
      { account: 'gateway_clearing', amount: -2_500 },
      { account: 'external_refunds', amount: 2_500 },
    ]);
    expect(
      await rows(
        `SELECT kind, data->'uncovered' AS uncovered FROM refund_event WHERE refund_id = $1 ORDER BY id`,
        external?.id,
      ),
    ).toEqual([
      { kind: 'imported', uncovered: null },
      { kind: 'money_alert', uncovered: 0 },
    ]);
    expect(await rows(`SELECT 1 FROM credit_note WHERE refund_id = $1`, external?.id)).toEqual([]);
    expect(await new RefundReadStore(db.database).find(merchant.id, external?.id ?? '')).toMatchObject({
      ...{ origin: 'external', lines: [], creditNotes: [], messages: [], allowedActions: [] },
      transfers: [{ status: 'settled', gatewayRefundId: news.gatewayRefundId }],
    });
  });

  it('is recorded once, in whatever words and however often it is told', async () => {
    const refund = await paid();
    const gatewayRefundId = 're_out_same';
    for (let times = 0; times < 3; times += 1) await toldAndKept(outside(refund, { gatewayRefundId }));
    await inbox.receive(merchant.id, 'stripe', outside(refund, { gatewayRefundId }));
    expect(await externals(refund)).toHaveLength(1);
    expect(await heldOn(refund)).toBe(12_500);
  });

  it('takes what still fits of the payment; the rest stands in its alert', async () => {
    const refund = await paid({ captured: 11_000 });
    await toldAndKept(outside(refund));
    const [external] = await externals(refund);
    expect(await heldOn(refund)).toBe(11_000);
    expect(
      await rows(
        `SELECT data->'uncovered' AS uncovered FROM refund_event WHERE refund_id = $1 AND kind = 'money_alert'`,
        external?.id,
      ),
    ).toEqual([{ uncovered: 1_500 }]);
  });

  it('is not recorded while a transfer of the same amount on that payment is on its way, which then goes to a person', async () => {
    const refund = await storeRefund(db.database, merchant);
    await room.refunds.open(refund.at());
    await room.transfers.record(await room.send(refund), { kind: 'unknown', evidence: { cause: 'unlisted_status' } });
    await room.follow(refund);
    const news = outside(refund, { amount: 10_000 });
    const inboxId = await toldAndKept(news);
    expect(await externals(refund)).toEqual([]);
    expect(await stateOf(inboxId)).toEqual({ state: 'to_signal', refundId: refund.id });
    expect(await room.follow(refund)).toMatchObject({ status: 'needs_review' });
    const review = await room.reviews.find(merchant.id, refund.id);
    expect(review?.view.transfers[0]?.attempts[0]?.evidence).toMatchObject({
      ...{ cause: 'unlisted_status', alert: 'unclaimed_movement', otherGatewayRefundId: news.gatewayRefundId },
    });
    await toldAndKept(outside(refund, { amount: 10_000, gatewayRefundId: news.gatewayRefundId }));
    expect(
      await rows(
        `SELECT data->>'alert' AS alert FROM refund_event WHERE refund_id = $1 AND kind = 'money_alert'`,
        refund.id,
      ),
    ).toEqual([{ alert: 'unclaimed_movement' }]);
  });

  it('stays unmatched when it names no payment of ours, another currency, or moved nothing yet', async () => {
    const refund = await paid();
    const strange = outside(refund, { gatewayRef: 'pi_of_somebody_else' });
    const foreign = outside(refund);
    const currency = { ...foreign, outcome: { ...foreign.outcome, amount: { amount: 2_500, currency: 'USD' } } };
    for (const news of [
      strange,
      currency,
      outside(refund, { status: 'pending' }),
      outside(refund, { status: 'declined' }),
    ]) {
      expect(await stateOf(await toldAndKept(news))).toMatchObject({ state: 'unmatched' });
    }
    expect(await externals(refund)).toEqual([]);
  });

  it('freezes the sale as any first refund does', async () => {
    const refund = await paid();
    await db.query(`UPDATE sale SET first_refund_at = NULL WHERE id = $1`, [refund.saleId]);
    await toldAndKept(outside(refund));
    const [sale] = await rows<{ frozen: boolean }>(
      `SELECT first_refund_at IS NOT NULL AS frozen FROM sale WHERE id = $1`,
      refund.saleId,
    );
    expect(sale).toEqual({ frozen: true });
  });

  it('that comes back is countered on its own accounts, and a person chooses what becomes of it', async () => {
    const refund = await paid();
    const news = outside(refund);
    await toldAndKept(news);
    const [external] = await externals(refund);
    const back = outside(refund, {
      status: 'declined',
      gatewayRefundId: news.gatewayRefundId,
      occurredAt: '2026-11-05T10:00:00Z',
    });
    await inbox.receive(merchant.id, 'stripe', back);
    const at = transitionsOf(merchant.id, external?.id ?? '');
    expect(await room.refunds.openRepair(at(), 1)).toMatchObject({ status: 'needs_review' });
    const posted = await rows<{ account: string; amount: number }>(
      `SELECT p.account, sum(p.amount)::int AS amount FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id WHERE l.refund_id = $1 GROUP BY p.account`,
      external?.id,
    );
    expect(posted.map(({ amount }) => amount)).toEqual([0, 0]);
    expect(posted.map(({ account }) => account).sort()).toEqual(['external_refunds', 'gateway_clearing']);
    expect(await heldOn(refund)).toBe(10_000);
  });
});

describe('a movement of an attempt that was given up', () => {
  /** Declined, and sent anew by a person: the second attempt is on its way. */
  async function sentAnew(): Promise<StoredRefund & { first: string }> {
    const refund = await room.answered([DECLINED], { captured: 30_000 });
    const [first] = await rows<{ reference: string }>(
      `SELECT reference FROM attempt WHERE transfer_id = $1`,
      refund.transferIds[0],
    );
    await room.act(refund, 'retry', 0);
    await room.send(refund);
    return { ...refund, first: first?.reference ?? '' };
  }

  it('is an external refund of its own beside the transfer that a newer attempt pays, and nothing is sent because of it', async () => {
    const refund = await sentAnew();
    const news = outside(refund, { amount: 10_000, reference: refund.first });
    await inbox.receive(merchant.id, 'stripe', news);
    await inbox.receive(merchant.id, 'stripe', { ...news, eventId: 'evt_once_more' });
    const [external, ...others] = await externals(refund);
    expect(others).toEqual([]);
    expect(external).toMatchObject({ payout: 10_000, metadata: { refund: `rf_${refund.id.replaceAll('-', '')}` } });
    expect(await rows(`SELECT status FROM transfer WHERE id = $1`, refund.transferIds[0])).toEqual([
      { status: 'sending' },
    ]);
    expect(await heldOn(refund)).toBe(20_000);
    const back = {
      ...outside(refund, { amount: 10_000, status: 'declined' }),
      gatewayRefundId: news.gatewayRefundId,
      occurredAt: '2026-11-05T10:00:00Z',
    };
    await inbox.receive(merchant.id, 'stripe', back);
    expect(await rows(`SELECT status FROM transfer WHERE refund_id = $1`, external?.id)).toEqual([
      { status: 'reversed' },
    ]);
    expect(await heldOn(refund)).toBe(10_000);
  });

  it('that failed late changes that attempt alone: no second movement, no hold moved', async () => {
    const refund = await sentAnew();
    const before = await heldOn(refund);
    const received = await inbox.receive(
      merchant.id,
      'stripe',
      outside(refund, { amount: 10_000, status: 'declined', reference: refund.first }),
    );
    expect(received.signal).toBeNull();
    expect(await rows(`SELECT status FROM transfer WHERE id = $1`, refund.transferIds[0])).toEqual([
      { status: 'sending' },
    ]);
    expect(
      await rows(`SELECT no, status FROM attempt WHERE transfer_id = $1 ORDER BY no`, refund.transferIds[0]),
    ).toEqual([
      { no: 1, status: 'refused' },
      { no: 2, status: 'sent' },
    ]);
    expect(await heldOn(refund)).toBe(before);
    expect(await externals(refund)).toEqual([]);
  });

  it('of a refund that had failed is an external refund, also when the gateway had named it before', async () => {
    const refund = await room.answered([
      {
        kind: 'pending',
        gatewayRefundId: 're_named',
        amount: { amount: 10_000, currency: 'ILS' },
        reason: 'processing',
      },
    ]);
    const told = { gatewayRefundId: 're_named', amount: 10_000 };
    await inbox.receive(merchant.id, 'stripe', outside(refund, { ...told, status: 'declined' }));
    await room.follow(refund);
    expect(await room.state(refund, 'fail')).toMatchObject({ status: 'failed' });
    expect(await heldOn(refund)).toBe(0);
    await inbox.receive(merchant.id, 'stripe', outside(refund, { ...told, occurredAt: '2026-11-06T10:00:00Z' }));
    expect(await externals(refund)).toMatchObject([{ payout: 10_000 }]);
    expect(await heldOn(refund)).toBe(10_000);
    expect(await rows(`SELECT status FROM refund WHERE id = $1`, refund.id)).toEqual([{ status: 'failed' }]);
  });
});

describe('five events about one refund, told at once', () => {
  it('lead to one end state, whoever comes first and whichever of them comes again', async () => {
    for (let round = 0; round < 6; round += 1) {
      const refund = await storeRefund(db.database, merchant);
      await room.refunds.open(refund.at());
      const attemptId = await room.send(refund);
      const [attempt] = await rows<{ reference: string }>(`SELECT reference FROM attempt WHERE id = $1`, attemptId);
      const gatewayRefundId = `re_race_${round}`;
      const told = (status: GatewayNews['outcome']['status'], second: number) =>
        outside(refund, {
          ...{ status, gatewayRefundId, amount: 10_000, reference: attempt?.reference ?? null },
          occurredAt: `2026-11-04T10:00:0${second}Z`,
        });
      const life = [
        told('pending', 1),
        told('settled', 2),
        told('settled', 2),
        told('declined', 2),
        told('declined', 3),
      ];
      const deliveries = [...life, ...life].sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
      if (round % 2 === 0) deliveries.reverse();
      await Promise.all([
        ...deliveries.map((news) => inbox.receive(merchant.id, 'stripe', news)),
        room.transfers.record(attemptId, {
          kind: 'settled',
          gatewayRefundId,
          amount: { amount: 10_000, currency: 'ILS' },
        }),
      ]);
      expect(
        await rows(
          `SELECT t.status, p.held, (SELECT count(*)::int FROM ledger_transaction l WHERE l.refund_id = t.refund_id AND l.kind IN ('settled', 'reversed')) AS posted
           FROM transfer t JOIN payment p ON p.id = t.payment_id WHERE t.refund_id = $1`,
          refund.id,
        ),
      ).toEqual([{ status: 'reversed', held: 0, posted: 2 }]);
      await room.follow(refund);
    }
  });
});
