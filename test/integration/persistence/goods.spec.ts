import type { CarrierScan, ParcelStatus } from '@zikui/domain';
import { CarrierInboxStore, InboxStore, RefundProcessStore, ReturnStore } from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let returns: ByProcess<ReturnStore>;
let inbox: CarrierInboxStore;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database, { carriers: { easypost: {}, zebra: {} } });
  refunds = new RefundProcessStore(test.database, SECRETS);
  returns = byProcess(test.database, new ReturnStore(test.database));
  inbox = new CarrierInboxStore(test.database);
});
afterAll(() => test.close());

type Awaited = StoredRefund & Readonly<{ returnId: string; trackingCode: string }>;
let count = 0;
async function awaiting(plan: RefundPlan = {}): Promise<Awaited> {
  const refund = await storeRefund(test.database, merchant, {
    goods: { mode: 'required', moneyOn: 'delivered' },
    ...plan,
  });
  await refunds.open(refund.at());
  return { ...refund, returnId: refund.returnId ?? '', trackingCode: `EZ${(count += 1)}` };
}
const labelOf = ({ trackingCode }: Awaited) => ({
  shipmentRef: `shp_${trackingCode}`,
  trackingCode,
  labelUrl: `https://label.test/${trackingCode}.pdf`,
});
async function labelled(plan: RefundPlan = {}): Promise<Awaited> {
  const refund = await awaiting(plan);
  await returns.labelled(refund.returnId, 'easypost', labelOf(refund));
  return refund;
}
const scanOf = ({ trackingCode }: Awaited, status: ParcelStatus, eventId = `scan_${(count += 1)}`): CarrierScan => ({
  eventId,
  trackingCode,
  status,
  occurredAt: '2026-11-04T10:00:00Z',
});
const scan = (refund: Awaited, status: ParcelStatus, eventId?: string) =>
  inbox.receive(merchant.id, 'easypost', scanOf(refund, status, eventId));
const stands = ({ returnId }: Awaited) =>
  rows<{ parcel: string; goods: string }>(
    `SELECT p.status AS parcel, g.status AS goods FROM goods_return g JOIN parcel p ON p.return_id = g.id WHERE g.id = $1`,
    returnId,
  ).then(([row]) => row);

