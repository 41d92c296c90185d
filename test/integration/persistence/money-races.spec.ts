import type { Principal, RefundRequest, Sale } from '@zikui/domain';
import { GatewayInboxStore, RefundProcessStore, TransferStore } from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { behindLock, RACES } from '../../builders/behind-lock.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf, outcomeOf } from '../../builders/insist';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { lineOf, newRef, paymentOf, saleOf } from '../../builders/sale.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund } from '../../builders/stored-refund.builder';
import { newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

const SALE = 'SELECT id FROM sale WHERE sale_ref = $1 FOR NO KEY UPDATE';
const TRANSFER = 'SELECT id FROM transfer WHERE id = $1 FOR NO KEY UPDATE';
const ROUNDS = Array.from({ length: RACES }, (_, round) => round);
const LIMIT_MS = 180_000;

describe('races about money, each from behind one lock', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchant: Principal;
  let paying: StoredMerchant;
  let refunds: RefundProcessStore;
  let transfers: ByProcess<TransferStore>;
  let inbox: GatewayInboxStore;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    merchant = await newMerchant(stores);
    paying = await storeMerchant(db.database);
    refunds = new RefundProcessStore(db.database, SECRETS);
    transfers = byProcess(db.database, new TransferStore(db.database, SECRETS));
    inbox = new GatewayInboxStore(db.database);
  });
  afterAll(() => db.close());

  /** Goods worth more than the payment of 100: only the payment is the limit. */
  async function sold(): Promise<Sale> {
    const sale = saleOf({
      lines: [lineOf({ quantity: 1, total: 1_000, tax: 0 })],
      shipping: { total: 0, tax: 0 },
      otherCharges: { total: -900, description: 'voucher' },
      payments: [paymentOf({ captured: 100 })],
    });
    await stores.sales.put(merchant, sale);
    return sale;
  }
  const ofLine = ({ saleRef }: Sale, amount: number): RefundRequest =>
    requestOf({ saleRef, lines: [{ ref: 'l1', amount }] });
  const countOfRefunds = async ({ saleRef }: Sale): Promise<number> =>
    (await db.query('SELECT FROM refund r JOIN sale s ON s.id = r.sale_id WHERE s.sale_ref = $1', [saleRef])).length;

  it(
    'let as many of five refunds take one payment as fit, whoever is first',
    async () => {
      for (const _ of ROUNDS) {
        const sale = await sold();
        const calls = Array.from({ length: 5 }, () => () => {
          const request = ofLine(sale, 30);
          return stores.intake.accept(merchant, request, idempotencyOf(request));
        });
        const outcomes = await behindLock(
          db,
          [SALE, sale.saleRef],
          calls.map((call) => () => outcomeOf(call())),
        );
        expect([...outcomes].sort()).toEqual(['accepted', 'accepted', 'accepted', 'over_refund', 'over_refund']);
      }
    },
    LIMIT_MS,
  );

  it(
    'make one refund of ten calls under one key, half of them with another body',
    async () => {
      for (const _ of ROUNDS) {
        const sale = await sold();
        const [one, other] = [ofLine(sale, 30), ofLine(sale, 40)];
        const key = idempotencyOf(one);
        const calls = Array.from({ length: 10 }, (_one, no) => async () => {
          const isOther = no % 2 === 1;
          const idempotency = isOther ? { ...key, bodyHash: idempotencyOf(other).bodyHash } : key;
          return stores.intake.accept(merchant, isOther ? other : one, idempotency).then(({ view }) => view.id, codeOf);
        });
        const told = await behindLock(db, [SALE, sale.saleRef], calls, 1);
        const ids = new Set(told.filter((answer) => answer.startsWith('rf_')));
        expect(ids.size).toBe(1);
        for (const answer of told.filter((one_) => !ids.has(one_)))
          expect(['request_in_progress', 'idempotency_conflict']).toContain(answer);
        expect(await countOfRefunds(sale)).toBe(1);
      }
    },
    LIMIT_MS,
  );

  async function opened() {
    const refund = await storeRefund(db.database, paying);
    await refunds.open(refund.at());
    return { ...refund, transferId: refund.transferIds[0] ?? '' };
  }

  it(
    'give a transfer to one of eight as the first to send it',
    async () => {
      for (const _ of ROUNDS) {
        const { transferId } = await opened();
        const calls = Array.from({ length: 8 }, () => () => transfers.claim(transferId));
        const claims = await behindLock(db, [TRANSFER, transferId], calls);
        expect(claims.filter((claim) => claim.kind === 'send' && !claim.repeated)).toHaveLength(1);
        expect(claims.filter((claim) => claim.kind === 'send' && claim.repeated)).toHaveLength(7);
      }
    },
    LIMIT_MS,
  );

  it(
    'settle a transfer once that answer, two webhooks and a repeat tell of',
    async () => {
      for (const _ of ROUNDS) {
        const { transferId, gatewayRefs } = await opened();
        const claimed = await transfers.claim(transferId);
        if (claimed.kind !== 'send') throw new Error('expected a claim');
        const { attemptId, ask } = claimed;
        const gatewayRefundId = newRef('re');
        const amount = { amount: 10_000, currency: 'ILS' };
        const news = (eventId: string) => () =>
          inbox.receive(paying.id, 'stripe', {
            eventId,
            type: 'refund.updated',
            occurredAt: '2026-11-04T10:00:00Z',
            reference: ask.reference,
            gatewayRefundId,
            gatewayRef: gatewayRefs[0] ?? '',
            outcome: { status: 'settled', amount, pendingReason: null, reason: null },
          });
        const answer = (): Promise<unknown> =>
          transfers.record(attemptId, { kind: 'settled', gatewayRefundId, amount });
        const calls: (() => Promise<unknown>)[] = [answer, news(newRef('evt')), news(newRef('evt')), answer];
        await behindLock(db, [TRANSFER, transferId], calls);
        const [row] = await db.query(
          `SELECT t.status, p.held::int AS held, (SELECT sum(o.amount)::int FROM posting o JOIN ledger_transaction l ON l.id = o.transaction_id
             WHERE l.refund_id = t.refund_id AND o.account = 'gateway_clearing') AS clearing
           FROM transfer t JOIN payment p ON p.id = t.payment_id WHERE t.id = $1`,
          [transferId],
        );
        expect(row).toEqual({ status: 'settled', held: 10_000, clearing: -10_000 });
      }
    },
    LIMIT_MS,
  );
});
