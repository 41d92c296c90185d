import type { DisputeNews, Principal } from '@zikui/domain';
import {
  DisputeInboxStore,
  DisputeOutcomeStore,
  DisputeStore,
  newId,
  OutboxSignalStore,
  RefundProcessStore,
  TransferStore,
  type DisputeAsk,
} from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { disputeNews } from '../../builders/dispute-news.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf, outcomeOf } from '../../builders/insist';
import { readRows } from '../../builders/read-rows.builder';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { simpleSaleOf } from '../../builders/sale.builder';
import { newMerchant, storesOn } from '../../builders/stores.builder';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let inbox: DisputeInboxStore;
let disputes: DisputeStore;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  inbox = new DisputeInboxStore(test.database);
  disputes = new DisputeStore(test.database);
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
});
afterAll(() => test.close());

const tell = (refund: StoredRefund, over: Partial<DisputeNews> = {}) =>
  inbox.receive(merchant.id, 'stripe', disputeNews(refund.gatewayRefs[0] ?? '', over));
async function paying(plan: RefundPlan = {}): Promise<StoredRefund & Readonly<{ transferId: string }>> {
  const refund = await storeRefund(test.database, merchant, plan);
  await refunds.open(refund.at());
  return { ...refund, transferId: refund.transferIds[0] ?? '' };
}
/** Sends the transfer and lets the gateway say that it settled. */
async function settled(plan: RefundPlan = {}): Promise<StoredRefund> {
  const refund = await paying(plan);
  const claimed = await transfers.claim(refund.transferId);
  if (claimed.kind !== 'send') throw new Error('expected a claim');
  const amount = claimed.ask.amount;
  await transfers.record(claimed.attemptId, { kind: 'settled', gatewayRefundId: `re_${newId()}`, amount });
  await refunds.finish(refund.at());
  return refund;
}
const paymentOf = async ({ paymentIds }: StoredRefund) =>
  (
    await rows<{ held: number; disputed: number }>(`SELECT held, disputed FROM payment WHERE id = $1`, paymentIds[0])
  )[0];
const disputeOf = async ({ paymentIds }: StoredRefund) =>
  (
    await rows<{ id: string; status: string; amount: number; withdrawn: number }>(
      `SELECT id, status, amount, withdrawn FROM dispute WHERE payment_id = $1`,
      paymentIds[0],
    )
  )[0];
const booksOf = ({ paymentIds }: StoredRefund) =>
  rows(
    `SELECT o.account, sum(o.amount)::int AS sum FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
     JOIN dispute d ON d.id = l.dispute_id WHERE d.payment_id = $1 GROUP BY 1 HAVING sum(o.amount) <> 0 ORDER BY 1`,
    paymentIds[0],
  );
const toldOf = async ({ id }: StoredRefund) =>
  (
    await rows<{ kind: string }>(
      `SELECT kind FROM refund_event WHERE refund_id = $1 AND (kind LIKE 'dispute%' OR kind = 'money_alert') ORDER BY id`,
      id,
    )
  ).map(({ kind }) => kind);

