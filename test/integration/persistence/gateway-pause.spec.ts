import type { GatewayOutcome } from '@zikui/domain';
import {
  DueHoldStore,
  GatewayStateStore,
  newId,
  RefundProcessStore,
  TransferStore,
  type Claimed,
  type GatewayStateView,
} from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows, sentStatements } from '../../builders/read-rows.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
let holds: DueHoldStore;
beforeAll(async () => {
  test = await newDatabase();
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, { ...SECRETS, gatewayPauseMs: 30_000 }));
  holds = new DueHoldStore(test.database);
});
beforeEach(async () => {
  merchant = await storeMerchant(test.database);
  await test.database.write((tx) =>
    tx.query(`UPDATE merchant SET gateways = '{"stripe": {}}' WHERE id = $1`, [merchant.id]),
  );
});
afterAll(() => test.close());

async function planned(): Promise<string> {
  const refund = await storeRefund(test.database, merchant);
  await refunds.open(refund.at());
  return refund.transferIds[0] ?? '';
}
const claimed = async (transferId: string): Promise<Extract<Claimed, { kind: 'send' }>> => {
  const claim = await transfers.claim(transferId);
  if (claim.kind !== 'send') throw new Error(`expected a claim, got ${claim.kind}`);
  return claim;
};
const unknown = (cause: string) => ({ kind: 'unknown', evidence: { cause } }) as const;
const FAILED = unknown('server_error');
const settled = (): GatewayOutcome => ({
  kind: 'settled',
  gatewayRefundId: `re_${newId()}`,
  amount: { amount: 10_000, currency: 'ILS' },
});
const declined: GatewayOutcome = { kind: 'declined', gatewayRefundId: null, reason: 'card_expired' };
type Answer = Parameters<TransferStore['record']>[2];
async function calls(times: number, answer: () => Answer): Promise<void> {
  for (let call = 0; call < times; call += 1) {
    await transfers.record((await claimed(await planned())).attemptId, answer());
  }
}
const state = async (): Promise<GatewayStateView> => {
  const [found] = await new GatewayStateStore(test.database).list(merchant.id);
  if (!found) throw new Error('the merchant has an account');
  return found;
};
const held = async (times: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < times; index += 1) {
    const id = await planned();
    expect(await transfers.claim(id)).toEqual({ kind: 'held', reason: 'gateway_paused' });
    ids.push(id);
  }
  return ids;
};
/** The pause is over, and the relay looks. */
async function rested(): Promise<void> {
  await test.database.write((tx) =>
    tx.query(`UPDATE sending_hold SET until = now() WHERE merchant_id = $1 AND ended_at IS NULL`, [merchant.id]),
  );
  for (const hold of await holds.due(100)) await holds.pass(hold);
}
const woken = async (): Promise<readonly string[]> =>
  (
    await readRows<{ id: string }>(
      test,
      `SELECT event ->> 'transferId' AS id FROM outbox_signal WHERE merchant_id = $1 ORDER BY created_at`,
      [merchant.id],
    )
  ).map(({ id }) => id);

