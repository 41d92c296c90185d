import type { Principal, RefundRequest } from '@zikui/domain';
import {
  BreakerStore,
  DueHoldStore,
  endHold,
  newId,
  RefundProcessStore,
  TransferStore,
  type BreakerView,
} from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { insist } from '../../builders/insist';
import { openPolicy } from '../../builders/policy.builder';
import { readRows } from '../../builders/read-rows.builder';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { lineOf, paymentOf, saleOf } from '../../builders/sale.builder';
import { acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

const POLICY = `${openPolicy()}limits: { merchantHour: 15000, perStaffDay: 12000, onBreach: hold }\n`;

let test: TestDatabase;
let stores: Stores;
let merchant: Principal;
let transfers: ByProcess<TransferStore>;
beforeAll(async () => {
  test = await newDatabase();
});
beforeEach(async () => {
  // What is summed over an hour is remembered for a moment: each test has a memory of its own.
  stores = storesOn(test.database);
  merchant = await newMerchant(stores, { policies: [POLICY] });
  transfers = byProcess(test.database, new TransferStore(test.database, stores.secrets));
});
afterAll(() => test.close());

/** A refund that is being paid; the id of its transfer. */
async function due(amount: number, request: Partial<RefundRequest> = {}): Promise<string> {
  const sale = saleOf({
    lines: [lineOf({ ref: 'l1', quantity: 1, total: amount, tax: 0 })],
    shipping: { total: 0, tax: 0 },
    payments: [paymentOf({ ref: 'p1', captured: amount })],
  });
  const asked = { lines: [{ ref: 'l1', quantity: 1 }], ...request };
  const { start } = await acceptRefund(stores, merchant, sale, asked);
  const refundId = start?.refundId ?? '';
  const at = { merchantId: merchant.merchantId, refundId, runId: newId(), seq: 1, version: 1 };
  await new RefundProcessStore(test.database, stores.secrets).open(at);
  const [row] = await readRows<{ id: string }>(test, `SELECT id FROM transfer WHERE refund_id = $1`, [refundId]);
  return row?.id ?? '';
}
const kindOf = async (transferId: string): Promise<string> => (await transfers.claim(transferId)).kind;
const breakers = (): Promise<readonly BreakerView[]> => new BreakerStore(test.database).list(merchant.merchantId);
const openHold = async (): Promise<string> => {
  const [row] = await readRows<{ id: string }>(
    test,
    `SELECT id FROM sending_hold WHERE merchant_id = $1 AND ended_at IS NULL`,
    [merchant.merchantId],
  );
  return row?.id ?? '';
};
const release = async (): Promise<boolean> =>
  test.database.write(async (tx) => endHold(tx, await openHold(), 'key:released'));

describe('the hourly breaker of a merchant (E80)', () => {
  it('trips above the limit: what is due waits as planned, and none fails', async () => {
    const before = await due(10_000);
    expect(await breakers()).toEqual([]);
    const after = await due(6_000);
    expect(await transfers.claim(before)).toEqual({ kind: 'held', reason: 'breaker' });
    expect(await kindOf(after)).toBe('held');
    const [shown] = await breakers();
    expect(shown).toMatchObject({ limit: 'merchantHour', currency: 'ILS', requestedBy: null, waiting: 2 });
    expect(Date.parse(shown?.until ?? '') - Date.parse(shown?.since ?? '')).toBe(3_600_000);
    const statuses = `SELECT DISTINCT status, hold_reason FROM transfer WHERE merchant_id = $1`;
    expect(await readRows(test, statuses, [merchant.merchantId])).toEqual([
      { status: 'planned', hold_reason: 'breaker' },
    ]);
  });

  it('ends by itself when its hour is over, and wakes what waits', async () => {
    const waiting = [await due(10_000), await due(6_000)];
    for (const id of waiting) await transfers.claim(id);
    await test.database.write((tx) =>
      tx.query(`UPDATE sending_hold SET until = now() WHERE merchant_id = $1`, [merchant.merchantId]),
    );
    const holds = new DueHoldStore(test.database);
    for (const hold of await holds.due(100)) await holds.pass(hold);
    const woken = await readRows<{ id: string }>(
      test,
      `SELECT event ->> 'transferId' AS id FROM outbox_signal WHERE merchant_id = $1`,
      [merchant.merchantId],
    );
    expect(woken.map(({ id }) => id).sort()).toEqual([...waiting].sort());
    expect(await kindOf(waiting[0] ?? '')).toBe('send');
  });

  it('that two persons released is not tripped again in its hour', async () => {
    const first = await due(16_000);
    expect(await kindOf(first)).toBe('held');
    await release();
    const second = await due(5_000);
    expect([await kindOf(first), await kindOf(second)]).toEqual(['send', 'send']);
    expect(await breakers()).toMatchObject([{ endedBy: 'key:released' }]);
  });

  it('is one, however many refunds pass the limit at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => due(16_000)));
    expect(await breakers()).toHaveLength(1);
  });
});