describe('a return label', () => {
  it('is ordered once, from the same carrier, under the reference of the return', async () => {
    const refund = await awaiting();
    const ask = await returns.labelAsk(refund.returnId);
    expect(ask).toEqual({
      carrier: 'easypost',
      reference: `rt_${refund.returnId.replaceAll('-', '')}`,
    });
    const messages = await returns.labelled(refund.returnId, 'easypost', labelOf(refund));
    expect(messages.map(({ kind }) => kind)).toEqual(['return_instructions']);
    expect(await returns.labelled(refund.returnId, 'easypost', { ...labelOf(refund), trackingCode: 'other' })).toEqual(
      messages,
    );
    // A lost answer asks again: the carrier gives the same label, and the same message is told.
    expect(await returns.labelAsk(refund.returnId)).toEqual(ask);
    expect(await rows(`SELECT tracking_code, status FROM parcel WHERE return_id = $1`, refund.returnId)).toEqual([
      { tracking_code: refund.trackingCode, status: 'label_created' },
    ]);
    expect(
      await rows(`SELECT kind, data FROM refund_event WHERE refund_id = $1 ORDER BY id DESC LIMIT 1`, refund.id),
    ).toEqual([{ kind: 'label_created', data: { carrier: 'easypost', trackingCode: refund.trackingCode } }]);
  });

  it('is not ordered when the customer brings the goods, when no carrier is there, or when the return is over', async () => {
    const own = await awaiting({ goods: { mode: 'required', moneyOn: 'received', method: 'drop_off' } });
    expect(await returns.labelAsk(own.returnId)).toBeUndefined();

    const shop = await storeMerchant(test.database);
    const without = await storeRefund(test.database, shop, { goods: { mode: 'required', moneyOn: 'delivered' } });
    expect((await refunds.open(without.at())).goods?.label).toBe(false);
    expect(await returns.labelAsk(without.returnId ?? '')).toBeUndefined();

    const over = await awaiting();
    await refunds.project(over.at(), { kind: 'goods_expired' });
    expect(await returns.labelAsk(over.returnId)).toBeUndefined();
    await expect(returns.labelAsk(merchant.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(returns.labelled(merchant.id, 'easypost', labelOf(over))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that was never used is given back once the return is over', async () => {
    const refund = await labelled();
    expect(await returns.unusedLabels(refund.returnId)).toEqual([]);
    await refunds.project(refund.at(), { kind: 'cancel', command: null, actor: 'key:x' });
    const [unused, ...more] = await returns.unusedLabels(refund.returnId);
    expect(more).toEqual([]);
    expect(unused).toMatchObject({
      carrier: 'easypost',
      shipmentRef: `shp_${refund.trackingCode}`,
    });
    await returns.labelCancelled(unused?.parcelId ?? '');
    expect(await stands(refund)).toEqual({ parcel: 'cancelled', goods: 'cancelled' });
    expect(await returns.unusedLabels(refund.returnId)).toEqual([]);
  });

  it('whose goods came before its answer leaves its instructions to whoever repeats, until they are sent or overtaken', async () => {
    const refund = await awaiting();
    expect(await returns.unsentInstructions(refund.returnId)).toEqual([]);
    const messages = await returns.labelled(refund.returnId, 'easypost', labelOf(refund));
    await scan(refund, 'delivered');
    expect(await returns.labelAsk(refund.returnId)).toBeUndefined();
    expect(await returns.unsentInstructions(refund.returnId)).toEqual(messages);
    await test.query(`UPDATE message SET status = 'suppressed' WHERE id = $1`, [messages[0]?.id]);
    expect(await returns.unsentInstructions(refund.returnId)).toEqual([]);
  });

  it('of goods that are on their way is kept, and their return stays open', async () => {
    const refund = await labelled();
    await scan(refund, 'in_transit');
    await returns.close(refund.returnId, 'cancelled');
    expect(await stands(refund)).toEqual({ parcel: 'in_transit', goods: 'in_transit' });
    expect(await returns.unusedLabels(refund.returnId)).toEqual([]);
  });

  it('closing a return is told once', async () => {
    const refund = await labelled();
    await returns.close(refund.returnId, 'expired');
    await returns.close(refund.returnId, 'cancelled');
    expect(
      await rows(`SELECT data FROM refund_event WHERE refund_id = $1 AND kind = 'return_closed'`, refund.id),
    ).toEqual([{ data: { as: 'expired' } }]);
  });
});

describe('a scan', () => {
  it('that is the first on the way starts the return and wakes its process', async () => {
    const refund = await labelled();
    expect(await scan(refund, 'in_transit')).toMatchObject({
      duplicate: false,
      signal: {
        workflowId: `return:${merchant.id}:${refund.id}:1`,
        event: { status: 'in_transit', occurredAtMs: Date.parse('2026-11-04T10:00:00Z') },
      },
    });
    expect(await stands(refund)).toEqual({ parcel: 'in_transit', goods: 'in_transit' });
  });

  it('between is only written down; the one that lets the money go wakes the process, and arrival is not receipt', async () => {
    const refund = await labelled();
    await scan(refund, 'in_transit');
    expect((await scan(refund, 'out_for_delivery')).signal).toBeNull();
    expect((await scan(refund, 'delivered')).signal?.event.status).toBe('delivered');
    expect(await stands(refund)).toEqual({ parcel: 'delivered', goods: 'in_transit' });
    expect(await refunds.project(refund.at(), { kind: 'goods_arrived' })).toMatchObject({ status: 'processing' });
  });

  it('that comes late changes nothing but the timeline', async () => {
    const refund = await labelled();
    await scan(refund, 'delivered');
    expect((await scan(refund, 'in_transit')).signal).toBeNull();
    expect(await stands(refund)).toMatchObject({ parcel: 'delivered' });
    expect(
      await rows(
        `SELECT data FROM refund_event WHERE refund_id = $1 AND kind = 'parcel_scanned' ORDER BY id DESC LIMIT 1`,
        refund.id,
      ),
    ).toEqual([{ data: { trackingCode: refund.trackingCode, status: 'in_transit', applied: false } }]);
  });

  it('told many times at once is one', async () => {
    const refund = await labelled();
    const all = await Promise.all(Array.from({ length: 6 }, () => scan(refund, 'delivered', `same_${refund.id}`)));
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(
      await rows(
        `SELECT count(*)::int AS n FROM parcel_event e JOIN parcel p ON p.id = e.parcel_id WHERE p.return_id = $1`,
        refund.returnId,
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('wakes nobody when the refund no longer waits for goods', async () => {
    const instant = await labelled({ goods: { mode: 'instant', moneyOn: 'delivered' } });
    expect(await scan(instant, 'delivered')).toMatchObject({ duplicate: false, signal: null });
    expect(await stands(instant)).toEqual({ parcel: 'delivered', goods: 'in_transit' });
  });

  it('of one of two parcels does not let the money go', async () => {
    const refund = await labelled();
    await test.database.write((tx) =>
      tx.query(
        `INSERT INTO parcel (id, merchant_id, return_id, no, carrier, shipment_ref, tracking_code, label_url, status)
         VALUES (gen_random_uuid(), $1, $2, 2, 'easypost', 's', $3, 'u', 'in_transit')`,
        [merchant.id, refund.returnId, `${refund.trackingCode}-2`],
      ),
    );
    expect((await scan(refund, 'delivered')).signal?.event.status).toBe('delivered'); // The first scan of the return.
    expect(await refunds.project(refund.at(), { kind: 'goods_arrived' })).toMatchObject({ refused: 'invalid_state' });
    const second = { ...refund, trackingCode: `${refund.trackingCode}-2` };
    expect((await scan(second, 'delivered')).signal?.event.status).toBe('delivered');
    expect(await refunds.project(refund.at(), { kind: 'goods_arrived' })).toMatchObject({ status: 'processing' });
  });

  it('of an unknown parcel waits until the label is known', async () => {
    const refund = await awaiting();
    const received = await scan(refund, 'delivered');
    expect(received.signal).toBeNull();
    expect(await rows(`SELECT state FROM inbox_event WHERE id = $1`, received.inboxId)).toEqual([
      { state: 'unmatched' },
    ]);
    await returns.labelled(refund.returnId, 'easypost', labelOf(refund));
    await test.database.write((tx) =>
      tx.query(`UPDATE inbox_event SET next_try_at = now() WHERE id = $1`, [received.inboxId]),
    );
    expect(await inbox.rematch(10)).toBe(1);
    expect(await stands(refund)).toMatchObject({ parcel: 'delivered' });
    await test.database.write((tx) =>
      tx.query(`UPDATE inbox_event SET next_try_at = now() WHERE id = $1`, [received.inboxId]),
    );
    const due = await new InboxStore(test.database).due(100);
    expect(due.find(({ inboxId }) => inboxId === received.inboxId)).toMatchObject({
      name: 'carrierEvent',
      workflowId: `return:${merchant.id}:${refund.id}:1`,
    });
  });
});