describe('a dispute that a gateway announces', () => {
  it('is counted against its payment while it is open, and no more once it is won', async () => {
    const refund = await storeRefund(test.database, merchant);
    await tell(refund);
    expect(await paymentOf(refund)).toEqual({ held: 10_000, disputed: 10_000 });
    await tell(refund, { status: 'won' });
    expect(await paymentOf(refund)).toEqual({ held: 10_000, disputed: 0 });
    expect(await toldOf(refund)).toEqual(['dispute_opened', 'dispute_won']);
  });

  it('counts for ever once it is lost, whatever is told later', async () => {
    const refund = await storeRefund(test.database, merchant);
    await tell(refund, { status: 'lost' });
    await tell(refund, { status: 'won' });
    expect(await paymentOf(refund)).toEqual({ held: 10_000, disputed: 10_000 });
    expect((await disputeOf(refund))?.status).toBe('lost');
  });

  it('changes nothing when it is told twice, and leads to one end when it is told in the wrong order', async () => {
    const refund = await storeRefund(test.database, merchant);
    const opened = disputeNews(refund.gatewayRefs[0] ?? '', { funds: 'withdrawn' });
    const won = disputeNews(refund.gatewayRefs[0] ?? '', { status: 'won', funds: 'returned' });
    for (const news of [won, opened, won, opened]) await inbox.receive(merchant.id, 'stripe', news);
    await inbox.receive(merchant.id, 'stripe', { ...opened, eventId: 'evt_the_same_once_more' });
    expect(await disputeOf(refund)).toMatchObject({ status: 'won', withdrawn: 0 });
    expect(await paymentOf(refund)).toEqual({ held: 10_000, disputed: 0 });
    expect(await booksOf(refund)).toEqual([]);
  });

  it('posts what the gateway withdrew, gave back or kept for good', async () => {
    const refund = await storeRefund(test.database, merchant);
    await tell(refund, { funds: 'withdrawn' });
    expect(await booksOf(refund)).toEqual([
      { account: 'dispute_receivable', sum: 10_000 },
      { account: 'gateway_clearing', sum: -10_000 },
    ]);
    await tell(refund, { status: 'won', funds: 'returned' });
    expect(await booksOf(refund)).toEqual([]);
    await tell(refund, { status: 'lost', funds: 'withdrawn' });
    expect(await booksOf(refund)).toEqual([
      { account: 'dispute_loss', sum: 10_000 },
      { account: 'gateway_clearing', sum: -10_000 },
    ]);
  });

  it('warns of each refund that holds money of the payment when both together exceed what was captured', async () => {
    const refund = await storeRefund(test.database, merchant, { captured: 15_000 });
    await tell(refund, { amount: { amount: 5_000, currency: 'ILS' } });
    expect(await toldOf(refund)).toEqual(['dispute_opened']);
    await tell(refund, { amount: { amount: 5_001, currency: 'ILS' } });
    expect(await toldOf(refund)).toEqual(['dispute_opened', 'money_alert']);
    const { id = '' } = (await disputeOf(refund)) ?? {};
    expect(await disputes.find(merchant.id, id)).toMatchObject({ exceeds: { amount: 1, currency: 'ILS' } });
  });

  it('disputes the whole payment when its amount is in another currency', async () => {
    const refund = await storeRefund(test.database, merchant, { captured: 15_000 });
    await tell(refund, { amount: { amount: 70, currency: 'USD' } });
    expect(await paymentOf(refund)).toEqual({ held: 10_000, disputed: 15_000 });
  });

  it('waits for its payment to be told of, and is then counted', async () => {
    const news = disputeNews(`pi_${newId()}`);
    await inbox.receive(merchant.id, 'stripe', news);
    const refund = await storeRefund(test.database, merchant);
    await test.query(`UPDATE payment SET gateway_ref = $2 WHERE id = $1`, [refund.paymentIds[0], news.gatewayRefs[0]]);
    await test.query(`UPDATE inbox_event SET next_try_at = now() WHERE event_id = $1`, [news.eventId]);
    expect(await inbox.rematch(10)).toBe(1);
    expect(await paymentOf(refund)).toMatchObject({ disputed: 10_000 });
    expect(await rows(`SELECT state FROM inbox_event WHERE event_id = $1`, news.eventId)).toEqual([
      { state: 'recorded' },
    ]);
  });
});

