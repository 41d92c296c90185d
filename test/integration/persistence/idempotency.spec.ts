import type { Principal, RefundRequest } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf, insist } from '../../builders/insist';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { newRef, saleOf } from '../../builders/sale.builder';
import { newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

describe('one key', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchant: Principal;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    merchant = await newMerchant(stores);
  });
  afterAll(() => db.close());

  async function requestOfNewSale(overrides: Partial<RefundRequest> = {}): Promise<RefundRequest> {
    const { saleRef } = (await stores.sales.put(merchant, saleOf())).sale;
    return requestOf({ saleRef, ...overrides });
  }
  const refundsOf = (request: RefundRequest): Promise<object[]> =>
    db.query('SELECT r.id FROM refund r JOIN sale s ON s.id = r.sale_id WHERE s.sale_ref = $1', [request.saleRef]);

  it('makes one refund, however often it is sent, and answers each time as the first time', async () => {
    const request = await requestOfNewSale();
    const key = idempotencyOf(request);
    const first = await stores.intake.accept(merchant, request, key);
    const again = await stores.intake.accept(merchant, request, key);
    expect(first.replayed).toBe(false);
    expect(again).toEqual({ replayed: true, view: first.view, start: null });
    expect(await refundsOf(request)).toHaveLength(1);
  });

  it('answers as the first time also when the refund has moved on and the sale has nothing left', async () => {
    const request = await requestOfNewSale({ lines: [{ ref: 'l1', quantity: 3 }] });
    const key = idempotencyOf(request);
    const first = await stores.intake.accept(merchant, request, key);
    await db.query(`UPDATE refund SET status = 'processing' WHERE external_ref IS NULL`);
    expect((await stores.intake.accept(merchant, request, key)).view).toEqual(first.view);
  });

  it('makes one refund of 20 calls at once; the others are told that it is in progress, or get its answer', async () => {
    const request = await requestOfNewSale();
    const key = idempotencyOf(request);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => insist(() => stores.intake.accept(merchant, request, key)).catch(codeOf)),
    );
    const views = answers.filter((answer) => typeof answer !== 'string');
    expect(views.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(views.map(({ view }) => view.id)).size).toBe(1);
    expect(new Set(answers.filter((answer) => typeof answer === 'string'))).toEqual(
      new Set(views.length === 20 ? [] : ['request_in_progress']),
    );
    expect(await refundsOf(request)).toHaveLength(1);
  });

  it('is refused while the first call with it still runs, and answers afterwards', async () => {
    const request = await requestOfNewSale();
    const key = idempotencyOf(request);
    await db.query('BEGIN');
    await db.query('SELECT FROM sale WHERE sale_ref = $1 FOR UPDATE', [request.saleRef]);
    // The first call has the key and waits for the sale.
    const first = stores.intake.accept(merchant, request, key);
    await waitsForLock(db);
    expect(await stores.intake.accept(merchant, request, key).catch(codeOf)).toBe('request_in_progress');
    await db.query('COMMIT');
    const { view } = await first;
    expect((await stores.intake.accept(merchant, request, key)).view).toEqual(view);
  });

  it('is refused with another body, and the first refund stays', async () => {
    const request = await requestOfNewSale();
    const key = idempotencyOf(request);
    await stores.intake.accept(merchant, request, key);
    const other = { ...request, lines: [{ ref: 'l1', quantity: 2 }] };
    const conflict = stores.intake.accept(merchant, other, { ...key, bodyHash: idempotencyOf(other).bodyHash });
    await expect(conflict).rejects.toMatchObject({ code: 'idempotency_conflict' });
    expect(await refundsOf(request)).toHaveLength(1);
  });

  it('conflicts also when the other body names a sale that does not exist', async () => {
    const request = await requestOfNewSale();
    const key = idempotencyOf(request);
    await stores.intake.accept(merchant, request, key);
    const other = requestOf({ saleRef: newRef('nowhere') });
    const conflict = stores.intake.accept(merchant, other, { ...key, bodyHash: idempotencyOf(other).bodyHash });
    await expect(conflict).rejects.toMatchObject({ code: 'idempotency_conflict' });
  });

  it('is free again after a refusal: the same key may then carry the mended request', async () => {
    const request = await requestOfNewSale({ lines: [{ ref: 'l1', quantity: 9 }] });
    const key = idempotencyOf(request);
    await expect(stores.intake.accept(merchant, request, key)).rejects.toMatchObject({ code: 'line_exhausted' });
    const mended = { ...request, lines: [{ ref: 'l1', quantity: 1 }] };
    const accepted = await stores.intake.accept(merchant, mended, { ...key, bodyHash: idempotencyOf(mended).bodyHash });
    expect(accepted.replayed).toBe(false);
  });

  it("is the merchant's own: another merchant may use the same one", async () => {
    const other = await newMerchant(stores);
    const request = await requestOfNewSale();
    await stores.sales.put(other, saleOf({ saleRef: request.saleRef }));
    const key = idempotencyOf(request);
    const mine = await stores.intake.accept(merchant, request, key);
    const theirs = await stores.intake.accept(other, request, key);
    expect(theirs.replayed).toBe(false);
    expect(theirs.view.id).not.toBe(mine.view.id);
  });

  it('names the request for ever: the key that gateways see is derived from it', async () => {
    const request = await requestOfNewSale();
    const key = idempotencyOf(request);
    const { start } = await stores.intake.accept(merchant, request, key);
    const rows = await db.query<{ request_key: string }>('SELECT request_key FROM refund WHERE id = $1', [
      start?.refundId,
    ]);
    expect(rows[0]?.request_key).toMatch(/^[0-9a-f]{64}$/);
  });
});

/** Resolves once a connection of the product waits for a row. */
async function waitsForLock(db: TestDatabase): Promise<void> {
  const WAITING = `SELECT FROM pg_stat_activity WHERE application_name = 'test' AND datname = current_database() AND wait_event_type = 'Lock'`;
  for (let looks = 0; looks < 1_000; looks += 1) {
    await db.query('SELECT pg_stat_clear_snapshot()');
    if ((await db.query(WAITING)).length > 0) return;
  }
  throw new Error('nobody waits for a lock');
}
