import { addDays, localDate } from '@zikui/domain';
import {
  AUDIT_CHECKS,
  DeadlineClockStore,
  LegalMissesStore,
  RefundProcessStore,
  RefundReadStore,
  runChecks,
  TransferStore,
  type StatusEvent,
} from '@zikui/persistence';
import { byProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { eventually } from '../../builders/eventually';
import { MIDDAY_ZONE } from '../../builders/midday-zone';
import { readRows, sentStatements } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';
import { sending, settled } from '../../builders/transfer-world.builder';

const GOODS = { mode: 'required', moneyOn: 'first_scan' } as const;
let db: TestDatabase;
let merchant: StoredMerchant;
let clocks: DeadlineClockStore;
let refunds: RefundProcessStore;
let reads: RefundReadStore;
beforeAll(async () => {
  db = await newDatabase();
  clocks = new DeadlineClockStore(db.database);
  refunds = new RefundProcessStore(db.database, SECRETS);
  reads = new RefundReadStore(db.database);
});
beforeEach(async () => {
  merchant = await storeMerchant(db.database, { carriers: { easypost: {} } });
});
afterAll(() => db.close());

const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(db, sql, params);
const today = (): string => localDate(new Date().toISOString(), MIDDAY_ZONE);
const inDays = (days: number): string => addDays(today(), days);
/** A refund by right, whose money is due in so many days; a person has to decide it. */
async function dueIn(days: number, plan: RefundPlan = {}): Promise<StoredRefund> {
  const refund = await storeRefund(db.database, merchant, {
    statutory: true,
    payBy: inDays(days),
    timeZone: MIDDAY_ZONE,
    steps: ['lead'],
    ...plan,
  });
  await refunds.open(refund.at());
  return refund;
}
/** Everything that is told until there is nothing more. */
async function told() {
  const all = await clocks.tell(100);
  expect(await clocks.tell(100)).toEqual([]);
  return all;
}
const clockOf = async ({ id }: StoredRefund) => {
  const [row] = await rows<{ payBy: string; clockAt: string | null; missed: boolean }>(
    `SELECT pay_by AS "payBy", clock_at AS "clockAt", pay_missed AS missed FROM refund WHERE id = $1`,
    id,
  );
  return row;
};
/** The news of its clock. They may wait for any transaction that is older, also for one of another test on this server. */
async function newsOf(refund: StoredRefund): Promise<readonly StatusEvent[]> {
  const shown = await reads.find(merchant.id, refund.id);
  return eventually(
    async () =>
      (await reads.events(merchant.id, null, 200)).items.filter(
        ({ refundId, type }) => refundId === shown?.id && type !== 'refund.status_changed',
      ),
    (news) => news.length > 0,
  );
}
const notesOf = async (refund: StoredRefund): Promise<readonly string[]> =>
  ((await reads.timeline(merchant.id, refund.id)) ?? [])
    .filter(({ kind }) => kind.startsWith('pay_by'))
    .map(({ text }) => text.en);

describe('the legal clock of a refund', () => {
  it('warns once when five days are left: in the timeline and in the feed of the merchant', async () => {
    const refund = await dueIn(5);
    expect(await told()).toEqual([
      { refundId: refund.id, merchantId: merchant.id, payBy: inDays(5), kind: 'pay_by_near', daysLeft: 5 },
    ]);
    expect(await notesOf(refund)).toMatchObject([expect.stringContaining('5 days are left')]);
    expect(await newsOf(refund)).toMatchObject([
      {
        type: 'refund.pay_by_near',
        from: 'awaiting_approval',
        to: 'awaiting_approval',
        deadline: { payBy: inDays(5), daysLeft: 5 },
      },
    ]);
    expect(localDate((await clockOf(refund))?.clockAt ?? '', MIDDAY_ZONE)).toBe(inDays(3));
  });

  it('says nothing earlier, and nothing of what the shop gives by itself', async () => {
    const early = await dueIn(6);
    await dueIn(1, { statutory: false });
    expect(await told()).toEqual([]);
    expect(localDate((await clockOf(early))?.clockAt ?? '', MIDDAY_ZONE)).toBe(inDays(1));
  });

  it('counts a miss at the first instant after the day, tells it once, and shows it for ever', async () => {
    const refund = await dueIn(-1);
    const onTheDay = await dueIn(0);
    expect((await told()).map(({ refundId, kind }) => [refundId, kind]).sort()).toEqual(
      [
        [refund.id, 'pay_by_missed'],
        [onTheDay.id, 'pay_by_near'],
      ].sort(),
    );
    expect(await notesOf(refund)).toMatchObject([expect.stringContaining('has passed')]);
    expect(await newsOf(refund)).toMatchObject([{ type: 'refund.pay_by_missed', deadline: { daysLeft: null } }]);
    expect(await clockOf(refund)).toMatchObject({ clockAt: null, missed: true });
    const shown = await reads.find(merchant.id, refund.id);
    expect(shown?.deadlines).toMatchObject({ payBy: inDays(-1), payMissed: true });
    const byDay = await new LegalMissesStore(db.database).byDay(merchant.id, { fromDay: inDays(-9), toDay: inDays(9) });
    expect(byDay).toEqual([
      { payBy: inDays(-1), currency: 'ILS', due: 1, missed: 1 },
      { payBy: inDays(0), currency: 'ILS', due: 1, missed: 0 },
    ]);
  });

  it('tells each clock once, however many workers read them at the same time', async () => {
    const all: StoredRefund[] = [];
    for (let no = 0; no < 12; no += 1) all.push(await dueIn(2));
    const each = await Promise.all(Array.from({ length: 8 }, () => clocks.tell(5)));
    const taken = [...each.flat(), ...(await clocks.tell(100))].map(({ refundId }) => refundId);
    expect(taken.sort()).toEqual(all.map(({ id }) => id).sort());
    for (const refund of all) expect(await notesOf(refund)).toHaveLength(1);
  });

  it('costs one reading while nothing is due', async () => {
    await dueIn(9);
    sentStatements(db);
    expect(await clocks.tell(100)).toEqual([]);
    expect(sentStatements(db).filter((sql) => sql.includes('UPDATE'))).toEqual([]);
  });

  it('is silent once the money is back, and counts what came back too late, also when nobody read the clock', async () => {
    const transfers = byProcess(db.database, new TransferStore(db.database, SECRETS));
    async function paid(days: number): Promise<StoredRefund> {
      const refund = await dueIn(days, { steps: [] });
      const { attemptId } = sending(await transfers.claim(refund.transferIds[0] ?? ''));
      await transfers.record(attemptId, settled());
      await refunds.finish(refund.at());
      return refund;
    }
    const [inTime, late] = [await paid(1), await paid(-1)];
    expect(await told()).toEqual([]);
    expect(await clockOf(inTime)).toMatchObject({ missed: false });
    expect(await clockOf(late)).toMatchObject({ missed: true, clockAt: null });
  });

  it('E72 begins with a proof of sending where the law lets the money wait for it', async () => {
    const refund = await storeRefund(db.database, merchant, {
      ...{ statutory: true, goods: GOODS },
      ...{ jurisdiction: 'EU-DE', timeZone: MIDDAY_ZONE },
    });
    await refunds.open(refund.at());
    expect(await clockOf(refund)).toMatchObject({ payBy: null, clockAt: null });
    await db.query(`UPDATE refund SET created_at = now() - interval '20 days' WHERE id = $1`, [refund.id]);
    await db.query(
      `WITH sent AS (
         INSERT INTO parcel (id, merchant_id, return_id, no, carrier, shipment_ref, tracking_code, label_url, status)
         VALUES (gen_random_uuid(), $1, $2, 1, 'easypost', 'shp', $3, 'https://label.test', 'in_transit') RETURNING id
       )
       INSERT INTO parcel_event (id, merchant_id, parcel_id, event_id, status, applied, occurred_at)
       SELECT gen_random_uuid(), $1, id, 'e1', 'in_transit', true, now() FROM sent`,
      [merchant.id, refund.returnId, refund.id],
    );
    await refunds.project(refund.at(), { kind: 'goods_arrived' });
    expect(await clockOf(refund)).toMatchObject({ payBy: today(), clockAt: expect.any(String) as string });
    expect((await notesOf(refund))[0]).toContain('The goods were sent back');
    expect(await told()).toMatchObject([{ refundId: refund.id, kind: 'pay_by_near', daysLeft: 0 }]);
  });

  it('lists the refunds whose money is due first, page by page, and those that missed their day', async () => {
    const made = [await dueIn(7), await dueIn(-2), await dueIn(3), await dueIn(3)];
    await storeRefund(db.database, merchant, { statutory: true });
    await told();
    async function datesOf(filter: Readonly<{ sort?: 'payBy'; payByTo?: string }>): Promise<readonly string[]> {
      const dates: string[] = [];
      let after: string | undefined;
      do {
        const page = await reads.list(merchant.id, { ...filter, limit: 1, ...(after !== undefined && { after }) });
        dates.push(...page.items.map(({ deadlines: { payBy } }) => payBy ?? ''));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return dates;
    }
    expect(await datesOf({ sort: 'payBy' })).toEqual([inDays(-2), inDays(3), inDays(3), inDays(7)]);
    // A bound of these dates asks for their order, too.
    expect(await datesOf({ payByTo: inDays(7) })).toEqual([inDays(-2), inDays(3), inDays(3)]);
    const missed = await reads.list(merchant.id, { limit: 9, payMissed: true });
    expect(missed.items.map(({ deadlines }) => deadlines.payBy)).toEqual([inDays(-2)]);
    const soon = await reads.list(merchant.id, { limit: 9, payByFrom: today(), payByTo: inDays(7) });
    expect(soon.items).toHaveLength(2);
    expect(made).toHaveLength(4);
  });

  it('leaves nothing for the auditor', async () => {
    await dueIn(4);
    await told();
    const checks = AUDIT_CHECKS.filter(({ id }) => id.startsWith('A21') || id === 'A9.told');
    const findings = await db.database.read((tx) => runChecks(tx, checks, { strict: true }));
    expect(findings.filter(({ count }) => count > 0)).toEqual([]);
    expect(findings).toHaveLength(4);
  });
});