describe('the daily breaker of a member of staff', () => {
  it('holds what that person asked for, until the end of his day', async () => {
    const [hers, other] = [await due(13_000, { requestedBy: 'dana' }), await due(1_000, { requestedBy: 'yael' })];
    expect([await kindOf(hers), await kindOf(other)]).toEqual(['held', 'send']);
    const [shown] = await breakers();
    expect(shown).toMatchObject({ limit: 'perStaffDay', requestedBy: 'dana' });
    const midnight = `SELECT to_char($1::timestamptz AT TIME ZONE 'Asia/Jerusalem', 'HH24:MI:SS') AS clock`;
    expect(await readRows(test, midnight, [shown?.until])).toEqual([{ clock: '00:00:00' }]);
  });
});

describe('limits of a day, of a member of staff and of a reason', () => {
  const limited = async (limits: string): Promise<void> => {
    merchant = await newMerchant(stores, {
      policies: [
        openPolicy().replace(
          "- { id: auto, when: 'true', steps: [] }",
          "- { id: auto, when: 'payout < 1000000', steps: [] }\n  - { id: look, when: 'true', steps: [{ role: lead, hours: 8, then: manager }] }",
        ) + `limits: { ${limits}, onBreach: hold }\n`,
      ],
    });
  };
  type Accepted = Readonly<{ rule: string; payout: number; limits: readonly { used: number; max: number }[] }>;
  const accepted = (): Promise<readonly Accepted[]> =>
    readRows<Accepted>(
      test,
      `SELECT decided #>> '{approval,rule}' AS rule, payout,
         jsonb_path_query_array(decided, '$.explanation[*] ? (@.rule starts with "limits.").values') AS limits
       FROM refund WHERE merchant_id = $1 ORDER BY created_at, id`,
      [merchant.merchantId],
    );
  const auto = async (): Promise<number> =>
    (await accepted()).filter(({ rule }) => rule === 'auto').reduce((sum, { payout }) => sum + payout, 0);

  it.each([
    ['merchantDay: 10000', {}],
    ['perReasonDay: { goodwill: 10000 }', { reason: 'goodwill' }],
    ['perReasonHour: { goodwill: 10000 }', { reason: 'goodwill' }],
    ['perStaffHour: 10000', { requestedBy: 'dana' }],
  ] as const)('are passed by none of twenty requests at once without a person looking: %s', async (limits, request) => {
    await limited(limits);
    // Two processes, neither of which knows what the other has accepted.
    const other = storesOn(test.database, stores.secrets);
    const sales = Array.from({ length: 20 }, () =>
      saleOf({
        lines: [lineOf({ ref: 'l1', quantity: 1, total: 900, tax: 0 })],
        shipping: { total: 0, tax: 0 },
        payments: [paymentOf({ ref: 'p1', captured: 900 })],
      }),
    );
    await Promise.all(
      sales.map((sale, index) => {
        const by = index % 2 === 0 ? stores : other;
        const ask = requestOf({ saleRef: sale.saleRef, lines: [{ ref: 'l1', quantity: 1 }], ...request });
        const call = idempotencyOf(ask);
        return insist(async () => {
          await by.sales.put(merchant, sale);
          await by.intake.accept(merchant, ask, call);
        });
      }),
    );
    expect(await accepted()).toHaveLength(20);
    expect(await auto()).toBe(9_900);
    const used = (await accepted()).flatMap((one) => one.limits.map((limit) => limit.used)).sort((a, b) => a - b);
    expect(used).toEqual(Array.from({ length: 9 }, (_, index) => 10_800 + index * 900));
  });

  it('of a reason hold what is due for that reason alone', async () => {
    await limited('perReasonDay: { goodwill: 1000 }');
    const late = await due(900, { reason: 'late' });
    const before = await due(900, { reason: 'goodwill' });
    await due(900, { reason: 'goodwill' });
    expect([await kindOf(late), await kindOf(before)]).toEqual(['send', 'held']);
    expect(await breakers()).toMatchObject([{ limit: 'perReasonDay', refundReason: 'goodwill', waiting: 1 }]);
    await release();
    const woken = `SELECT event ->> 'transferId' AS id FROM outbox_signal WHERE merchant_id = $1`;
    expect(await readRows(test, woken, [merchant.merchantId])).toEqual([{ id: before }]);
    expect(await kindOf(before)).toBe('send');
  });

  it('are those of the policy that is tried, not of the one in force', async () => {
    await limited('merchantDay: 500');
    await due(400, { reason: 'late' });
    const sale = saleOf({});
    await stores.sales.put(merchant, sale);
    const quoted = await stores.intake.quote(merchant, requestOf({ saleRef: sale.saleRef }));
    expect(quoted.approval.rule).toBe('look');
    expect(quoted.explanation.filter(({ rule }) => rule.startsWith('limits.'))).toMatchObject([
      { rule: 'limits.merchantDay', values: { max: 500, window: 'day' } },
    ]);
    const source = `${openPolicy()}limits: { merchantDay: 100000000 }\n`;
    const policy = { id: newId(), name: 'tried', number: 0, hash: source, source };
    const tried = await stores.intake.dryRun(merchant, {
      request: requestOf({ saleRef: sale.saleRef }),
      requester: null,
      policy,
    });
    expect(tried.quote?.approval.rule).toBe('auto');
    const tight = source.replace('100000000', '1');
    const again = await stores.intake.dryRun(merchant, {
      request: requestOf({ saleRef: sale.saleRef }),
      requester: null,
      policy: { ...policy, hash: tight, source: tight },
    });
    expect(again.explanation.map(({ rule }) => rule)).toContain('limits.merchantDay');
  });
});
