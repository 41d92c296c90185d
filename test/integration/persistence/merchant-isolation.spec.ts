import type { Principal } from '@zikui/domain';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { eventually } from '../../builders/eventually';
import { codeOf } from '../../builders/insist';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { customerOf, newRef, saleOf } from '../../builders/sale.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

describe('two merchants with the same references', () => {
  let db: TestDatabase;
  let stores: Stores;
  let mine: Principal;
  let theirs: Principal;
  const customer = customerOf();
  const sale = saleOf({ customer });
  const externalRef = newRef('ext');
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    mine = await newMerchant(stores);
    theirs = await newMerchant(stores);
    await acceptRefund(stores, mine, sale, { externalRef });
  });
  afterAll(() => db.close());

  it('see no refund, timeline, list or event of the other', async () => {
    const [refund] = (await stores.refunds.list(mine.merchantId, { limit: 5 })).items;
    const id = refund?.id ?? '';
    expect(refund).toBeDefined();
    expect(await stores.refunds.find(theirs.merchantId, id)).toBeUndefined();
    expect(await stores.refunds.timeline(theirs.merchantId, id)).toBeUndefined();
    for (const filter of [
      {},
      { saleRef: sale.saleRef },
      { customerRef: customer.ref },
      { externalRef },
      { gateway: 'stripe' },
      { status: 'requested' as const },
    ]) {
      expect((await stores.refunds.list(theirs.merchantId, { limit: 5, ...filter })).items).toEqual([]);
      expect((await stores.refunds.list(mine.merchantId, { limit: 5, ...filter })).items).toHaveLength(1);
    }
    const events = await eventually(
      () => stores.refunds.events(mine.merchantId, null, 10),
      ({ items }) => items.length > 0,
    );
    expect(events.items).toHaveLength(1);
    expect((await stores.refunds.events(theirs.merchantId, null, 10)).items).toEqual([]);
  });

  it("cannot go on in the other's list with the other's cursor", async () => {
    await acceptRefund(stores, mine, saleOf());
    const { next } = await stores.refunds.list(mine.merchantId, { limit: 1 });
    expect(next).not.toBeNull();
    expect((await stores.refunds.list(theirs.merchantId, { limit: 5, after: next ?? '' })).items).toEqual([]);
    const events = await eventually(
      () => stores.refunds.events(mine.merchantId, null, 1),
      ({ items }) => items.length > 0,
    );
    expect((await stores.refunds.events(theirs.merchantId, events.next, 10)).items).toEqual([]);
  });

  it("see no sale, customer, account or key of the other's", async () => {
    expect(await stores.sales.find(theirs.merchantId, sale.saleRef)).toBeUndefined();
    expect(await stores.credit.account(theirs.merchantId, customer.ref)).toBeUndefined();
    expect(await stores.credit.account(mine.merchantId, customer.ref)).toBeDefined();
    const { key, publicId } = await stores.keys.create({
      merchantId: mine.merchantId,
      owner: 'dana',
      scopes: ['refunds:read'],
      mode: 'test',
    });
    await stores.keys.revoke(theirs.merchantId, publicId);
    expect(await stores.keys.authenticate(key)).toMatchObject({ merchantId: mine.merchantId });
  });

  it("cannot quote or refund the other's sale", async () => {
    const request = requestOf({ saleRef: sale.saleRef });
    expect(await stores.intake.quote(theirs, request).catch(codeOf)).toBe('sale_not_found');
    expect(await stores.intake.accept(theirs, request, idempotencyOf(request)).catch(codeOf)).toBe('sale_not_found');
  });

  it('keep sales, customers, external references and policies of the same name apart', async () => {
    const { view } = await acceptRefund(stores, theirs, sale, { externalRef, lines: [{ ref: 'l1', quantity: 3 }] });
    expect((await stores.refunds.find(theirs.merchantId, view.id))?.externalRef).toBe(externalRef);
    const [untouched] = await db.query<{ held: number }>(
      'SELECT p.held::int FROM payment p JOIN sale s ON s.id = p.sale_id WHERE s.merchant_id = $1 AND s.sale_ref = $2 ORDER BY p.no',
      [mine.merchantId, sale.saleRef],
    );
    expect(untouched?.held).toBe(9_966);
    // The same mail address at another shop is another customer: its refunds do not count here.
    const quote = await db.query<{ refunds: number }>(
      `SELECT (decided #>> '{facts,customer,refundCount90d}')::int AS refunds FROM refund WHERE merchant_id = $1 ORDER BY created_at`,
      [theirs.merchantId],
    );
    expect(quote).toEqual([{ refunds: 0 }]);
  });
});
