import type { Principal } from '@zikui/domain';
import { FirstStaffStore, RefundDraftStore } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { saleOf } from '../../builders/sale.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

describe('drafts of refunds', () => {
  let db: TestDatabase;
  let stores: Stores;
  let drafts: RefundDraftStore;
  let person: Principal;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    drafts = new RefundDraftStore(db.database, stores.secrets);
    const merchant = await newMerchant(stores);
    const staff = [{ email: 'dana@shop.example', roles: ['support'] as const, amountLimit: null }];
    await new FirstStaffStore(db.database).add(merchant.merchantId, staff);
    const [row] = await db.query<{ id: string }>(`SELECT id FROM staff_user WHERE merchant_id = $1`, [
      merchant.merchantId,
    ]);
    person = { ...merchant, keyId: row?.id ?? '' };
  });
  afterAll(() => db.close());
  const names = async (): Promise<readonly string[]> =>
    (await db.query<{ name: string }>(`SELECT name FROM refund_draft ORDER BY name`)).map(({ name }) => name);

  it('go once their day is over or their customer was erased, though nobody keeps another one', async () => {
    const [kept, erased] = [saleOf(), saleOf()];
    for (const sale of [kept, erased]) {
      await acceptRefund(stores, person, sale);
      await drafts.keep(person, sale.saleRef, '{"note": "of the customer"}');
    }
    await drafts.keep(person, 'old', '{}');
    await db.query(`UPDATE refund_draft SET expires_at = now() - interval '1 second' WHERE name = 'old'`);
    await db.query(
      `UPDATE customer SET data_key = NULL, personal = NULL FROM sale WHERE customer.id = sale.customer_id AND sale.sale_ref = $1`,
      [erased.saleRef],
    );
    expect(await drafts.sweep(1)).toBe(1);
    expect(await drafts.sweep(100)).toBe(1);
    expect(await names()).toEqual([kept.saleRef]);
    expect(await drafts.sweep(100)).toBe(0);
  });
});