describe('an account at a gateway that fails', () => {
  it('rests after five failures in a minute, of which all workers know, and of its merchant alone', async () => {
    await calls(4, () => FAILED);
    expect(await state()).toMatchObject({ health: 'ok', breaker: { state: 'closed' } });
    await calls(1, () => unknown('time_out'));
    await held(2);
    expect(await state()).toMatchObject({
      health: 'paused',
      breaker: { state: 'open', failures: 0 },
      waiting: { count: 2, oldestAt: expect.any(String) as string },
    });
    merchant = await storeMerchant(test.database);
    expect((await transfers.claim(await planned())).kind).toBe('send');
  });

  it('never rests because of refusals, unclear answers or few failures among many answers', async () => {
    await calls(6, () => declined);
    await calls(6, () => unknown('unlisted_refusal'));
    await calls(8, settled);
    await calls(19, () => FAILED);
    expect((await state()).health).toBe('ok');
    await calls(1, () => FAILED);
    expect((await state()).health).toBe('paused');
  });

  it('rests when no connection is made, and not when it turns calls away', async () => {
    const unsent = async (cause: 'no_connection' | 'turned_away', retryAfterMs: number | null): Promise<void> => {
      const id = await planned();
      for (let call = 0; call < 5; call += 1)
        await transfers.notSent((await claimed(id)).attemptId, { cause, retryAfterMs });
    };
    await unsent('turned_away', 7_000);
    expect((await state()).health).toBe('ok');
    await unsent('no_connection', null);
    expect((await state()).health).toBe('paused');
  });

  it('rests as long as it asks to, where that is longer than a call can wait', async () => {
    const id = await planned();
    await transfers.notSent((await claimed(id)).attemptId, { cause: 'turned_away', retryAfterMs: 900_000 });
    const { breaker } = await state();
    expect(breaker.state).toBe('open');
    expect(Date.parse(breaker.probeAt ?? '') - Date.parse(breaker.since ?? '')).toBe(900_000);
  });

  it('is tried by the oldest transfer alone, and goes on when that is answered', async () => {
    await calls(5, () => FAILED);
    const waiting = await held(3);
    await rested();
    expect(await woken()).toEqual([waiting[0]]);
    expect((await state()).breaker.state).toBe('half_open');
    expect((await transfers.claim(waiting[1] ?? '')).kind).toBe('held');
    const probe = await claimed(waiting[0] ?? '');
    await transfers.record(probe.attemptId, declined);
    expect((await state()).health).toBe('ok');
    expect([...(await woken())].sort()).toEqual([waiting[0], ...waiting.slice(1)].sort());
    // What failed before the pause does not count any more.
    await calls(4, () => FAILED);
    expect((await state()).health).toBe('ok');
  });

  it('rests twice as long when the probe fails, and the next one may try', async () => {
    await calls(5, () => FAILED);
    const waiting = await held(2);
    await rested();
    await transfers.record((await claimed(waiting[0] ?? '')).attemptId, FAILED);
    const { breaker } = await state();
    expect(breaker).toMatchObject({ state: 'open', failures: 1 });
    const restMs = Date.parse(breaker.probeAt ?? '') - Date.now();
    expect(restMs).toBeGreaterThan(50_000);
    expect(restMs).toBeLessThanOrEqual(60_000);
    await rested();
    expect((await woken()).at(-1)).toBe(waiting[1]);
  });

  it('stops resting when nothing waits for it', async () => {
    await calls(5, () => FAILED);
    await rested();
    expect((await state()).health).toBe('ok');
  });

  it('begins to rest once, however many workers find it failing, and ends once for all relays', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 11 }, async () => (await claimed(await planned())).attemptId),
    );
    // Failures that are written at the same moment do not see each other; the next one sees them all.
    const [next = '', ...together] = attempts;
    await Promise.all(together.map((id) => transfers.record(id, FAILED)));
    await transfers.record(next, FAILED);
    const count = `SELECT count(*)::int AS count FROM sending_hold WHERE merchant_id = $1`;
    expect(await readRows(test, count, [merchant.id])).toEqual([{ count: 1 }]);
    const waiting = await held(1);
    await test.database.write((tx) =>
      tx.query(`UPDATE sending_hold SET until = now() WHERE merchant_id = $1`, [merchant.id]),
    );
    const due = await holds.due(100);
    await Promise.all([...due, ...due, ...due].map((hold) => holds.pass(hold)));
    expect(await woken()).toEqual(waiting);
  });

  it('costs an answered call no further statement', async () => {
    const { attemptId } = await claimed(await planned());
    sentStatements(test);
    await transfers.record(attemptId, settled());
    const withBreaker = sentStatements(test).filter(
      (sql) => sql.includes('UPDATE sending_hold') || sql.includes('INSERT INTO sending_hold'),
    );
    expect(withBreaker).toEqual([]);
  });
});
