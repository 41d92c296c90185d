import { GatewayInboxStore, RefundProcessStore, TransferStore } from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { insist } from '../../builders/insist';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
let inbox: GatewayInboxStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
  inbox = new GatewayInboxStore(test.database);
});
afterAll(() => test.close());

const cancel = { kind: 'cancel', command: null, actor: 'key:x' } as const;

describe('many at once', () => {
  it('on the same payments give holds back without a deadlock, and every sum is right', async () => {
    // Each refund holds both payments; half of them list them the other way round.
    const first = await storeRefund(test.database, merchant, {
      amounts: [1_000, 1_000],
      captured: 100_000,
      steps: ['lead'],
    });
    const turned = { ...first, paymentIds: first.paymentIds.toReversed(), gatewayRefs: first.gatewayRefs.toReversed() };
    const others: StoredRefund[] = [];
    for (let index = 0; index < 11; index += 1) {
      others.push(
        await storeRefund(test.database, merchant, {
          amounts: [1_000, 1_000],
          steps: ['lead'],
          of: index % 2 === 0 ? turned : first,
        }),
      );
    }
    const all = [first, ...others];
    for (const refund of all) await refunds.open(refund.at());
    await Promise.all(
      all.map((refund, index) => {
        const at = refund.at();
        return insist(() => refunds.project(at, index % 3 === 0 ? { kind: 'silence' } : cancel));
      }),
    );
    expect(await rows(`SELECT held FROM payment WHERE sale_id = $1`, first.saleId)).toEqual([{ held: 0 }, { held: 0 }]);
  });

  it('answers, news, look-ups and projections of one payment end in one truth', async () => {
    const first = await storeRefund(test.database, merchant, { amounts: [1_000], captured: 100_000 });
    const all = [first];
    for (let index = 0; index < 9; index += 1) {
      all.push(await storeRefund(test.database, merchant, { amounts: [1_000], of: first }));
    }
    await Promise.all(
      all.map(async (refund, index) => {
        const [open, follow, last] = [refund.at(), refund.at(), refund.at()];
        await insist(() => refunds.open(open));
        const claimed = await insist(() => transfers.claim(refund.transferIds[0] ?? ''));
        if (claimed.kind !== 'send') throw new Error('expected a claim');
        const gatewayRefundId = `re_race_${index}`;
        const amount = { amount: 1_000, currency: 'ILS' };
        const isPaid = index % 3 !== 0;
        const news = {
          type: 'refund.updated',
          occurredAt: '2026-11-04T10:00:00Z',
          reference: claimed.ask.reference,
          gatewayRefundId,
          gatewayRef: claimed.ask.gatewayRef,
          outcome: {
            status: isPaid ? ('settled' as const) : ('declined' as const),
            amount,
            pendingReason: null,
            reason: null,
          },
        };
        const answer = isPaid
          ? ({ kind: 'settled', gatewayRefundId, amount } as const)
          : ({ kind: 'declined', gatewayRefundId, reason: 'card_expired' } as const);
        await Promise.all(
          [
            () => transfers.record(claimed.attemptId, answer),
            () => inbox.receive(merchant.id, 'stripe', { ...news, eventId: `evt_a_${index}` }),
            () => inbox.receive(merchant.id, 'stripe', { ...news, eventId: `evt_b_${index}` }),
            () => transfers.lookUpAsk(refund.transferIds[0] ?? ''),
            () => refunds.project(follow, { kind: 'money', exhausted: false, unanswered: [] }),
          ].map((work) => insist<unknown>(work)),
        );
        await insist(() => refunds.finish(last));
      }),
    );
    const paid = all.filter((_, index) => index % 3 !== 0).length;
    expect(
      await rows(
        `SELECT p.held, (SELECT sum(amount)::int FROM reservation v WHERE v.payment_id = p.id AND v.released_at IS NULL) AS holds FROM payment p WHERE p.id = $1`,
        first.paymentIds[0],
      ),
    ).toEqual([{ held: paid * 1_000, holds: paid * 1_000 }]);
    expect(
      await rows(
        `SELECT status, count(*)::int AS n FROM refund WHERE sale_id = $1 GROUP BY 1 ORDER BY 1`,
        first.saleId,
      ),
    ).toEqual([
      { status: 'completed', n: paid },
      { status: 'needs_review', n: all.length - paid },
    ]);
    expect(
      await rows(
        `SELECT sum(o.amount)::int AS paid FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id JOIN refund r ON r.id = l.refund_id
         WHERE r.sale_id = $1 AND o.account = 'gateway_clearing'`,
        first.saleId,
      ),
    ).toEqual([{ paid: -paid * 1_000 }]);
  });

  it('opening one refund twice writes it once', async () => {
    const refund = await storeRefund(test.database, merchant);
    const at = refund.at();
    const [one, other] = await Promise.all([refunds.open(at), refunds.open({ ...at, version: at.version + 1 })]);
    expect(one).toEqual(other);
    expect(await rows(`SELECT count(*)::int AS n FROM attempt WHERE transfer_id = $1`, refund.transferIds[0])).toEqual([
      { n: 1 },
    ]);
    expect(await rows(`SELECT count(*)::int AS n FROM ledger_transaction WHERE refund_id = $1`, refund.id)).toEqual([
      { n: 1 },
    ]);
  });
});

describe('after all of it', () => {
  it('every ledger transaction balances, no hold differs from its reservations, and nobody ran into a deadlock', async () => {
    expect(await rows(`SELECT transaction_id FROM posting GROUP BY 1 HAVING sum(amount) <> 0`)).toEqual([]);
    expect(
      await rows(
        `SELECT p.id FROM payment p LEFT JOIN reservation v ON v.payment_id = p.id AND v.released_at IS NULL
         GROUP BY p.id HAVING p.held <> coalesce(sum(v.amount), 0)`,
      ),
    ).toEqual([]);
    expect(await rows(`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`)).toEqual([
      { deadlocks: 0 },
    ]);
  });
});