describe('a transfer of a disputed payment', () => {
  const reviewOf = async (refund: StoredRefund) => {
    await refunds.project(refund.at(), { kind: 'money', exhausted: false, unanswered: [] });
    const [row] = await rows<{ status: string; reason: string | null }>(
      `SELECT status, review_reason AS reason FROM refund WHERE id = $1`,
      refund.id,
    );
    return row;
  };
  const wokenFor = async (refund: StoredRefund) =>
    (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM outbox_signal WHERE refund_id = $1`, refund.id))[0]?.n;

  it('waits when it is due, and its refund is shown to a person', async () => {
    const refund = await paying();
    await tell(refund);
    expect(await transfers.claim(refund.transferId)).toEqual({ kind: 'held', reason: 'dispute' });
    expect(await reviewOf(refund)).toEqual({ status: 'needs_review', reason: 'dispute_open' });
    expect(await rows(`SELECT status, hold_reason AS held FROM transfer WHERE id = $1`, refund.transferId)).toEqual([
      { status: 'planned', held: 'dispute' },
    ]);
  });

  it('waits even for a dispute of a part that leaves room for it', async () => {
    const refund = await paying();
    await tell(refund, { amount: { amount: 1, currency: 'ILS' } });
    expect(await transfers.claim(refund.transferId)).toEqual({ kind: 'held', reason: 'dispute' });
  });

  it('is woken when the dispute is won, and sent', async () => {
    const refund = await paying();
    await tell(refund);
    await transfers.claim(refund.transferId);
    await tell(refund, { status: 'won' });
    expect(await wokenFor(refund)).toBe(1);
    expect((await transfers.claim(refund.transferId)).kind).toBe('send');
  });

  it('is woken when the dispute is lost, and sent only while the card holder has not got that money by it', async () => {
    const [paid, roomy] = [await paying({ captured: 15_000 }), await paying({ captured: 20_000 })];
    for (const refund of [paid, roomy]) {
      await tell(refund);
      await transfers.claim(refund.transferId);
      await tell(refund, { status: 'lost' });
      expect(await wokenFor(refund)).toBe(1);
    }
    expect(await transfers.claim(paid.transferId)).toEqual({ kind: 'held', reason: 'dispute' });
    expect((await transfers.claim(roomy.transferId)).kind).toBe('send');
  });

  it('that a lost dispute blocks is woken when another refund of the payment gives its part back', async () => {
    const waits = await paying({ captured: 20_000 });
    const other = await storeRefund(test.database, merchant, { amounts: [5_000], of: waits, steps: ['lead'] });
    await refunds.open(other.at());
    await tell(waits, { status: 'lost', amount: { amount: 8_000, currency: 'ILS' } });
    expect(await transfers.claim(waits.transferId)).toEqual({ kind: 'held', reason: 'dispute' });
    await refunds.project(other.at(), { kind: 'cancel', command: null, actor: 'key:x' });
    expect(await wokenFor(waits)).toBe(1);
    expect((await transfers.claim(waits.transferId)).kind).toBe('send');
  });

  it('that was refused because of the dispute cannot be sent again while the money is disputed', async () => {
    const refund = await paying({ captured: 10_000 });
    const claimed = await transfers.claim(refund.transferId);
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    await tell(refund);
    await transfers.record(claimed.attemptId, { kind: 'declined', gatewayRefundId: null, reason: 'payment_disputed' });
    expect(await reviewOf(refund)).toEqual({ status: 'needs_review', reason: 'transfer_declined' });
    expect(await paymentOf(refund)).toEqual({ held: 0, disputed: 10_000 });
    expect(await toldOf(refund)).toEqual(['dispute_opened', 'money_alert']);
  });
});

describe('a refund and a dispute of one payment at once', () => {
  it('never take more than was captured without a warning, in 50 races from one starting line', async () => {
    const stores = storesOn(test.database);
    const backend = await newMerchant(stores);
    const outcomes: Record<string, number> = {};
    for (let round = 0; round < 50; round += 1) {
      const sale = simpleSaleOf(10_000);
      await stores.sales.put(backend, sale);
      const request = requestOf({ saleRef: sale.saleRef, lines: [{ ref: 'l1', amount: 7_000 }] });
      const refund = () => outcomeOf(stores.intake.accept(backend, request, idempotencyOf(request)));
      const news = disputeNews(sale.payments[0]?.gatewayRef ?? '', { amount: { amount: 4_000, currency: 'ILS' } });
      const dispute = () => inbox.receive(backend.merchantId, 'stripe', news).then(() => 'opened');
      const racers = round % 2 === 0 ? [refund, dispute] : [dispute, refund];
      const ended = await fromOneLine(sale.saleRef, racers);
      const [state] = await rows<{ over: boolean; alerts: number }>(STATE, sale.saleRef);
      const accepted = ended.includes('accepted');
      expect(ended.includes('over_refund')).toBe(!accepted);
      // The refund came first: then the dispute goes over, and people are told.
      expect(state).toEqual({ over: accepted, alerts: accepted ? 1 : 0 });
      const end = accepted ? 'refund first' : 'dispute first';
      outcomes[end] = (outcomes[end] ?? 0) + 1;
    }
    // Whoever came first to the line won.
    expect(outcomes).toEqual({ 'refund first': 25, 'dispute first': 25 });
  });

  /** Lets each come to a lock that is held, one behind the other, and then lets go. */
  async function fromOneLine(saleRef: string, racers: readonly (() => Promise<string>)[]): Promise<readonly string[]> {
    await test.query('BEGIN');
    await test.query(`SELECT id FROM sale WHERE sale_ref = $1 FOR UPDATE`, [saleRef]);
    const running: Promise<string>[] = [];
    for (const racer of racers) {
      running.push(racer());
      await waiting(running.length);
    }
    await test.query('COMMIT');
    return Promise.all(running);
  }
  async function waiting(count: number): Promise<void> {
    for (let tries = 0; tries < 10_000; tries += 1) {
      const [row] = await test.query<{ n: number }>(WAITING);
      if ((row?.n ?? 0) >= count) return;
    }
    throw new Error('nobody came to the lock');
  }
  const WAITING = `
    SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l
    WHERE NOT l.granted AND l.pid IN (SELECT pid FROM pg_locks WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
  const STATE = `
    SELECT p.held + p.disputed > p.captured AS over, (SELECT count(*)::int FROM refund_event e JOIN refund r ON r.id = e.refund_id
      WHERE r.sale_id = p.sale_id AND e.kind = 'money_alert') AS alerts
    FROM payment p JOIN sale s ON s.id = p.sale_id WHERE s.sale_ref = $1`;
});

describe('a dispute that a merchant registers', () => {
  let backend: Principal;
  beforeAll(() => {
    backend = principalOf(merchant, merchant.creator);
  });
  const saleRefOf = async ({ saleId }: StoredRefund) =>
    (await rows<{ ref: string }>(`SELECT sale_ref AS ref FROM sale WHERE id = $1`, saleId))[0]?.ref ?? '';
  const askOf = async (refund: StoredRefund, over: Partial<DisputeAsk> = {}): Promise<DisputeAsk> => ({
    saleRef: await saleRefOf(refund),
    payment: 'pay-1',
    disputeRef: `du_${newId()}`,
    amount: { amount: 4_000, currency: 'ILS' },
    reason: 'fraudulent',
    openedAt: '2026-11-05T10:00:00.000Z',
    funds: 'withdrawn',
    key: newId(),
    bodyHash: 'a'.repeat(64),
    ...over,
  });

  it('is there once, however often the call is repeated', async () => {
    const refund = await storeRefund(test.database, merchant);
    const ask = await askOf(refund);
    const first = await disputes.register(backend, ask);
    expect(first).toMatchObject({ created: true, view: { status: 'open', withdrawn: { amount: 4_000 } } });
    const again = await disputes.register(backend, ask);
    expect(again).toEqual({ ...first, created: false, replayed: true });
    expect(await paymentOf(refund)).toMatchObject({ disputed: 4_000 });
    await expect(disputes.register(backend, { ...ask, bodyHash: 'b'.repeat(64) }).catch(codeOf)).resolves.toBe(
      'idempotency_conflict',
    );
  });

  it('is the one that its gateway told of, or is refused where it says otherwise', async () => {
    const refund = await storeRefund(test.database, merchant);
    await tell(refund);
    const disputeRef = `du_${refund.gatewayRefs[0] ?? ''}`;
    const same = await askOf(refund, { disputeRef, amount: { amount: 10_000, currency: 'ILS' } });
    expect(await disputes.register(backend, same)).toMatchObject({ created: false, replayed: false });
    const other = await askOf(refund, { disputeRef, amount: { amount: 9_999, currency: 'ILS' } });
    await expect(disputes.register(backend, other).catch(codeOf)).resolves.toBe('dispute_exists');
    expect(await paymentOf(refund)).toMatchObject({ disputed: 10_000 });
  });

  it.each([
    ['an unknown sale', { saleRef: 'nothing' }, 'sale_not_found'],
    ['an unknown payment', { payment: 'pay-9' }, 'unknown_payment'],
    ['another currency', { amount: { amount: 1, currency: 'USD' } }, 'currency_mismatch'],
  ] as const)('is refused for %s, and nothing is written', async (_, over, code) => {
    const refund = await storeRefund(test.database, merchant);
    await expect(disputes.register(backend, await askOf(refund, over)).catch(codeOf)).resolves.toBe(code);
    expect(await disputeOf(refund)).toBeUndefined();
  });

  it('is listed newest first, page by page, by status and sale, and only for its own merchant', async () => {
    const other = await storeMerchant(test.database);
    const refund = await storeRefund(test.database, merchant);
    const saleRef = await saleRefOf(refund);
    for (let count = 0; count < 3; count += 1) await disputes.register(backend, await askOf(refund));
    const { items, next } = await disputes.list(merchant.id, { saleRef, status: 'open', limit: 2 });
    expect(items).toHaveLength(2);
    const rest = await disputes.list(merchant.id, { saleRef, limit: 2, after: next ?? '' });
    expect(rest).toMatchObject({ next: null, items: [{ saleRef }] });
    expect((await disputes.list(merchant.id, { saleRef, status: 'lost', limit: 2 })).items).toEqual([]);
    expect((await disputes.list(other.id, { saleRef, limit: 2 })).items).toEqual([]);
    await expect(disputes.list(merchant.id, { limit: 2, after: 'nonsense' }).catch(codeOf)).resolves.toBe(
      'invalid_field',
    );
  });
});

describe('the outcome of a dispute', () => {
  let outcomes: DisputeOutcomeStore;
  let finance: Principal;
  let lead: Principal;
  beforeAll(() => {
    outcomes = new DisputeOutcomeStore(test.database);
    finance = { ...principalOf(merchant, merchant.lead, 'finance'), owner: 'yael', actor: 'key:finance1' };
    lead = principalOf(merchant, merchant.lead);
  });
  const call = () => ({ route: 'POST /v1/disputes/dp/outcome', key: newId(), bodyHash: 'b'.repeat(64) });
  async function proposed(refund: StoredRefund, by = finance) {
    const { id = '' } = (await disputeOf(refund)) ?? {};
    const ask = { disputeId: id, outcome: 'won', funds: 'returned', evidence: 'Letter of the acquirer' } as const;
    return (await outcomes.propose(by, ask, call())).proposal;
  }
  const confirming = ({ view }: Awaited<ReturnType<typeof proposed>>) => ({
    proposalId: view.id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    outcome: 'confirm' as const,
    payloadHash: view.payloadHash,
    note: null,
    key: newId(),
    bodyHash: 'c'.repeat(64),
  });

  it('that one person proposes and another one confirms frees the money and wakes what waits', async () => {
    const refund = await paying();
    await tell(refund, { funds: 'withdrawn' });
    await transfers.claim(refund.transferId);
    const proposal = await proposed(refund);
    expect(await paymentOf(refund)).toMatchObject({ disputed: 10_000 });
    const confirmed = await outcomes.confirm(lead, proposal, confirming(proposal));
    expect(confirmed.proposal.view).toMatchObject({ status: 'confirmed', kind: 'dispute_outcome' });
    expect(await disputeOf(refund)).toMatchObject({ status: 'won', withdrawn: 0 });
    expect(await paymentOf(refund)).toMatchObject({ disputed: 0 });
    const signals = await new OutboxSignalStore(test.database).due(10);
    expect(signals.map(({ event }) => event.transferId)).toContain(refund.transferId);
  });

  it('cannot be confirmed by its proposer, nor proposed by support', async () => {
    const refund = await storeRefund(test.database, merchant);
    await tell(refund);
    const proposal = await proposed(refund);
    await expect(outcomes.confirm(finance, proposal, confirming(proposal)).catch(codeOf)).resolves.toBe(
      'second_person_needed',
    );
    const support = { ...finance, role: 'support' as const };
    const other = await storeRefund(test.database, merchant);
    await tell(other);
    await expect(proposed(other, support).catch(codeOf)).resolves.toBe('permission_missing');
  });

  it('is void as soon as the gateway tells of the dispute, and impossible once it is over', async () => {
    const refund = await storeRefund(test.database, merchant);
    await tell(refund);
    const proposal = await proposed(refund);
    await tell(refund, { status: 'lost' });
    await expect(outcomes.confirm(lead, proposal, confirming(proposal)).catch(codeOf)).resolves.toBe('proposal_void');
    await expect(proposed(refund).catch(codeOf)).resolves.toBe('invalid_state');
    expect(await paymentOf(refund)).toMatchObject({ disputed: 10_000 });
  });
});

describe('after all of it', () => {
  it('what payments have disputed is what open and lost disputes sum to, and every transaction balances', async () => {
    const refund = await settled();
    await tell(refund, { status: 'lost', funds: 'withdrawn' });
    expect(
      await rows(
        `SELECT p.id FROM payment p LEFT JOIN dispute d ON d.payment_id = p.id AND d.status <> 'won'
         GROUP BY p.id HAVING p.disputed <> coalesce(sum(d.amount), 0)`,
      ),
    ).toEqual([]);
    expect(await rows(`SELECT transaction_id FROM posting GROUP BY 1 HAVING sum(amount) <> 0`)).toEqual([]);
  });
});
