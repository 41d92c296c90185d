import { USUAL_COLUMNS, type Principal, type RefundStatus, type TabledRefund } from '@zikui/domain';
import { RefundExportStore, type RefundFilter, type RefundView } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf } from '../../builders/insist';
import { insertOneOfEach } from '../../builders/rows.builder';
import { customerOf, newRef, paymentOf, saleOf } from '../../builders/sale.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

describe('reading refunds', () => {
  let db: TestDatabase;
  let stores: Stores;
  let merchant: Principal;
  /** Oldest first, one second apart. */ let made: RefundView[];
  const customer = customerOf();
  const externalRef = newRef('ext');
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    const account = { apiKey: 'sk_test_1', webhookSecret: 'w' };
    merchant = await newMerchant(stores, { spec: { gateways: { stripe: account, adyen: account } } });
    const sales = [
      saleOf({ customer }),
      saleOf({ customer }),
      saleOf({ payments: [paymentOf({ gateway: 'adyen', captured: 37_890 })] }),
      saleOf(),
      saleOf(),
    ];
    made = [];
    for (const [no, sale] of sales.entries()) {
      const { view } = await acceptRefund(stores, merchant, sale, no === 3 ? { externalRef } : {});
      const at = `2026-11-0${String(no + 1)}T10:00:00.000Z`;
      await db.query('UPDATE refund SET created_at = $2, updated_at = $2 WHERE id = $1', [uuid(view.id), at]);
      made.push({ ...view, createdAt: at, updatedAt: at });
    }
    await setStatus(4, 'completed');
  });
  afterAll(() => db.close());

  const uuid = (id: string): string => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  async function setStatus(no: number, status: RefundStatus): Promise<void> {
    const view = made[no];
    if (!view) throw new Error('made before');
    await db.query('UPDATE refund SET status = $2 WHERE id = $1', [uuid(view.id), status]);
  }
  async function found(filter: Partial<RefundFilter>): Promise<number[]> {
    const { items } = await stores.refunds.list(merchant.merchantId, { limit: 50, ...filter });
    return items.map(({ id }) => made.findIndex((view) => view.id === id));
  }

  it('lists them newest first', async () => expect(await found({})).toEqual([4, 3, 2, 1, 0]));

  it.each<[string, () => Partial<RefundFilter>, number[]]>([
    ['status', () => ({ status: 'requested' }), [3, 2, 1, 0]],
    ['another status', () => ({ status: 'completed' }), [4]],
    ['sale', () => ({ saleRef: made[1]?.saleRef ?? '' }), [1]],
    ['customer', () => ({ customerRef: customer.ref }), [1, 0]],
    ['gateway', () => ({ gateway: 'adyen' }), [2]],
    ['external reference', () => ({ externalRef }), [3]],
    ['a range of creation, its end not included', () => ({ createdFrom: at(2), createdTo: at(4) }), [2, 1]],
    ['a range of change, its end not included', () => ({ updatedFrom: at(4), updatedTo: at(5) }), [3]],
    ['two filters at once', () => ({ customerRef: customer.ref, createdFrom: at(2) }), [1]],
    ['nothing that is there', () => ({ saleRef: 'nowhere' }), []],
  ])('filters by %s', async (_what, filter, expected) => expect(await found(filter())).toEqual(expected));
  const at = (day: number): string => `2026-11-0${String(day)}T10:00:00Z`;

  it('counts them by the same filters, and sums each currency', async () => {
    const total = made.reduce((sum, { payout }) => sum + payout.amount, 0);
    const all = await stores.refunds.count(merchant.merchantId, {});
    expect(all).toEqual({ count: 5, more: false, payouts: [{ amount: total, currency: 'ILS' }] });
    const some = await stores.refunds.count(merchant.merchantId, { customerRef: customer.ref, createdFrom: at(2) });
    expect(some).toEqual({ count: 1, more: false, payouts: [made[1]?.payout] });
  });

  it('counts no further than it may, and then sums nothing', async () => {
    expect(await stores.refunds.count(merchant.merchantId, {}, 5)).toMatchObject({ count: 5, more: false });
    expect(await stores.refunds.count(merchant.merchantId, {}, 4)).toEqual({ count: 4, more: true, payouts: null });
  });

  it('counts of a list by legal dates those that have one, as the list holds no others', async () => {
    const [first] = made;
    await db.query('UPDATE refund SET pay_by = NULL WHERE id = $1', [uuid(first?.id ?? '')]);
    for (const sort of ['payBy', 'createdAt'] as const) {
      const listed = await found({ sort });
      expect((await stores.refunds.count(merchant.merchantId, { sort })).count).toBe(listed.length);
    }
  });

  it.each(['createdAt', 'payBy'] as const)(
    'takes out what a list by %s holds, in its order, page by page',
    async (sort) => {
      const { items } = await stores.refunds.list(merchant.merchantId, { sort, limit: 50 });
      for (const rows of [0, 1, items.length, 50]) {
        const exported = new RefundExportStore(db.database, 2);
        const pages: (readonly TabledRefund[])[] = [];
        for await (const page of exported.export(merchant, { sort }, { columns: USUAL_COLUMNS, rows, more: false }))
          pages.push(page);
        expect(pages.every((page) => page.length <= 2)).toBe(true);
        const expected = items.slice(0, rows).map((item) => ({
          ...{ id: item.id, status: item.status, saleRef: item.saleRef, customerRef: item.customerRef },
          ...{ createdAt: item.createdAt, payBy: item.deadlines.payBy },
          ...{ payout: item.payout.amount, fee: item.fee.amount, currency: item.payout.currency },
          gateways: [...new Set(item.transfers.map(({ gateway }) => gateway))].sort(),
        }));
        expect(pages.flat()).toMatchObject(expected);
      }
    },
  );

  it('gives every refund once over pages of any size, also while new ones come in', async () => {
    for (const limit of [1, 2, 3, 5, 6]) {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await stores.refunds.list(merchant.merchantId, { limit, ...(after !== undefined && { after }) });
        ids.push(...page.items.map(({ id }) => id));
        expect(page.items.length).toBeLessThanOrEqual(limit);
        after = page.next ?? undefined;
        if (limit === 2 && ids.length === 2) await acceptRefund(stores, merchant, saleOf());
      } while (after !== undefined);
      expect(ids.filter((id) => made.some((view) => view.id === id))).toEqual(made.map(({ id }) => id).reverse());
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('tells refunds of one instant apart', async () => {
    const other = await newMerchant(stores);
    const ids = [];
    for (let no = 0; no < 4; no += 1) ids.push((await acceptRefund(stores, other, saleOf())).view.id);
    await db.query(`UPDATE refund SET created_at = '2026-11-01T00:00:00.123Z' WHERE merchant_id = $1`, [
      other.merchantId,
    ]);
    const first = await stores.refunds.list(other.merchantId, { limit: 3 });
    const rest = await stores.refunds.list(other.merchantId, { limit: 3, after: first.next ?? '' });
    expect([...first.items, ...rest.items].map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(rest.next).toBeNull();
  });

  it.each(['', 'abc', 'WyJ4IiwieSJd', 'WzEsMl0'])('refuses %p as a cursor', async (after) => {
    const refusal = stores.refunds.list(merchant.merchantId, { limit: 5, after });
    expect(await refusal.catch(codeOf)).toBe('invalid_field');
  });

  it('shows the whole refund in a list, as it is shown alone', async () => {
    const { items } = await stores.refunds.list(merchant.merchantId, { limit: 50 });
    for (const item of items) expect(await stores.refunds.find(merchant.merchantId, item.id)).toEqual(item);
  });

  it('finds a refund by public id and by UUID, and nothing by other texts', async () => {
    const [first] = made;
    expect((await stores.refunds.find(merchant.merchantId, uuid(first?.id ?? '')))?.id).toBe(first?.id);
    for (const id of ['', 'rf_', 'x', 'rf_0190', first?.id.toUpperCase() ?? '', merchant.merchantId]) {
      expect(await stores.refunds.find(merchant.merchantId, id)).toBeUndefined();
      expect(await stores.refunds.timeline(merchant.merchantId, id)).toBeUndefined();
    }
  });

  it('shows everything that belongs to a refund', async () => {
    const full = await newDatabase();
    const ids = await insertOneOfEach(full);
    await full.query(`UPDATE sale SET snapshot = '{"timeZone":"Asia/Jerusalem"}'`);
    await full.query(
      `UPDATE refund SET decided = '{"approval":{"rule":"two","machines":true},"deadlines":{"right":"open"},"explanation":[]}', metadata = '{"a":"b"}'`,
    );
    await full.query(`UPDATE attempt SET sent_at = now()`);
    const view = await storesOn(full.database).refunds.find(ids['merchant'] ?? '', ids['refund'] ?? '');
    expect(view).toMatchObject({
      metadata: { a: 'b' },
      approval: {
        rule: 'two',
        machines: true,
        steps: [
          { step: 1, role: 'lead', status: 'open', decision: { outcome: 'approve', actor: 'a', reasonCode: null } },
        ],
      },
      transfers: [{ no: 1, paymentRef: 'p', gatewayRefundId: 're' }],
      return: {
        mode: 'required',
        moneyOn: 'delivered',
        items: [{ ref: 'l', units: 1, status: 'expected' }],
        parcels: [{ carrier: 'c', trackingCode: 't', labelUrl: 'u', status: 'label_created' }],
      },
      creditNotes: [
        { number: 'CN-1', documentType: 'counter_note', status: 'issued', total: { amount: 50, currency: 'ILS' } },
      ],
      messages: [{ kind: 'refund_received', channel: 'mail', status: 'queued', sentAt: null }],
      // Something was sent: it is too late to cancel.
      allowedActions: [],
    });
    expect(view?.creditNotes[0]?.issuedAt).toBe('2026-11-01T00:00:00.000Z');
    const credit = await storesOn(full.database).credit.account(ids['merchant'] ?? '', 'c');
    expect(credit).toMatchObject({
      customerRef: 'c',
      accounts: [
        {
          currency: 'ILS',
          legalEntity: 'main',
          available: { amount: 10, currency: 'ILS' },
          held: { amount: 0, currency: 'ILS' },
          entries: [{ kind: 'refund', amount: { amount: 10, currency: 'ILS' }, refundId: view?.id, expiresOn: null }],
        },
      ],
    });
    await full.close();
  });

  it('offers what may be done now', async () => {
    const { view } = await acceptRefund(stores, merchant, saleOf());
    const actions = async (status: RefundStatus): Promise<readonly string[] | undefined> => {
      await db.query('UPDATE refund SET status = $2 WHERE id = $1', [uuid(view.id), status]);
      return (await stores.refunds.find(merchant.merchantId, view.id))?.allowedActions;
    };
    expect(await actions('awaiting_approval')).toEqual(['decide', 'cancel']);
    expect(await actions('awaiting_return')).toEqual(['cancel']);
    expect(await actions('processing')).toEqual([]);
    expect(await actions('in_doubt')).toEqual(['resolve']);
    expect(await actions('needs_review')).toEqual(['cancel', 'resolve']);
    expect(await actions('completed')).toEqual([]);
  });

  it('tells what happened in both languages, oldest first', async () => {
    const { view, start } = await acceptRefund(stores, merchant, saleOf());
    await db.query(
      `INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data) VALUES ($1, $2, 'cancelled', 'customer', 'system', '{}')`,
      [merchant.merchantId, start?.refundId],
    );
    const timeline = await stores.refunds.timeline(merchant.merchantId, view.id);
    expect(timeline).toMatchObject([
      { kind: 'requested', depth: 'customer', actor: merchant.actor, fromStatus: null, toStatus: 'requested' },
      { kind: 'cancelled', actor: 'system' },
    ]);
    expect(timeline?.[0]?.text.en).toContain('99.66');
    expect(timeline?.[0]?.text.he).toContain('99.66');
    expect(timeline?.[0]?.id).toMatch(/^ev_[0-9a-f]{32}$/);
    expect(new Set(timeline?.map(({ id }) => id)).size).toBe(2);
  });

  it('knows no credit of an unknown customer, and an empty list for one without', async () => {
    expect(await stores.credit.account(merchant.merchantId, 'nobody')).toBeUndefined();
    expect(await stores.credit.account(merchant.merchantId, customer.ref)).toEqual({
      customerRef: customer.ref,
      accounts: [],
    });
  });
});
